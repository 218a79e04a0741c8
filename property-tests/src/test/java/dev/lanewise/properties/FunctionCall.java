package dev.lanewise.properties;

import dev.lanewise.kernels.catalog.Element;
import dev.lanewise.kernels.catalog.Kernel;
import dev.lanewise.kernels.catalog.Operands;
import dev.lanewise.kernels.catalog.Role;
import dev.lanewise.kernels.catalog.Size;
import java.util.List;

/** The arguments of a kernel that is a function of one float, elementwise, with its usual parameters: y from x. */
final class FunctionCall implements Operands {
    private final Kernel kernel;
    private final float[] x;
    private final float[] y;

    FunctionCall(Kernel kernel, float[] x) {
        this.kernel = kernel;
        this.x = x;
        y = new float[x.length];
    }

    static boolean isFunction(Kernel kernel) {
        return kernel.isElementwise()
                && kernel.operands().stream().allMatch(o -> o.element() == Element.FLOAT)
                && kernel.operands().stream().map(o -> o.role()).toList().equals(List.of(Role.IN, Role.OUT));
    }

    /** y by the facade. */
    float[] facade() {
        kernel.facade().run(this);
        return y;
    }

    /** y by the definition. */
    float[] definition() {
        kernel.definition().run(this);
        return y;
    }

    @Override
    public Size size() {
        return new Size(1, x.length, 1);
    }

    @Override
    public float[] array(int operand) {
        return operand == 0 ? x : y;
    }

    @Override
    public int[] ints(int operand) {
        throw new IllegalStateException("operand " + operand + " of " + kernel.name() + " is of floats");
    }

    @Override
    public int at(int operand) {
        return 0;
    }

    @Override
    public int ld(int operand) {
        return x.length;
    }

    @Override
    public Number value(int parameter) {
        return kernel.usual().get(parameter);
    }
}
