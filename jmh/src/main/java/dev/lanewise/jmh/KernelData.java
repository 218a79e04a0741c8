package dev.lanewise.jmh;

import dev.lanewise.kernels.catalog.Kernel;
import dev.lanewise.kernels.catalog.Operand;
import dev.lanewise.kernels.catalog.Operands;
import dev.lanewise.kernels.catalog.Size;
import dev.lanewise.kernels.reference.PhiloxReference;
import java.util.List;

/** Operands of one call: floats in [-1, 1) and legal ints, the same for both sides, and the usual parameters. */
public final class KernelData implements Operands {
    private static final int PIECES = 4;

    private final Size size;
    private final float[][] floats;
    private final int[][] ints;
    private final int[] leading;
    private final List<Number> values;

    KernelData(Kernel kernel, Size size) {
        this.size = size;
        int count = kernel.operands().size();
        floats = new float[count][0];
        ints = new int[count][0];
        leading = new int[count];
        values = kernel.usual();
        for (int i = 0; i < count; i++) {
            Operand operand = kernel.operands().get(i);
            leading[i] = operand.shape().columns(size);
            int length = Math.toIntExact(operand.count(size));
            if (operand.element().isInt()) {
                ints[i] = draw(operand.element().bound(size), length, i);
            } else {
                floats[i] = draw(length, i);
            }
        }
    }

    /** The size of a call on that many elements: vectors of them, matrices of that many columns. */
    static Size size(Kernel kernel, int elements, int columns) {
        return kernel.isMatrix() || kernel.hasPieces()
                ? new Size(elements / columns, columns, PIECES)
                : new Size(1, elements, PIECES);
    }

    private static float[] draw(int n, int stream) {
        float[] values = new float[n];
        PhiloxReference.uniform(1, stream, 0, -1f, 1f, n, values, 0);
        return values;
    }

    private static int[] draw(int bound, int n, int stream) {
        int[] values = new int[n];
        PhiloxReference.words(1, stream, 0, n, values, 0);
        for (int i = 0; i < n && bound > 0; i++) {
            values[i] = Integer.remainderUnsigned(values[i], bound);
        }
        return values;
    }

    /** Every operand has the bits that the definition gave. */
    void verify(Kernel kernel, KernelData expected) {
        for (int i = 0; i < floats.length; i++) {
            String what = kernel.name() + ", " + kernel.operands().get(i).name();
            Verify.sameBits(what, floats[i], expected.floats[i]);
            Verify.same(what, ints[i], expected.ints[i]);
        }
    }

    @Override
    public Size size() {
        return size;
    }

    @Override
    public float[] array(int operand) {
        return floats[operand];
    }

    @Override
    public int[] ints(int operand) {
        return ints[operand];
    }

    @Override
    public int at(int operand) {
        return 0;
    }

    @Override
    public int ld(int operand) {
        return leading[operand];
    }

    @Override
    public Number value(int parameter) {
        return values.get(parameter);
    }
}
