package dev.lanewise.kernels;

import dev.lanewise.kernels.simd.PackedSlivers;
import java.lang.foreign.MemorySegment;

/**
 * The right operand op(B) of a product, rows x columns, copied once into the order in which the kernels read it: for
 * weights that are used many times. The products that take it give the same bits as those of the matrix itself.
 *
 * <p>It holds {@code rows * C} floats, C being the columns rounded up to a multiple of the lanes of a vector (16, 8 and 4
 * at 512, 256 and 128 bits; not rounded on the reference backend, which keeps them on the heap): see {@link #bytes}. They lie outside the heap, where vectors can be aligned, and are freed
 * when nothing refers to the matrix any more; {@code -XX:MaxDirectMemorySize} limits them. Any number of threads may read
 * it at a time; {@link #set} needs it alone.
 */
public final class PackedMatrix {
    private static final boolean SIMD = Capabilities.current().backend() == Backend.SIMD;

    private final int rows;
    private final int columns;
    /** For the vector kernels. */
    private final MemorySegment slivers;
    /** For the definition: row-major. */
    private final float[] matrix;

    private PackedMatrix(int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        slivers = SIMD ? PackedSlivers.allocate(rows, columns) : MemorySegment.NULL;
        matrix = SIMD ? new float[0] : new float[Math.multiplyExact(rows, columns)];
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
     * @throws IllegalArgumentException for illegal sizes, or for an array that is too short
     * @throws OutOfMemoryError if the packed matrix does not fit in the memory that the JVM may use outside the heap
     */
    public static PackedMatrix of(Transpose trans, int rows, int columns, float[] b, int bOffset, int ldb) {
        Check.notNull("trans", trans);
        Check.size("rows", rows);
        Check.size("columns", columns);
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
        return Float.BYTES * (SIMD ? PackedSlivers.floats(rows, columns) : (long) matrix.length);
    }

    /** What the vector kernels read, as {@link PackedSlivers} says. */
    MemorySegment slivers() {
        return slivers;
    }

    /** What the definition reads: op(B), row-major. */
    float[] matrix() {
        return matrix;
    }

    @Override
    public String toString() {
        return "PackedMatrix[" + rows + " x " + columns + "]";
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
        if (SIMD) {
            PackedSlivers.pack(trans == Transpose.T, rows, columns, b, bOffset, ldb, slivers);
            return;
        }
        int rowStep = trans == Transpose.T ? 1 : ldb;
        int columnStep = trans == Transpose.T ? ldb : 1;
        for (int p = 0; p < rows; p++) {
            for (int j = 0; j < columns; j++) {
                matrix[p * columns + j] = b[bOffset + p * rowStep + j * columnStep];
            }
        }
    }
}
