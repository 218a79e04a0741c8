package dev.lanewise.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalBarTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private TerminalBar bar(int width) {
        TerminalBar bar = new TerminalBar(new PrintStream(bytes, true, StandardCharsets.UTF_8), width);
        bar.onTrainingStart(10, 4, 400);
        return bar;
    }

    private String written() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void writesOneLineAndClearsIt() {
        TerminalBar bar = bar(80);
        bar.onBatch(6, 1, 100, 0.25);
        assertThat(written())
                .isEqualTo("\r\033[K\033[?7lepoch 6/10 [==========>         ]  52 %  loss 0.2500\033[?7h");
        bar.close();
        assertThat(written()).endsWith("\r\033[K").doesNotContain("\n");
        int length = bytes.size();
        bar.close();
        assertThat(bytes.size()).isEqualTo(length);
    }

    @Test
    void isWrittenNoOftenerThanAnEyeCanFollow() {
        TerminalBar bar = bar(80);
        long start = System.nanoTime();
        for (int i = 1; i <= 100_000; i++) {
            bar.onBatch(1, 1, 100, 0.25);
        }
        long most = 1 + (System.nanoTime() - start) / 200_000_000;
        assertThat(written().split("epoch", -1).length - 1L).isBetween(1L, most);
    }

    /** The last column stays free, and the terminal is told not to wrap should it be narrower still. */
    @Test
    void neverWraps() {
        for (int width : new int[]{1, 2, 20, 40, 79, 200}) {
            bytes.reset();
            bar(width).onBatch(10, 4, 400, 1e30);
            String line = written().replaceFirst("^\r\033\\[K\033\\[\\?7l", "")
                    .replaceFirst("\033\\[\\?7h$", "");
            assertThat(line).hasSizeLessThan(width).doesNotContain("\033", "\n");
        }
    }

    @Test
    void aFullBarHasNoArrow() {
        bar(80).onBatch(10, 4, 400, 0.25);
        assertThat(written()).contains("[====================] 100 %  loss 0.2500");
    }

    @Test
    void knowsTerminalsThatCannotWriteOverALine() {
        assertThat(Terminal.isCapable(Map.of("TERM", "dumb"))).isFalse();
        assertThat(Terminal.isCapable(Map.of())).isFalse();
        assertThat(Terminal.isCapable(Map.of("TERM", "xterm-256color"))).isTrue();
        assertThat(Terminal.columns(Map.of())).isEqualTo(80);
        assertThat(Terminal.columns(Map.of("COLUMNS", "132"))).isEqualTo(132);
        for (String wrong : new String[]{"", "0", "-3", "wide", "99999999999"}) {
            assertThat(Terminal.columns(Map.of("COLUMNS", wrong))).isEqualTo(80);
        }
    }
}
