package dev.lanewise.kernels;

import dev.lanewise.kernels.simd.LinearSimd;

/**
 * The right operand op(B) of a product, rows x columns, copied once into the order in which the kernels read it: for
 * weights that are used many times. The products that take it give the same bits as those of the matrix itself.
 *
 * <p>It holds {@code rows * C} floats, C being the columns rounded up to a multiple of twice the lanes of a vector (32,
 * 16 and 8 columns at 512, 256 and 128 bits; 16 without vectors): see {@link #bytes}. Any number of threads may
 * read it at a time; {@link #set} needs it alone.
 */
public final class PackedMatrix {
    private static final boolean SIMD = Capabilities.current().backend() == Backend.SIMD;
    private static final int WIDTH = SIMD ? LinearSimd.sliverWidth() : 16;
    private static final int MAX_ELEMENTS = Integer.MAX_VALUE - 8;

    private final int rows;
    private final int columns;
    private final float[] elements;

    private PackedMatrix(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        elements = new float[(int) length(rows, columns)];
    }

    /**
     * Packs a matrix.
     *
     * @param trans whether B is stored rows x columns ({@code N}) or columns x rows ({@code T})
     * @param rows rows of op(B): k of the products
     * @param columns columns of op(B): n of the products
     * @param b B, from {@code bOffset}; not needed afterwards
     * @param ldb distance between B's stored rows, at least their length and 1
     * @throws NullPointerException if an argument is null
     * @throws IllegalArgumentException for illegal sizes, for an array that is too short, or if the packed matrix would
     *         not fit in an array
     */
    public static PackedMatrix of(Transpose trans, int rows, int columns, float[] b, int bOffset, int ldb) {
        Check.notNull("trans", trans);
        Check.size("rows", rows);
        Check.size("columns", columns);
        checkLength(rows, columns);
        checkSource(trans, rows, columns, b, bOffset, ldb);
        var packed = new PackedMatrix(rows, columns);
        packed.copy(trans, b, bOffset, ldb);
        return packed;
    }

    /**
     * Packs another matrix of the same size into the same memory, such as the same weights after a change. No product
     * may be reading it meanwhile. Allocates nothing; arguments and exceptions as in {@link #of}.
     */
    public void set(Transpose trans, float[] b, int bOffset, int ldb) {
        Check.notNull("trans", trans);
        checkSource(trans, rows, columns, b, bOffset, ldb);
        copy(trans, b, bOffset, ldb);
    }

    /** Rows of op(B). */
    public int rows() {
        return rows;
    }

    /** Columns of op(B). */
    public int columns() {
        return columns;
    }

    /** Memory of the elements: {@code 4 * rows * C} bytes, C being the columns rounded up as above. */
    public long bytes() {
        return (long) Float.BYTES * elements.length;
    }

    /** Columns of a sliver. */
    int width() {
        return WIDTH;
    }

    /**
     * The slivers, one after the other: element (p, j) is at {@code (j / width) * rows * width + p * width + j % width},
     * so each sliver is a rows x width matrix of its own. Columns beyond the last hold 0.
     */
    float[] elements() {
        return elements;
    }

    @Override
    public String toString() {
        return "PackedMatrix[" + rows + " x " + columns + "]";
    }

    private static long length(int rows, int columns) {
        return rows * ((columns + WIDTH - 1L) / WIDTH * WIDTH);
    }

    private static void checkLength(int rows, int columns) {
        long length = length(rows, columns);
        if (length > MAX_ELEMENTS) {
            throw new IllegalArgumentException("rows x columns: " + rows + " x " + columns + ", packed "
                    + length + " floats (expected <= " + MAX_ELEMENTS + ")");
        }
    }

    private static void checkSource(Transpose trans, int rows, int columns, float[] b, int bOffset, int ldb) {
        if (trans == Transpose.T) {
            Check.leading("ldb", ldb, "rows", rows);
            Check.span("b", b, bOffset, Check.span(columns, rows, ldb));
        } else {
            Check.leading("ldb", ldb, "columns", columns);
            Check.span("b", b, bOffset, Check.span(rows, columns, ldb));
        }
    }

    private void copy(Transpose trans, float[] b, int bOffset, int ldb) {
        for (int j = 0; j < columns; j += WIDTH) {
            int count = Math.min(WIDTH, columns - j);
            int sliver = j * rows;
            if (trans == Transpose.T) {
                transposeSliver(count, b, bOffset + j * ldb, ldb, sliver);
            } else {
                copySliver(count, b, bOffset + j, ldb, sliver);
            }
        }
    }

    private void copySliver(int count, float[] b, int from, int ldb, int sliver) {
        for (int p = 0; p < rows; p++) {
            System.arraycopy(b, from + p * ldb, elements, sliver + p * WIDTH, count);
        }
    }

    private void transposeSliver(int count, float[] b, int from, int ldb, int sliver) {
        for (int j = 0; j < count; j++) {
            for (int p = 0; p < rows; p++) {
                elements[sliver + p * WIDTH + j] = b[from + j * ldb + p];
            }
        }
    }
}
