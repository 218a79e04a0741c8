package dev.lanewise.kernels.simd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cache sizes as Linux writes them, and as it might. */
class CacheSizesTest {
    @TempDir
    Path folder;

    @Test
    void readsTheLevelThatHoldsData() throws IOException {
        cache(0, "1", "Instruction", "64K");
        cache(1, "1", "Data", "48K");
        cache(2, "2", "Unified", "2M");
        assertThat(CacheSizes.size(folder, "1", 7)).isEqualTo(48 << 10);
        assertThat(CacheSizes.size(folder, "2", 7)).isEqualTo(2 << 20);
        assertThat(CacheSizes.size(folder, "3", 7)).isEqualTo(7);
    }

    @Test
    void unreadableSizesGiveTheDefault() throws IOException {
        assertThat(CacheSizes.size(folder.resolve("none"), "1", 7)).isEqualTo(7);
        for (String size : new String[]{"", "K", "48", "forty", "9999999M"}) {
            cache(0, "1", "Data", size);
            assertThat(CacheSizes.size(folder, "1", 7)).as(size).isEqualTo(7);
        }
    }

    private void cache(int index, String level, String type, String size) throws IOException {
        Path cache = Files.createDirectories(folder.resolve("index" + index));
        Files.writeString(cache.resolve("level"), level + "\n");
        Files.writeString(cache.resolve("type"), type + "\n");
        Files.writeString(cache.resolve("size"), size + "\n");
    }
}
