package dev.lanewise.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The figures that {@code lanewise benchmark kernels --save FILE} wrote. */
final class MeasuredSpeeds {
    private static final String HEADER = "kernel,elements,columns,ns/element,fastest,slowest,GB/s,reference ns/element";

    /** Nothing was measured. */
    static final MeasuredSpeeds NONE = new MeasuredSpeeds(Map.of());

    private final Map<String, List<String>> speeds;

    private MeasuredSpeeds(Map<String, List<String>> speeds) {
        this.speeds = speeds;
    }

    /**
     * The figures of a file, none if there is no such file.
     *
     * @throws IOException also if the file holds something else
     */
    static MeasuredSpeeds read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return NONE;
        }
        Map<String, List<String>> speeds = new HashMap<>();
        List<String> lines = Files.readAllLines(file);
        if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
            throw new IOException(file + ": no figures of kernels (expected the columns " + HEADER + ")");
        }
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            if (cells.length != 8) {
                throw new IOException(file + ": " + line + " (expected the columns " + HEADER + ")");
            }
            speeds.computeIfAbsent(cells[0], name -> new ArrayList<>())
                    .add(cells[1] + ": " + cells[3] + " ns, " + cells[6] + " GB/s");
        }
        return new MeasuredSpeeds(speeds);
    }

    /** Such as {@code 2048: 0.038 ns, 215 GB/s; ...}, empty if it was not measured. */
    String of(String kernel) {
        return String.join("; ", speeds.getOrDefault(kernel, List.of()));
    }
}
