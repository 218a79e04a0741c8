package dev.lanewise.jmh;

import dev.lanewise.kernels.Transpose;

/**
 * A product to measure, written {@code NN:128x512x784}: whether A and B are transposed, then m, n, k.
 *
 * @param transA of A
 * @param transB of B
 * @param m rows of C
 * @param n columns of C
 * @param k length of the inner sums
 */
record GemmShape(Transpose transA, Transpose transB, int m, int n, int k) {
    static GemmShape parse(String text) {
        String[] sizes = text.substring(3).split("x", -1);
        return new GemmShape(Transpose.valueOf(text.substring(0, 1)), Transpose.valueOf(text.substring(1, 2)),
                Integer.parseInt(sizes[0]), Integer.parseInt(sizes[1]), Integer.parseInt(sizes[2]));
    }

    int lda() {
        return transA == Transpose.N ? k : m;
    }

    int ldb() {
        return transB == Transpose.N ? n : k;
    }

    /** Floating-point operations: a multiplication and an addition for each step. */
    double flops() {
        return 2.0 * m * n * k;
    }
}
