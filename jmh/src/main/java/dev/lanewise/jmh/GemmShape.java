package dev.lanewise.jmh;

import dev.lanewise.kernels.Transpose;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A product to measure, written {@code NN:128x512x784}: whether A and B are transposed, then m, n, k.
 *
 * @param transA of A
 * @param transB of B
 * @param m rows of C
 * @param n columns of C
 * @param k length of the inner sums
 */
public record GemmShape(Transpose transA, Transpose transB, int m, int n, int k) {
    private static final Pattern TEXT = Pattern
            .compile("([NT])([NT]):([1-9]\\d{0,4})x([1-9]\\d{0,4})x([1-9]\\d{0,4})");

    /**
     * Reads the written form; sizes are 1 to 99,999.
     *
     * @throws IllegalArgumentException for any other text
     */
    public static GemmShape parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("shape: " + text + " (expected such as NN:128x512x784)");
        }
        return new GemmShape(Transpose.valueOf(parts.group(1)), Transpose.valueOf(parts.group(2)),
                Integer.parseInt(parts.group(3)), Integer.parseInt(parts.group(4)),
                Integer.parseInt(parts.group(5)));
    }

    /** Distance between A's stored rows. */
    public int lda() {
        return transA == Transpose.N ? k : m;
    }

    /** Distance between B's stored rows. */
    public int ldb() {
        return transB == Transpose.N ? n : k;
    }

    /** Floating-point operations: a multiplication and an addition for each step. */
    public double flops() {
        return 2.0 * m * n * k;
    }

    @Override
    public String toString() {
        return transA.name() + transB.name() + ":" + m + "x" + n + "x" + k;
    }
}
