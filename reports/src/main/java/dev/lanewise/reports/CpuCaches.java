package dev.lanewise.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The caches of the first processor, as Linux tells them. */
final class CpuCaches {
    private static final Path LINUX = Path.of("/sys/devices/system/cpu/cpu0/cache");

    private CpuCaches() {
    }

    /** Such as {@code L1 data 48K, L1 instruction 32K, L2 2048K, L3 260M}. */
    static String describe() {
        return describe(LINUX);
    }

    static String describe(Path folder) {
        List<String> caches = new ArrayList<>();
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path cache : entries.filter(e -> e.getFileName().toString().startsWith("index"))
                    .sorted()
                    .toList()) {
                String type = read(cache, "type").toLowerCase(Locale.ROOT);
                caches.add("L" + read(cache, "level") + (type.equals("unified") ? "" : " " + type) + " "
                        + read(cache, "size"));
            }
        } catch (IOException unknown) {
            return "unknown (this system does not tell)";
        }
        return caches.isEmpty() ? "unknown (this system does not tell)" : String.join(", ", caches);
    }

    private static String read(Path cache, String file) throws IOException {
        return Files.readString(cache.resolve(file)).strip();
    }
}
