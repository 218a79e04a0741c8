package dev.lanewise.kernels.simd;

import dev.lanewise.kernels.reference.ReductionReference;

/** {@code ReductionReference.addSquares} in vectors. */
public final class GlobalNormSimd {
    private static final int ACCUMULATORS = ReductionReference.ACCUMULATORS;

    private GlobalNormSimd() {
    }

    /**
     * Adds the squares of elements {@code first} to {@code first + n}. Both ends are left to the definition: at the end of
     * an array a masked vector may be boxed.
     */
    public static void addSquares(long first, int n, float[] x, int xOffset, float[] acc) {
        int head = (int) Math.min(n, -first & ACCUMULATORS - 1);
        ReductionReference.addSquares(first, head, x, xOffset, acc);
        int whole = n - head & -ACCUMULATORS;
        ReductionSimd.addProducts(whole, x, xOffset + head, x, xOffset + head, acc);
        int done = head + whole;
        ReductionReference.addSquares(first + done, n - done, x, xOffset + done, acc);
    }

    /** Square root of the accumulators' sum. */
    public static float norm(float[] acc) {
        float[] copy = Scratch.get().accumulators;
        System.arraycopy(acc, 0, copy, 0, ACCUMULATORS);
        return (float) Math.sqrt(Tree.sum(copy));
    }
}
