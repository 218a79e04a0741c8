package dev.lanewise.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanewise.reports.fuzz.FuzzRun;
import dev.lanewise.reports.fuzz.Reader;
import dev.lanewise.reports.fuzz.Tally;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The first inputs of {@link Robustness}, for every reader. Inputs that fail are in {@code target/fuzz}, to be replayed. */
class FuzzTest {
    private static final Path FAILURES = Path.of("target", "fuzz");
    private static final FuzzRun RUN = new FuzzRun(20_261_129, 1_000, Duration.ofHours(1), 1, FAILURES,
            Path.of("no seeds but those in the code"));

    static List<String> readers() throws IOException {
        return Readers.all().stream().map(Reader::name).toList();
    }

    @ParameterizedTest
    @MethodSource("readers")
    void everyInputIsAcceptedWithItsInvariantsOrRefusedClearly(String name) throws Exception {
        Tally tally = RUN.run(Readers.of(Path.of(name + "-1-1.bin")));
        assertThat(tally.failures()).as(tally.toString()).isZero();
        assertThat(tally.inputs()).isEqualTo(RUN.most());
        assertThat(tally.refusals()).as("refused").isPositive();
        assertThat(tally.acceptances()).as("accepted").isPositive();
    }

    @Test
    void namesOfReadersDiffer() throws IOException {
        assertThat(readers()).doesNotHaveDuplicates();
    }
}
