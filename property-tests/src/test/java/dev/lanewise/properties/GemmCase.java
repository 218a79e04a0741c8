package dev.lanewise.properties;

import dev.lanewise.kernels.Gemm;
import dev.lanewise.kernels.PackedMatrix;
import dev.lanewise.kernels.Transpose;
import dev.lanewise.kernels.Workers;
import dev.lanewise.kernels.reference.GemmReference;
import java.util.Arrays;

/** One matrix product; leading dimensions and offsets differ for A, B and C. */
record GemmCase(Transpose transA, Transpose transB, GemmCase.Shape shape, float alpha, float beta, int offset,
        Flavour flavour, long seed) {

    /** Sizes of a product, in the order of the BLAS. */
    record Shape(int m, int n, int k) {
    }

    /** The three matrices of one call. */
    record Operands(Guarded a, Guarded b, Guarded c) {
        Operands copy() {
            return new Operands(a.copy(), b.copy(), c.copy());
        }
    }

    static GemmCase of(Transpose transA, Transpose transB, int m, int n, int k, long seed) {
        return new GemmCase(transA, transB, new Shape(m, n, k), 1f, 0f, 3, Flavour.MODERATE, seed);
    }

    GemmCase with(float newAlpha, float newBeta) {
        return new GemmCase(transA, transB, shape, newAlpha, newBeta, offset, flavour, seed);
    }

    Operands operands() {
        int m = shape.m;
        int n = shape.n;
        int k = shape.k;
        return new Operands(
                transA == Transpose.N
                        ? matrix(0, m, k, contents(0, m * k))
                        : matrix(0, k, m, contents(0, m * k)),
                transB == Transpose.N
                        ? matrix(1, k, n, contents(1, k * n))
                        : matrix(1, n, k, contents(1, k * n)),
                matrix(2, m, n, contents(2, m * n)));
    }

    /** The operands, of which some hold nothing but NaN. */
    Operands operands(boolean nanA, boolean nanB, boolean nanC) {
        Operands usual = operands();
        int m = shape.m;
        int n = shape.n;
        int k = shape.k;
        return new Operands(
                nanA
                        ? transA == Transpose.N ? matrix(0, m, k, nans(m * k)) : matrix(0, k, m, nans(m * k))
                        : usual.a,
                nanB
                        ? transB == Transpose.N ? matrix(1, k, n, nans(k * n)) : matrix(1, n, k, nans(k * n))
                        : usual.b,
                nanC ? matrix(2, m, n, nans(m * n)) : usual.c);
    }

    void facade(Workers workers, Operands x) {
        Gemm.sgemm(workers, transA, transB, shape.m, shape.n, shape.k, alpha, x.a.array(), x.a.offset(),
                x.a.ld(),
                x.b.array(), x.b.offset(), x.b.ld(), beta, x.c.array(), x.c.offset(), x.c.ld());
    }

    /** The same with B packed. */
    void packed(Workers workers, Operands x) {
        PackedMatrix b = PackedMatrix.of(transB, shape.k, shape.n, x.b.array(), x.b.offset(), x.b.ld());
        Gemm.sgemm(workers, transA, shape.m, alpha, x.a.array(), x.a.offset(), x.a.ld(), b, beta,
                x.c.array(), x.c.offset(), x.c.ld());
    }

    void reference(Operands x) {
        GemmReference.sgemm(transA == Transpose.T, transB == Transpose.T, shape.m, shape.n, shape.k, alpha,
                x.a.array(), x.a.offset(), x.a.ld(), x.b.array(), x.b.offset(), x.b.ld(), beta, x.c.array(),
                x.c.offset(), x.c.ld());
    }

    /** Computes by both sides from the same operands, with B as it is and packed, and compares all bits. */
    void check(Workers workers) {
        Operands expected = operands();
        reference(expected);
        check(workers, expected);
    }

    void check(Workers workers, Operands expected) {
        Operands before = operands();
        Operands actual = before.copy();
        facade(workers, actual);
        assertSame(actual, expected, before);
        Operands packed = before.copy();
        packed(workers, packed);
        assertSame(packed, expected, before);
    }

    void assertSame(Operands actual, Operands expected, Operands before) {
        expected.c.assertSurroundingsIntact(this + ": C of the reference");
        actual.c.assertSurroundingsIntact(this + ": C");
        actual.c.assertSameElements(this + ": C", expected.c);
        actual.a.assertUnmodified(this + ": A", before.a);
        actual.b.assertUnmodified(this + ": B", before.b);
    }

    private float[] contents(int index, int length) {
        return flavour.array(seed + index, length);
    }

    private static float[] nans(int length) {
        float[] nans = new float[length];
        Arrays.fill(nans, Float.NaN);
        return nans;
    }

    private Guarded matrix(int index, int rows, int columns, float[] content) {
        int ld = Math.max(1, columns + (offset + index) % 4);
        return Guarded.of(rows, columns, ld, (offset + 7 * index) % 18, content);
    }
}
