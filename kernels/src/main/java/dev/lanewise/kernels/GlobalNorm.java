package dev.lanewise.kernels;

import dev.lanewise.kernels.reference.ReductionReference;
import dev.lanewise.kernels.simd.GlobalNormSimd;
import java.util.Arrays;

/**
 * The Euclidean norm of many arrays as of one vector: their elements, in the order in which they were added, are
 * element 0, 1, ... of {@link Reductions#l2Norm}. The bits do not depend on how the vector is cut into arrays. For
 * one thread at a time; adding allocates nothing.
 */
public final class GlobalNorm {
    private static final boolean SIMD = Capabilities.current().backend() == Backend.SIMD;

    private final float[] accumulators = new float[ReductionReference.ACCUMULATORS];
    private long count;

    /** Begins with no element. */
    public GlobalNorm() {
    }

    /** Forgets all elements. */
    public void reset() {
        Arrays.fill(accumulators, 0f);
        count = 0;
    }

    /**
     * Adds the elements {@code x[0..n)}. Throws NullPointerException for null and IllegalArgumentException for an
     * illegal size or range, and adds nothing then.
     */
    public void add(int n, float[] x, int xOffset) {
        Check.size("n", n);
        Check.span("x", x, xOffset, n);
        if (SIMD) {
            GlobalNormSimd.addSquares(count, n, x, xOffset, accumulators);
        } else {
            ReductionReference.addSquares(count, n, x, xOffset, accumulators);
        }
        count += n;
    }

    /** The norm of the elements so far; +0 if there is none. */
    public float value() {
        return SIMD ? GlobalNormSimd.norm(accumulators) : ReductionReference.norm(accumulators);
    }
}
