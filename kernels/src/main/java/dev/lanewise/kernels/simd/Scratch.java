package dev.lanewise.kernels.simd;

import dev.lanewise.kernels.reference.PhiloxReference;
import dev.lanewise.kernels.reference.ReductionReference;

/** Small buffers that kernels need; one set a thread, released with it, so that no call allocates. */
final class Scratch {
    private static final ThreadLocal<Scratch> OF_THREAD = ThreadLocal.withInitial(Scratch::new);

    /** The virtual accumulators of a reduction. */
    final float[] accumulators = new float[ReductionReference.ACCUMULATORS];
    /** The words of one group of random elements. */
    final int[] words = new int[PhiloxReference.GROUP];
    /** The draws of one group. */
    final float[] draws = new float[PhiloxReference.GROUP];

    private Scratch() {
    }

    static Scratch get() {
        return OF_THREAD.get();
    }
}
