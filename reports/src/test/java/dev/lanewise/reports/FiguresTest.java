package dev.lanewise.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FiguresTest {
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
        assertThat(Figures.r2(0.90123)).isEqualTo("0.9012");
        assertThat(Figures.r2(Double.NaN)).isEqualTo("undefined (all targets are equal)");
        assertThat(Figures.count(41_234.4)).isEqualTo("41,234");
    }
}
