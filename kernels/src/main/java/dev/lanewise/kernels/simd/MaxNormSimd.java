package dev.lanewise.kernels.simd;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LE;

import dev.lanewise.kernels.reference.MaxNormReference;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/**
 * {@code MaxNormReference} in vectors: lanes run along the columns. Strips of columns are passed row by row, so that memory
 * is read in runs, while their sums stay in the first-level cache. Columns beyond the last whole vector are left to the
 * definition.
 */
public final class MaxNormSimd {
    private MaxNormSimd() {
    }

    /** Scales each column that is longer than the limit, but not infinitely long, to the limit. */
    public static void apply(int rows, int columns, float limit, float[] w, int wOffset, int ldw) {
        float[] strip = Scratch.get().strip;
        int whole = Lanes.bound(columns);
        for (int j = 0; j < whole; j += Scratch.STRIP) {
            int n = Math.min(Scratch.STRIP, whole - j);
            addSquares(rows, n, w, wOffset + j, ldw, strip);
            if (factors(n, limit, strip)) {
                scale(rows, n, strip, w, wOffset + j, ldw);
            }
        }
        MaxNormReference.apply(rows, columns - whole, limit, w, wOffset + whole, ldw);
    }

    private static void addSquares(int rows, int n, float[] w, int wOffset, int ldw, float[] sums) {
        Arrays.fill(sums, 0, n, 0f);
        for (int i = 0; i < rows; i++) {
            int row = wOffset + i * ldw;
            for (int j = 0; j < n; j += Lanes.COUNT) {
                FloatVector v = FloatVector.fromArray(Lanes.F, w, row + j);
                v.fma(v, FloatVector.fromArray(Lanes.F, sums, j)).intoArray(sums, j);
            }
        }
    }

    /** Turns sums of squares into what their columns are multiplied by; tells whether one of these is not 1. */
    private static boolean factors(int n, float limit, float[] sums) {
        boolean any = false;
        FloatVector one = FloatVector.broadcast(Lanes.F, 1f);
        for (int j = 0; j < n; j += Lanes.COUNT) {
            FloatVector norm = FloatVector.fromArray(Lanes.F, sums, j).sqrt();
            VectorMask<Float> over = norm.compare(GT, limit).and(norm.compare(LE, Float.MAX_VALUE));
            one.blend(FloatVector.broadcast(Lanes.F, limit).div(norm), over).intoArray(sums, j);
            any |= over.anyTrue();
        }
        return any;
    }

    /** Multiplies by the columns' factors; a factor of 1 changes nothing. */
    private static void scale(int rows, int n, float[] factors, float[] w, int wOffset, int ldw) {
        for (int i = 0; i < rows; i++) {
            int row = wOffset + i * ldw;
            for (int j = 0; j < n; j += Lanes.COUNT) {
                FloatVector.fromArray(Lanes.F, w, row + j)
                        .mul(FloatVector.fromArray(Lanes.F, factors, j))
                        .intoArray(w, row + j);
            }
        }
    }
}
