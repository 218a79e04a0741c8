package dev.lanewise.properties;

import dev.lanewise.kernels.Activation;
import dev.lanewise.kernels.Gemm;
import dev.lanewise.kernels.PackedMatrix;
import dev.lanewise.kernels.Transpose;
import dev.lanewise.kernels.Workers;
import dev.lanewise.kernels.reference.LinearReference;
import java.util.Arrays;
import java.util.function.Consumer;

/** One linear layer; leading dimensions and offsets differ for all matrices. */
record LinearCase(Transpose transW, GemmCase.Shape shape, Activation activation, float alpha, int offset,
        Flavour flavour, long seed) {

    /** The matrices of one call; z and y may be one. */
    record Operands(Guarded x, Guarded w, Guarded bias, Guarded z, Guarded y) {
        Operands copy(boolean inPlace) {
            Guarded newZ = z.copy();
            return new Operands(x.copy(), w.copy(), bias.copy(), newZ, inPlace ? newZ : y.copy());
        }
    }

    static LinearCase of(Transpose transW, int m, int n, int k, Activation activation, long seed) {
        float alpha = activation.usualAlpha();
        return new LinearCase(transW, new GemmCase.Shape(m, n, k), activation, alpha, 3, Flavour.MODERATE,
                seed);
    }

    /** Fresh operands, the same at every call; the outputs hold NaN, as they are never read. */
    Operands operands() {
        int m = shape.m();
        int n = shape.n();
        int k = shape.k();
        return new Operands(matrix(0, m, k, flavour.array(seed, m * k)),
                transW == Transpose.N
                        ? matrix(1, k, n, flavour.array(seed + 1, k * n))
                        : matrix(1, n, k, flavour.array(seed + 1, k * n)),
                matrix(2, 1, n, flavour.array(seed + 2, n)),
                matrix(3, m, n, nans(m * n)),
                matrix(4, m, n, nans(m * n)));
    }

    void facade(Workers workers, Operands o) {
        Gemm.linear(workers, transW, shape.m(), shape.n(), shape.k(), o.x.array(), o.x.offset(), o.x.ld(),
                o.w.array(), o.w.offset(), o.w.ld(), o.bias.array(), o.bias.offset(), activation, alpha,
                o.z.array(), o.z.offset(), o.z.ld(), o.y.array(), o.y.offset(), o.y.ld());
    }

    /** The same with W packed. */
    void packed(Workers workers, Operands o) {
        PackedMatrix w = PackedMatrix.of(transW, shape.k(), shape.n(), o.w.array(), o.w.offset(), o.w.ld());
        packed(workers, o, w);
    }

    void packed(Workers workers, Operands o, PackedMatrix w) {
        Gemm.linear(workers, shape.m(), o.x.array(), o.x.offset(), o.x.ld(), w, o.bias.array(),
                o.bias.offset(), activation, alpha, o.z.array(), o.z.offset(), o.z.ld(), o.y.array(),
                o.y.offset(), o.y.ld());
    }

    void reference(Operands o) {
        LinearReference.linear(transW == Transpose.T, shape.m(), shape.n(), shape.k(), o.x.array(),
                o.x.offset(), o.x.ld(), o.w.array(), o.w.offset(), o.w.ld(), o.bias.array(), o.bias.offset(),
                activation.value(alpha), o.z.array(), o.z.offset(), o.z.ld(), o.y.array(), o.y.offset(),
                o.y.ld());
    }

    /**
     * Computes by both sides from the same operands, with W as it is and packed, with z apart and in place, and compares
     * all bits.
     */
    void check(Workers workers) {
        Operands before = operands();
        Operands expected = before.copy(false);
        reference(expected);
        check(before, expected, operands -> facade(workers, operands));
        check(before, expected, operands -> packed(workers, operands));
    }

    private void check(Operands before, Operands expected, Consumer<Operands> call) {
        Operands apart = before.copy(false);
        call.accept(apart);
        apart.z.assertSameElements(this + ": z", expected.z);
        assertSame(apart, expected, before);
        Operands inPlace = before.copy(true);
        call.accept(inPlace);
        assertSame(inPlace, expected, before);
    }

    private void assertSame(Operands actual, Operands expected, Operands before) {
        actual.z.assertSurroundingsIntact(this + ": z");
        actual.y.assertSurroundingsIntact(this + ": y");
        actual.y.assertSameElements(this + ": y", expected.y);
        actual.x.assertUnmodified(this + ": x", before.x);
        actual.w.assertUnmodified(this + ": w", before.w);
        actual.bias.assertUnmodified(this + ": bias", before.bias);
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
