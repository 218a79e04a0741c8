package dev.lanewise.kernels.simd;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sizes of one core's caches in bytes: as Linux tells them, or those that most machines have at least. */
final class CacheSizes {
    private static final Path LINUX = Path.of("/sys/devices/system/cpu/cpu0/cache");
    private static final int UNKNOWN_FIRST_LEVEL = 32 << 10;
    private static final int UNKNOWN_SECOND_LEVEL = 512 << 10;

    private CacheSizes() {
    }

    /** The first-level data cache. */
    static int firstLevel() {
        return size(LINUX, "1", UNKNOWN_FIRST_LEVEL);
    }

    /** The second-level cache. */
    static int secondLevel() {
        return size(LINUX, "2", UNKNOWN_SECOND_LEVEL);
    }

    /** The cache of a level that holds data, below such a folder; {@code otherwise} where that cannot be read. */
    static int size(Path folder, String level, int otherwise) {
        for (int i = 0; i < 8; i++) {
            Path cache = folder.resolve("index" + i);
            try {
                if (read(cache, "level").equals(level) && !read(cache, "type").equals("Instruction")) {
                    return bytes(read(cache, "size"));
                }
            } catch (IOException | RuntimeException unknown) {
                return otherwise;
            }
        }
        return otherwise;
    }

    private static int bytes(String size) {
        int number = Integer.parseInt(size.substring(0, size.length() - 1));
        return switch (size.charAt(size.length() - 1)) {
            case 'K' -> Math.multiplyExact(number, 1 << 10);
            case 'M' -> Math.multiplyExact(number, 1 << 20);
            default -> throw new NumberFormatException(size);
        };
    }

    private static String read(Path cache, String file) throws IOException {
        return Files.readString(cache.resolve(file)).strip();
    }
}
