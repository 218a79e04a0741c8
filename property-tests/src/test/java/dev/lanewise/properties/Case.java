package dev.lanewise.properties;

import dev.lanewise.kernels.catalog.Element;
import dev.lanewise.kernels.catalog.Kernel;
import dev.lanewise.kernels.catalog.Operand;
import dev.lanewise.kernels.catalog.Shape;
import dev.lanewise.kernels.catalog.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Sizes, places and contents for one comparison of a kernel with its definition.
 *
 * @param offset of the first operand; the others' differ
 * @param pad how much longer a row's distance is than the row, at the first operand; the others' differ
 */
record Case(Size size, int offset, int pad, Flavour flavour, long seed) {
    private static final int MAX_OFFSET = 17;

    static Case of(int rows, int columns, long seed) {
        return new Case(new Size(rows, columns, 3), 3, 1, Flavour.MODERATE, seed);
    }

    /** Fresh operands and drawn parameter values; the same at every call. */
    Frame frame(Kernel kernel) {
        var random = new SplittableRandom(seed);
        return frame(kernel, kernel.parameters()
                .stream()
                .map(p -> p.values().get(random.nextInt(p.values().size())))
                .toList());
    }

    /** Fresh operands; the same at every call. */
    Frame frame(Kernel kernel, List<Number> values) {
        Size fitted = fit(kernel);
        var operands = new ArrayList<Guarded>();
        for (int i = 0; i < kernel.operands().size(); i++) {
            operands.add(guarded(kernel.operands().get(i), i, fitted));
        }
        return new Frame(fitted, operands, values);
    }

    /** The fewest columns that the kernel takes; no row where an index would have no column to point at. */
    private Size fit(Kernel kernel) {
        int columns = Math.max(size.columns(), kernel.minimumColumns());
        boolean empty = columns == 0 && kernel.hasColumnIndices();
        return new Size(empty ? 0 : size.rows(), columns, size.pieces());
    }

    private Guarded guarded(Operand operand, int index, Size fitted) {
        int at = (offset + 7 * index) % (MAX_OFFSET + 1);
        int m = operand.shape().rows(fitted);
        int n = operand.shape().columns(fitted);
        int ld = Math.max(1, operand.shape() == Shape.MATRIX ? n + (pad + index) % 4 : n);
        return operand.element() == Element.FLOAT
                ? Guarded.of(m, n, ld, at, floats(operand, index, m * n))
                : Guarded.of(m, n, ld, at, ints(operand, index, m * n, fitted));
    }

    /** What an output holds before is NaN: a kernel that reads it would show it. */
    private float[] floats(Operand operand, int index, int length) {
        if (operand.isRead()) {
            return flavour.array(seed + index, length);
        }
        float[] nans = new float[length];
        Arrays.fill(nans, Float.NaN);
        return nans;
    }

    /** What an output holds before is no index. A piece's index may be one that names none. */
    private int[] ints(Operand operand, int index, int length, Size fitted) {
        var random = new SplittableRandom(seed + index);
        int bound = operand.element().bound(fitted);
        int[] ints = new int[length];
        Arrays.setAll(ints, i -> !operand.isRead()
                ? -1
                : switch (operand.element()) {
                    case FLOAT, WORD -> random.nextInt();
                    case COLUMN_INDEX -> random.nextInt(bound);
                    case PIECE_INDEX -> random.nextInt(-1, bound + 1);
                });
        return ints;
    }

    /** Runs both sides with drawn parameter values, apart and in place, and compares all bits. */
    void check(Kernel kernel) {
        check(kernel, frame(kernel).values());
    }

    /** Runs both sides, apart and in place of every input that the kernel allows, and compares all bits. */
    void check(Kernel kernel, List<Number> values) {
        Frame before = frame(kernel, values);
        Frame expected = frame(kernel, values);
        kernel.definition().run(expected);
        expected.assertSame(" by definition", kernel, expected, before, List.of());
        Frame actual = frame(kernel, values);
        kernel.facade().run(actual);
        actual.assertSame("", kernel, expected, before, List.of());
        for (int out = 0; out < kernel.operands().size(); out++) {
            for (int in : kernel.operands().get(out).mayBe()) {
                Frame inPlace = frame(kernel, values).share(out, in);
                kernel.facade().run(inPlace);
                inPlace.assertSame(" in place", kernel, expected, before, List.of(in));
                Frame defined = frame(kernel, values).share(out, in);
                kernel.definition().run(defined);
                defined.assertSame(" in place by definition", kernel, expected, before, List.of(in));
            }
        }
    }
}
