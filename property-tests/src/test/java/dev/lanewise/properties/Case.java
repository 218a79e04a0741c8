package dev.lanewise.properties;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Sizes, places and contents for one comparison.
 *
 * @param offset of the first operand; the others' differ
 * @param pad how much longer a row's distance is than the row, at the first operand; the others' differ
 */
record Case(int rows, int columns, int offset, int pad, Flavour flavour, long seed) {
    private static final int MAX_OFFSET = 17;
    private static final float[] FACTORS = {1f, 0f, -1f, 0.5f, 0.1f, -0f, 1e-40f, 1e30f, Float.NaN,
            Float.POSITIVE_INFINITY};

    /** This case for a kernel: a label needs a column to point at. */
    Case fit(Kernel kernel) {
        return kernel.labelled() && columns == 0 ? new Case(0, 0, offset, pad, flavour, seed) : this;
    }

    /** Fresh operands; the same at every call. */
    Frame frame(Kernel kernel) {
        var operands = new ArrayList<Guarded>();
        for (int i = 0; i < kernel.operands().size(); i++) {
            operands.add(guarded(kernel.operands().get(i), i));
        }
        var random = new SplittableRandom(seed);
        var labels = new Labels(rows, columns, offset, random);
        return new Frame(rows, columns, operands, labels, FACTORS[random.nextInt(FACTORS.length)]);
    }

    private Guarded guarded(Kernel.Operand operand, int index) {
        int at = (offset + 7 * index) % (MAX_OFFSET + 1);
        return switch (operand.shape()) {
            case MATRIX ->
                guarded(operand, index, rows, columns, Math.max(1, columns + (pad + index) % 4), at);
            case ROW -> guarded(operand, index, 1, columns, Math.max(1, columns), at);
            case COLUMN -> guarded(operand, index, 1, rows, Math.max(1, rows), at);
            case SCALAR -> guarded(operand, index, 1, 1, 1, at);
        };
    }

    private Guarded guarded(Kernel.Operand operand, int index, int m, int n, int ld, int at) {
        float[] content = operand.role() == Kernel.Role.OUT
                ? nans(m * n)
                : flavour.array(seed + index, m * n);
        return Guarded.of(m, n, ld, at, content);
    }

    /** What an output holds before: a kernel that reads it would show it. */
    private static float[] nans(int length) {
        float[] nans = new float[length];
        Arrays.fill(nans, Float.NaN);
        return nans;
    }

    /** Runs both sides, apart and in place of every input that the kernel allows, and compares all bits. */
    static void check(Kernel kernel, Case any) {
        Case fitted = any.fit(kernel);
        Frame expected = fitted.frame(kernel);
        kernel.reference().run(expected);
        Frame actual = fitted.frame(kernel);
        kernel.facade().run(actual);
        actual.assertSame(kernel, expected, fitted.frame(kernel), List.of());
        for (int out = 0; out < kernel.operands().size(); out++) {
            for (int in : kernel.operands().get(out).mayBe()) {
                Frame inPlace = fitted.frame(kernel).share(out, in);
                kernel.facade().run(inPlace);
                inPlace.assertSame(kernel, expected, fitted.frame(kernel), List.of(in));
            }
        }
    }
}
