package dev.lanewise.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChartTest {
    private static List<String> labels(Axis axis) {
        return Arrays.stream(axis.ticks()).mapToObj(axis::label).toList();
    }

    @Test
    void ticksAreRoundNumbersAroundTheValues() {
        assertThat(labels(Axis.of(0, 0.874, 5))).containsExactly("0.0", "0.2", "0.4", "0.6", "0.8", "1.0");
        assertThat(labels(Axis.of(75.9, 99.6, 5))).containsExactly("75", "80", "85", "90", "95", "100");
        assertThat(labels(Axis.of(0, 2e14, 5))).hasSizeBetween(3, 8).first().isEqualTo("0");
        assertThat(labels(Axis.ofIntegers(1, 12, 8))).containsExactly("2", "4", "6", "8", "10", "12");
        assertThat(labels(Axis.ofIntegers(1, 3, 8))).containsExactly("1", "2", "3");
    }

    @Test
    void aSingleValueHasAnAxisToo() {
        for (double value : new double[]{0, 1, 97.5, 1e-9}) {
            Axis axis = Axis.of(value, value, 5);
            assertThat(axis.position(value)).isBetween(0.0, 1.0);
            assertThat(axis.ticks()).hasSizeBetween(2, 12);
        }
    }

    @Test
    void gapsStandForValuesThatAreNotFinite() {
        List<Double> values = List.of(1.0, 0.5, Double.NaN, 0.4, Double.POSITIVE_INFINITY, 0.3);
        String svg = new LineChart("Loss", "loss", true, List.of(new LineChart.Series("training", values)))
                .svg(0, 0);
        String path = svg.lines().filter(line -> line.contains("d=\"M64.0")).findFirst().orElseThrow();
        assertThat(path.chars().filter(c -> c == 'M')).hasSize(3);
        assertThat(path.chars().filter(c -> c == 'L')).hasSize(1);
        assertThat(svg).doesNotContain("NaN").doesNotContain("Infinity").contains(">0.3000</text>");
    }

    @Test
    void textIsEscaped() {
        assertThat(Html.escape("<a href=\"x\">&'")).isEqualTo("&lt;a href=&quot;x&quot;&gt;&amp;&#39;");
        assertThat(Html.facts(List.of(List.of("<k>", "<v>")))).contains("&lt;k&gt;", "&lt;v&gt;")
                .doesNotContain("<k>");
        assertThat(Html.table(List.of("<h>"), List.of(List.of("<c>")))).doesNotContain("<h>", "<c>");
    }

    @Test
    void cachesAreReadFromLinux(@TempDir Path folder) throws Exception {
        assertThat(CpuCaches.describe(folder.resolve("none")))
                .isEqualTo("unknown (this system does not tell)");
        String[][] caches = {{"1", "Data", "48K"}, {"3", "Unified", "260M"}};
        for (int i = 0; i < caches.length; i++) {
            Path cache = Files.createDirectory(folder.resolve("index" + i));
            Files.writeString(cache.resolve("level"), caches[i][0] + "\n");
            Files.writeString(cache.resolve("type"), caches[i][1] + "\n");
            Files.writeString(cache.resolve("size"), caches[i][2] + "\n");
        }
        assertThat(CpuCaches.describe(folder)).isEqualTo("L1 data 48K, L3 260M");
    }

    @Test
    void figuresAreWrittenAlike() {
        assertThat(Figures.percent(0.97314)).isEqualTo("97.31 %");
        assertThat(Figures.loss(0.09123)).isEqualTo("0.0912");
        assertThat(Figures.loss(2.36e14)).isEqualTo("2.4e+14");
        assertThat(Figures.loss(Double.NaN)).isEqualTo("NaN");
        assertThat(Figures.count(41_234.4)).isEqualTo("41,234");
    }
}
