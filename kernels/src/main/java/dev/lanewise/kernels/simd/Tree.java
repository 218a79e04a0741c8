package dev.lanewise.kernels.simd;

import dev.lanewise.kernels.reference.ReductionReference;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShuffle;

/** {@link ReductionReference#tree} in vectors: the same additions, in memory while they fill vectors, then in one. */
final class Tree {
    static final VectorShuffle<Float> BY_8 = VectorShuffle.iota(Lanes.F, 8, 1, true);
    static final VectorShuffle<Float> BY_4 = VectorShuffle.iota(Lanes.F, 4, 1, true);
    static final VectorShuffle<Float> BY_2 = VectorShuffle.iota(Lanes.F, 2, 1, true);
    static final VectorShuffle<Float> BY_1 = VectorShuffle.iota(Lanes.F, 1, 1, true);

    private Tree() {
    }

    /** Sets the 64 accumulators to +0. */
    static void clear(float[] acc) {
        for (int j = 0; j < ReductionReference.ACCUMULATORS; j += Lanes.COUNT) {
            FloatVector.zero(Lanes.F).intoArray(acc, j);
        }
    }

    /** The sum of the 64 accumulators; destroys them. */
    static float sum(float[] acc) {
        for (int half = ReductionReference.ACCUMULATORS / 2; half >= Lanes.COUNT; half /= 2) {
            for (int j = 0; j < half; j += Lanes.COUNT) {
                FloatVector.fromArray(Lanes.F, acc, j)
                        .add(FloatVector.fromArray(Lanes.F, acc, j + half))
                        .intoArray(acc, j);
            }
        }
        // Each lane adds the one that far behind it, around the end: lane 0 does what the tree says.
        FloatVector v = FloatVector.fromArray(Lanes.F, acc, 0);
        if (Lanes.COUNT > 8) {
            v = v.add(v.rearrange(BY_8));
        }
        if (Lanes.COUNT > 4) {
            v = v.add(v.rearrange(BY_4));
        }
        v = v.add(v.rearrange(BY_2));
        return v.add(v.rearrange(BY_1)).lane(0);
    }
}
