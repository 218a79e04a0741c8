package dev.lanewise.kernels.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/** Moves the last columns of a matrix, fewer than a tile's, to and from a full-width buffer. */
final class GemmEdge {
    private GemmEdge() {
    }

    /** {@code to[toOffset + i * ldTo + j] = from[fromOffset + i * ldFrom + j]} for i < rows, j < columns. */
    static void copy(int rows, int columns, float[] from, int fromOffset, int ldFrom, float[] to,
            int toOffset, int ldTo) {
        for (int j = 0; j < columns; j += Lanes.COUNT) {
            VectorMask<Float> inside = Lanes.F.indexInRange(j, columns);
            for (int i = 0; i < rows; i++) {
                FloatVector.fromArray(Lanes.F, from, fromOffset + i * ldFrom + j, inside)
                        .intoArray(to, toOffset + i * ldTo + j, inside);
            }
        }
    }
}
