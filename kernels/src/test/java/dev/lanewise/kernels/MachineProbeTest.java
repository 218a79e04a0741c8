package dev.lanewise.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MachineProbeTest {
    @Test
    void measuresMultiplyAdds() {
        try (Workers one = Workers.of(1)) {
            // Interpreted on a busy machine it can be as slow as that.
            assertThat(MachineProbe.fmaGflops(one, 0.3)).isBetween(1e-4, 2_000.0);
        }
    }

    @Test
    void measuresMemory() {
        try (Workers two = Workers.of(2)) {
            assertThat(MachineProbe.copyGBps(two, 0.1)).isBetween(1e-3, 5_000.0);
            assertThat(MachineProbe.triadGBps(two, 0.1)).isBetween(1e-3, 5_000.0);
        }
    }

    @Test
    void streamsAWholeNumberOfBlocks() {
        assertThat(MachineProbe.streamBytes()).isPositive().isLessThanOrEqualTo(64 << 20);
        assertThat(MachineProbe.streamBytes() % (1 << 18)).isZero();
    }

    @Test
    void refusesNoTime() {
        assertThatThrownBy(() -> MachineProbe.fmaGflops(Workers.shared(), 0)).hasMessage(
                "seconds: 0.0 (expected > 0)");
        assertThatThrownBy(() -> MachineProbe.copyGBps(Workers.shared(), Double.NaN)).hasMessage(
                "seconds: NaN (expected > 0)");
        assertThatThrownBy(() -> MachineProbe.triadGBps(Workers.shared(), -1)).hasMessage(
                "seconds: -1.0 (expected > 0)");
    }
}
