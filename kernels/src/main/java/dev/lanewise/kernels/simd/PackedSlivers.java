package dev.lanewise.kernels.simd;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * A whole matrix op(B), rows x columns, in the order in which the tiles read it: one sliver of columns after the other,
 * each NR wide, the last one as many whole vectors as it needs. Element (p, j) of the sliver that begins at column s and
 * is {@code width} wide is float {@code s * rows + p * width + j - s}. Columns beyond the last hold 0.
 */
public final class PackedSlivers {
    private static final int NR = GemmBlocking.NR;
    private static final ValueLayout.OfFloat FLOAT = ValueLayout.JAVA_FLOAT;

    private PackedSlivers() {
    }

    /** How many floats a matrix takes. */
    public static long floats(int rows, int columns) {
        return rows * ((columns + Lanes.COUNT - 1L) / Lanes.COUNT * Lanes.COUNT);
    }

    /** Memory for a matrix, filled with 0; freed when nothing refers to it any more. */
    public static MemorySegment allocate(int rows, int columns) {
        return Arena.ofAuto().allocate(Float.BYTES * floats(rows, columns), GemmBlocking.ALIGNMENT);
    }

    /** Copies op(B) into memory of {@link #allocate}. */
    public static void pack(boolean transposed, int rows, int columns, float[] b, int bOffset, int ldb,
            MemorySegment packed) {
        if (rows == 0) {
            return;
        }
        int slivers = Math.ceilDiv(columns, NR);
        for (int s = 0; s < slivers; s++) {
            int j = s * NR;
            int count = Math.min(NR, columns - j);
            long sliver = (long) j * rows;
            int width = (count + Lanes.COUNT - 1) / Lanes.COUNT * Lanes.COUNT;
            for (int p = 0; p < rows; p++) {
                long at = sliver + (long) p * width;
                if (transposed) {
                    gather(count, b, bOffset + j * ldb + p, ldb, packed, at);
                } else {
                    MemorySegment.copy(b, bOffset + p * ldb + j, packed, FLOAT, Float.BYTES * at, count);
                }
            }
        }
    }

    private static void gather(int count, float[] b, int bAt, int ldb, MemorySegment packed, long at) {
        for (int j = 0; j < count; j++) {
            packed.setAtIndex(FLOAT, at + j, b[bAt + j * ldb]);
        }
    }
}
