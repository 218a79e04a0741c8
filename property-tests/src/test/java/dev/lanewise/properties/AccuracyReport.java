package dev.lanewise.properties;

import dev.lanewise.kernels.Capabilities;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** The table {@code reports/accuracy.md}, which keeps the rows of the functions that a run does not measure. */
final class AccuracyReport {
    private static final String HEAD = """
            # Accuracy of element functions, activations and derivatives over all 2^32 floats

            An error is |result - exact|; a unit in the last place (ULP) is that of the exact value rounded to float, also among
            the subnormals. The exact value comes from an oracle in double that a test compares with decimal arithmetic.
            No argument is left out: NaN must agree, infinite results stand for 2^128, zeros of functions agree in sign.

            - **published**: the bound of `kernels.md`. That of an `activateBackward` is the error of dx beside dy times the derivative
              at x (of y = activate(x), where y is saved), for every finite dy: it is tried with dy = 1, from whose error that for every
              other dy follows, and with a dy of any magnitude, another one for each x.
            - **observed**: the largest error, or how much of the published bound it takes.
            - **mean**: of the errors in ULP, dy being 1; beside an absolute bound only where the exact value is at least 1/16.
              A - stands in rows of a run that did not count it.
            - **correctly rounded**: the share of the results (dy being 1) that no float is nearer to the exact value than.
            - **out of order**: neighbouring arguments whose results step the wrong way, for functions that never fall.
            - **SIMD differs**: arguments on which the vector kernel, as its users call it, does not give the definition's bits.

            | function | published | observed | mean | correctly rounded | worst input | its bits | out of order | SIMD differs | time |
            |---|---|---|---|---|---|---|---|---|---|
            """;
    private static final int WORST_BITS = 6;
    private static final String TURNS = "sinTwoPi and cosTwoPi on all multiples of 2^-24 in [0, 1): ";
    private static final String MISSING = "Not measured over all floats yet, only on samples: ";

    private final Path file;
    private final Map<String, String> rows = new LinkedHashMap<>();
    private String turns = "";

    private AccuracyReport(Path file) {
        this.file = file;
    }

    /** What stands in the file, nothing if there is none. */
    static AccuracyReport of(Path file) throws IOException {
        AccuracyReport report = new AccuracyReport(file);
        for (String line : Files.exists(file) ? Files.readAllLines(file) : List.<String>of()) {
            if (line.startsWith("| `")) {
                report.rows.put(line.substring(3, line.indexOf('`', 3)), line);
            }
        }
        return report;
    }

    /** The cells of a function's row, none if it has none. */
    List<String> cells(String name) {
        String row = rows.get(name);
        return row == null
                ? List.of()
                : Stream.of(row.substring(1).split("(?<!\\\\)\\|")).map(String::strip).toList();
    }

    /** The bits of the argument at which a function's error was largest. */
    OptionalInt worst(String name) {
        List<String> cells = cells(name);
        return cells.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(Integer.parseUnsignedInt(cells.get(WORST_BITS).substring(2), 16));
    }

    /** The functions that have no row. */
    static String missing(List<String> names) {
        return names.isEmpty() ? "" : MISSING + String.join(", ", names) + ".\n\n";
    }

    /** A row's text in place of what the function had. */
    void add(Measured measured, Finding found, Duration time, int threads) throws IOException {
        float x = found.worst();
        rows.put(measured.name(), String.format(Locale.ROOT,
                "| `%s` | %s | %s | %.3f | %.2f %% | %s = %s | 0x%08x | %s | %,d | %d s |",
                measured.name(), published(measured), observed(measured, found), found.meanUlps(),
                100 * found.roundedShare(), x, Float.toHexString(x), Float.floatToRawIntBits(x),
                measured.isRising() ? String.format(Locale.ROOT, "%,d", found.disorder()) : "-",
                found.differences(), time.toSeconds()));
        write(threads);
    }

    static String published(Measured measured) {
        return measured.published().text().replace("|", "\\|");
    }

    private static String observed(Measured measured, Finding found) {
        return measured.isDerivative() || measured.published().absolute() > 0
                ? String.format(Locale.ROOT, "%.1f %% of it", 100 * found.used())
                : String.format(Locale.ROOT, "%.6f ULP", found.ulps());
    }

    /** Largest errors of sine and cosine. */
    void turns(double sin, double cos) {
        turns = String.format(Locale.ROOT,
                TURNS + "largest absolute errors %.3g and %.3g (bound 2^-23 = %.3g).",
                sin, cos, 0x1p-23);
    }

    /** Writes beside the file, then moves: the file is never half written. */
    private void write(int threads) throws IOException {
        List<String> present = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (Measured measured : Measured.all()) {
            String row = rows.get(measured.name());
            (row == null ? missing : present).add(row == null ? "`" + measured.name() + "`" : row);
        }
        String text = HEAD + String.join("\n", present) + "\n\n" + missing(missing) + turns
                + "\n\nMeasured last on " + threads + " threads, " + Capabilities.current().vectorBits()
                + "-bit vectors, Java " + Runtime.version() + ", by\n\n    " + ExhaustiveAccuracy.COMMAND
                + "\n";
        Path beside = Files.createTempFile(file.toAbsolutePath().getParent(), "accuracy", ".part");
        try {
            Files.writeString(beside, text);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
