package dev.lanewise.kernels.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/** Column sums of {@code ReductionReference} in vectors: lanes run along the columns. */
public final class ColumnSumSimd {
    private static final int STRIP = 4 * Lanes.COUNT;

    private ColumnSumSimd() {
    }

    /** Column sums: four vectors of columns at a time, rows ascending, then single vectors. */
    public static void columnSums(int rows, int columns, float[] x, int xOffset, int ldx, float[] out,
            int outOffset) {
        int j = 0;
        for (; j <= columns - STRIP; j += STRIP) {
            columnStrip(rows, x, xOffset + j, ldx, out, outOffset + j);
        }
        for (; j < columns; j += Lanes.COUNT) {
            VectorMask<Float> mask = Lanes.F.indexInRange(j, columns);
            FloatVector s = FloatVector.zero(Lanes.F);
            for (int i = 0; i < rows; i++) {
                s = s.add(FloatVector.fromArray(Lanes.F, x, xOffset + i * ldx + j, mask));
            }
            s.intoArray(out, outOffset + j, mask);
        }
    }

    private static void columnStrip(int rows, float[] x, int xOffset, int ldx, float[] out, int outOffset) {
        FloatVector s0 = FloatVector.zero(Lanes.F);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        for (int i = 0; i < rows; i++) {
            int row = xOffset + i * ldx;
            s0 = s0.add(FloatVector.fromArray(Lanes.F, x, row));
            s1 = s1.add(FloatVector.fromArray(Lanes.F, x, row + Lanes.COUNT));
            s2 = s2.add(FloatVector.fromArray(Lanes.F, x, row + 2 * Lanes.COUNT));
            s3 = s3.add(FloatVector.fromArray(Lanes.F, x, row + 3 * Lanes.COUNT));
        }
        s0.intoArray(out, outOffset);
        s1.intoArray(out, outOffset + Lanes.COUNT);
        s2.intoArray(out, outOffset + 2 * Lanes.COUNT);
        s3.intoArray(out, outOffset + 3 * Lanes.COUNT);
    }
}
