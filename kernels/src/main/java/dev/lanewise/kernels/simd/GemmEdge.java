package dev.lanewise.kernels.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/** Moves the last columns of a matrix, fewer than a tile's, to and from a full-width buffer. */
final class GemmEdge {
    private GemmEdge() {
    }

    /**
     * {@code to[toOffset + i * ldTo + j] = from[fromOffset + i * ldFrom + j]} for i < rows, j < columns. Rows so near an
     * array's end that a whole vector would pass it go without a vector: there the JDK checks a mask lane by lane, and
     * C2 sometimes allocates that mask.
     */
    static void copy(int rows, int columns, float[] from, int fromOffset, int ldFrom, float[] to,
            int toOffset, int ldTo) {
        int span = Lanes.F.loopBound(columns + Lanes.COUNT - 1);
        int whole = Math.min(rows(rows, from, fromOffset, ldFrom, span),
                rows(rows, to, toOffset, ldTo, span));
        for (int j = 0; j < columns; j += Lanes.COUNT) {
            VectorMask<Float> inside = Lanes.F.indexInRange(j, columns);
            for (int i = 0; i < whole; i++) {
                FloatVector.fromArray(Lanes.F, from, fromOffset + i * ldFrom + j, inside)
                        .intoArray(to, toOffset + i * ldTo + j, inside);
            }
        }
        for (int i = whole; i < rows; i++) {
            System.arraycopy(from, fromOffset + i * ldFrom, to, toOffset + i * ldTo, columns);
        }
    }

    /** How many of the rows have {@code span} elements before the array's end. */
    private static int rows(int rows, float[] x, int offset, int ld, int span) {
        int whole = rows;
        while (whole > 0 && offset + (whole - 1) * ld + span > x.length) {
            whole--;
        }
        return whole;
    }
}
