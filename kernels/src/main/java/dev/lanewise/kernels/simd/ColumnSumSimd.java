package dev.lanewise.kernels.simd;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;

/**
 * Column sums of {@code ReductionReference} in vectors: lanes run along the columns. Eight rows at a time are read from
 * end to end, as memory likes it, and added to sums that stay in the first-level cache.
 */
public final class ColumnSumSimd {
    private static final int ROWS = 8;
    /** Columns at a time: 8 KB of sums. */
    private static final int COLUMNS = 2048;

    private ColumnSumSimd() {
    }

    /** Column sums. */
    public static void columnSums(int rows, int columns, float[] x, int xOffset, int ldx, float[] out,
            int outOffset) {
        if (columns <= Lanes.COUNT) {
            oneVector(rows, columns, x, xOffset, ldx, out, outOffset);
            return;
        }
        Arrays.fill(out, outOffset, outOffset + columns, 0f);
        for (int j = 0; j < columns; j += COLUMNS) {
            int width = Math.min(COLUMNS, columns - j);
            int i = 0;
            for (; i <= rows - ROWS; i += ROWS) {
                addEightRows(width, x, xOffset + i * ldx + j, ldx, out, outOffset + j);
            }
            for (; i < rows; i++) {
                addRow(width, x, xOffset + i * ldx + j, out, outOffset + j);
            }
        }
    }

    /** Few columns: the sums stay in a register. */
    private static void oneVector(int rows, int columns, float[] x, int xOffset, int ldx, float[] out,
            int outOffset) {
        VectorMask<Float> inside = Lanes.F.indexInRange(0, columns);
        FloatVector s = FloatVector.zero(Lanes.F);
        for (int i = 0; i < rows; i++) {
            s = s.add(FloatVector.fromArray(Lanes.F, x, xOffset + i * ldx, inside));
        }
        s.intoArray(out, outOffset, inside);
    }

    private static void addEightRows(int n, float[] x, int row0, int ldx, float[] out, int outOffset) {
        int row1 = row0 + ldx;
        int row2 = row1 + ldx;
        int row3 = row2 + ldx;
        int row4 = row3 + ldx;
        int row5 = row4 + ldx;
        int row6 = row5 + ldx;
        int row7 = row6 + ldx;
        int j = 0;
        for (; j < Lanes.bound(n); j += Lanes.COUNT) {
            FloatVector s = FloatVector.fromArray(Lanes.F, out, outOffset + j);
            s = s.add(FloatVector.fromArray(Lanes.F, x, row0 + j));
            s = s.add(FloatVector.fromArray(Lanes.F, x, row1 + j));
            s = s.add(FloatVector.fromArray(Lanes.F, x, row2 + j));
            s = s.add(FloatVector.fromArray(Lanes.F, x, row3 + j));
            s = s.add(FloatVector.fromArray(Lanes.F, x, row4 + j));
            s = s.add(FloatVector.fromArray(Lanes.F, x, row5 + j));
            s = s.add(FloatVector.fromArray(Lanes.F, x, row6 + j));
            s.add(FloatVector.fromArray(Lanes.F, x, row7 + j)).intoArray(out, outOffset + j);
        }
        if (j < n) {
            VectorMask<Float> tail = Lanes.F.indexInRange(j, n);
            FloatVector s = FloatVector.fromArray(Lanes.F, out, outOffset + j, tail);
            s = s.add(FloatVector.fromArray(Lanes.F, x, row0 + j, tail));
            s = s.add(FloatVector.fromArray(Lanes.F, x, row1 + j, tail));
            s = s.add(FloatVector.fromArray(Lanes.F, x, row2 + j, tail));
            s = s.add(FloatVector.fromArray(Lanes.F, x, row3 + j, tail));
            s = s.add(FloatVector.fromArray(Lanes.F, x, row4 + j, tail));
            s = s.add(FloatVector.fromArray(Lanes.F, x, row5 + j, tail));
            s = s.add(FloatVector.fromArray(Lanes.F, x, row6 + j, tail));
            s.add(FloatVector.fromArray(Lanes.F, x, row7 + j, tail)).intoArray(out, outOffset + j, tail);
        }
    }

    private static void addRow(int n, float[] x, int xOffset, float[] out, int outOffset) {
        int j = 0;
        for (; j < Lanes.bound(n); j += Lanes.COUNT) {
            FloatVector.fromArray(Lanes.F, out, outOffset + j)
                    .add(FloatVector.fromArray(Lanes.F, x, xOffset + j))
                    .intoArray(out, outOffset + j);
        }
        if (j < n) {
            VectorMask<Float> tail = Lanes.F.indexInRange(j, n);
            FloatVector.fromArray(Lanes.F, out, outOffset + j, tail)
                    .add(FloatVector.fromArray(Lanes.F, x, xOffset + j, tail))
                    .intoArray(out, outOffset + j, tail);
        }
    }
}
