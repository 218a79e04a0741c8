package dev.lanewise.properties;

import dev.lanewise.kernels.Capabilities;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table {@code reports/accuracy.md}. */
final class AccuracyReport {
    private static final String HEAD = """
            # Accuracy of the elementary functions over all 2^32 floats

            The error is |result - exact| in units in the last place (ULP) of the exact value rounded to float, also among the
            subnormals. The exact value comes from an oracle in double: `StrictMath`, or for erf a series of terms of one sign.
            Infinities, NaN and the signs of zeros must agree, or the error counts as infinite. No argument is left out.
            "Out of order" counts the neighbouring arguments whose results step the wrong way. "SIMD differs" counts the arguments
            on which the vector kernel, as its users call it, does not give the bits of the definition.

            | function | published | observed | worst input | its bits | out of order | SIMD differs | time |
            |---|---|---|---|---|---|---|---|
            """;
    private final List<String> rows = new ArrayList<>();
    private Duration total = Duration.ZERO;

    void add(ElementaryFunction function, ExhaustiveAccuracy.Finding found, Duration time) {
        float x = found.worst();
        rows.add(String.format(Locale.ROOT,
                "| %s | %.3f | %.6f | %s = %s | 0x%08x | %,d | %,d | %d s |",
                function.name().toLowerCase(Locale.ROOT), function.publishedUlps(), found.ulps(), x,
                Float.toHexString(x), Float.floatToRawIntBits(x), found.disorder(),
                found.differences(), time.toSeconds()));
        total = total.plus(time);
    }

    /** Writes beside the file, then moves: the file is never half written. */
    void write(Path file, String turns, int threads) throws IOException {
        String text = HEAD + String.join("\n", rows) + "\n\n" + turns + "\n\nMeasured in "
                + total.toMinutes() + " min " + total.toSecondsPart() + " s on " + threads
                + " threads, " + Capabilities.current().vectorBits() + "-bit vectors, Java "
                + Runtime.version() + ", by\n\n    " + ExhaustiveAccuracy.COMMAND + "\n";
        Path beside = Files.createTempFile(file.toAbsolutePath().getParent(), "accuracy", ".part");
        try {
            Files.writeString(beside, text);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
