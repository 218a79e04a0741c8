package dev.lanewise.properties;

import dev.lanewise.kernels.catalog.Element;
import dev.lanewise.kernels.catalog.Kernel;
import dev.lanewise.kernels.catalog.Operands;
import dev.lanewise.kernels.catalog.Role;
import dev.lanewise.kernels.catalog.Size;
import java.util.List;

/** The arguments of an elementwise kernel that gives floats from floats: y from x, or dx from what was saved and dy. */
final class FunctionCall implements Operands {
    private final Kernel kernel;
    private final List<Number> parameters;
    private final float[][] inputs;
    private final float[] output;

    /** With its usual parameters. */
    FunctionCall(Kernel kernel, float[] x) {
        this(kernel, kernel.usual(), x);
    }

    FunctionCall(Kernel kernel, List<Number> parameters, float[]... inputs) {
        this.kernel = kernel;
        this.parameters = parameters;
        this.inputs = inputs;
        output = new float[inputs[0].length];
    }

    /** Whether it is a function of one float. */
    static boolean isFunction(Kernel kernel) {
        return kernel.isElementwise()
                && kernel.operands().stream().allMatch(o -> o.element() == Element.FLOAT)
                && kernel.operands().stream().map(o -> o.role()).toList().equals(List.of(Role.IN, Role.OUT));
    }

    /** The output by the facade. */
    float[] facade() {
        kernel.facade().run(this);
        return output;
    }

    /** The output by the definition. */
    float[] definition() {
        kernel.definition().run(this);
        return output;
    }

    @Override
    public Size size() {
        return new Size(1, output.length, 1);
    }

    @Override
    public float[] array(int operand) {
        return operand < inputs.length ? inputs[operand] : output;
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
        return output.length;
    }

    @Override
    public Number value(int parameter) {
        return parameters.get(parameter);
    }
}
