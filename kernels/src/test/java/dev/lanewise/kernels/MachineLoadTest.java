package dev.lanewise.kernels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanewise.kernels.MachineLoad.Counters;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachineLoadTest {
    /** Of 10 seconds on two processors. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            8.5  | 0   | 8 | 0   | 1.1 | other load: 0.05 of 2 processors during the measurement
            7    | 0   | 8 | 0   | 1.1 | other load: 0.00 of 2 processors during the measurement
            12   | 0   | 8 | 0   | 1.0 | other load: 0.40 of 2 processors during the measurement; figures are too low
            20   | 0   | 8 | 0   | 1.0 | worthless: other load: 1.20 of 2 processors during the measurement
            8    | 2   | 8 | 0   | 1.0 | the hypervisor took away 0.20 of 2 processors; figures are too low
            8    | 9   | 8 | 0   | 1.0 | worthless: the hypervisor took away 0.90 of 2 processors
            8    | 0   | 8 | 0.5 | 1.0 | its quota stopped the process for 5 % of the time; figures are too low
            8    | 0   | 8 | 6   | 1.0 | worthless: its quota stopped the process for 60 % of the time
            8    | 0   | 8 | 0   | 1.5 | a fixed loop took up to 1.50 times its shortest time; figures are too low
            8    | 0   | 8 | 0   | 4   | worthless: a fixed loop took up to 4.00 times its shortest time
            20   | 3   | 8 | 0   | 4   | worthless: other load: 1.20 of 2 processors during the measurement; the hypervisor took away 0.30 of 2 processors; a fixed loop took up to 4.00 times its shortest time
            NaN  | NaN | 8 | 0   | 1.0 | other load: not told by this system
            NaN  | NaN | 8 | 0   | 1.5 | a fixed loop took up to 1.50 times its shortest time; figures are too low
            """)
    void saysWhatFiguresAreWorth(double busy, double stolen, double own, double throttled, double unevenness,
            String verdict) {
        assertThat(MachineLoad.verdict(new Counters(10, busy, stolen, own, throttled), 2, unevenness))
                .isEqualTo(verdict);
    }

    @Test
    void readsWhatLinuxCounts() {
        List<String> stat = List.of("cpu  100 20 30 4000 500 6 7 80 9 10", "cpu0 1 2 3 4 5 6 7 8 9 10");
        assertThat(LinuxCounters.busy(stat)).isEqualTo(1.63);
        assertThat(LinuxCounters.stolen(stat)).isEqualTo(0.8);
        assertThat(LinuxCounters.own(List.of("42 (a) b (c) S 1 2 3 4 5 6 7 8 9 10 300 40 5 6 20 0 1")))
                .isEqualTo(3.51);
        assertThat(
                LinuxCounters.throttled(List.of("usage_usec 5", "nr_throttled 3", "throttled_usec 2500000")))
                .isEqualTo(2.5);
        assertThat(LinuxCounters.throttled(List.of("nr_periods 9", "throttled_time 2500000000")))
                .isEqualTo(2.5);
        assertThat(LinuxCounters.groups(List.of("4:memory:/x", "0::/a/b"))).containsExactly(
                Path.of("/sys/fs/cgroup/cpu"), Path.of("/sys/fs/cgroup/a/b"), Path.of("/sys/fs/cgroup/a"),
                Path.of("/sys/fs/cgroup"));
    }

    @Test
    void anotherSystemTellsNothing() {
        assertThat(LinuxCounters.busy(List.of())).isNaN();
        assertThat(LinuxCounters.stolen(List.of("cpu 1 2 3"))).isNaN();
        assertThat(LinuxCounters.own(List.of())).isNaN();
        assertThat(LinuxCounters.throttled(List.of("usage_usec 5"))).isZero();
    }

    @Test
    void everyMeasurementHasAVerdict() {
        MachineLoad load = MachineLoad.start();
        load.sample();
        assertThat(load.verdict()).containsAnyOf("other load: ", "the hypervisor", "its quota",
                "a fixed loop");
    }
}
