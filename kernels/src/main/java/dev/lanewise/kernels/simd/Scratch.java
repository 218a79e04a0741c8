package dev.lanewise.kernels.simd;

import dev.lanewise.kernels.reference.PhiloxReference;
import dev.lanewise.kernels.reference.ReductionReference;

/** Small buffers that kernels need; one set a thread, released with it, so that no call allocates. */
final class Scratch {
    /** Rows that are worked on together. */
    static final int ROWS = 64;
    /**
     * Elements of a strip: kernels of several passes make them over a strip, which stays in the first-level cache. A multiple of the
     * accumulators.
     */
    static final int STRIP = 512;

    private static final ThreadLocal<Scratch> OF_THREAD = ThreadLocal.withInitial(Scratch::new);

    /** The virtual accumulators of a reduction. */
    final float[] accumulators = new float[ReductionReference.ACCUMULATORS];
    /** The words of one group of random elements. */
    final int[] words = new int[PhiloxReference.GROUP];
    /** The draws of one group. */
    final float[] draws = new float[PhiloxReference.GROUP];

    /** Intermediate values of a strip of elements. */
    final float[] strip = new float[STRIP];
    /** More of them. */
    final float[] otherStrip = new float[STRIP];
    /** One vector: the end of an array that is no multiple of the lanes. */
    private final float[] tail = new float[Lanes.COUNT];
    /** The maxima of rows. */
    final float[] maxima = new float[ROWS];
    /** The sums of rows. */
    final float[] sums = new float[ROWS];
    /** The terms of row losses that are not sums of exponentials. */
    final float[] expected = new float[ROWS];

    private Scratch() {
    }

    static Scratch get() {
        return OF_THREAD.get();
    }

    /** The last {@code count} elements of an array, fewer than a vector's, at the start of a whole vector. */
    static float[] tail(float[] x, int offset, int count) {
        float[] tail = get().tail;
        System.arraycopy(x, offset, tail, 0, count);
        return tail;
    }
}
