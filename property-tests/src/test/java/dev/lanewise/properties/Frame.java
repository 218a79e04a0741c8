package dev.lanewise.properties;

import dev.lanewise.kernels.catalog.Kernel;
import dev.lanewise.kernels.catalog.Operand;
import dev.lanewise.kernels.catalog.Operands;
import dev.lanewise.kernels.catalog.Role;
import dev.lanewise.kernels.catalog.Size;
import java.util.ArrayList;
import java.util.List;

/** The arguments of one call, in the order of the kernel's operands and parameters. */
record Frame(Size size, List<Guarded> operands, List<Number> values) implements Operands {
    @Override
    public float[] array(int operand) {
        return operands.get(operand).array();
    }

    @Override
    public int[] ints(int operand) {
        return operands.get(operand).ints();
    }

    @Override
    public int at(int operand) {
        return operands.get(operand).offset();
    }

    @Override
    public int ld(int operand) {
        return operands.get(operand).ld();
    }

    @Override
    public Number value(int parameter) {
        return values.get(parameter);
    }

    /** The same with the output in place of an input. */
    Frame share(int output, int input) {
        var shared = new ArrayList<>(operands);
        shared.set(output, operands.get(input));
        return new Frame(size, shared, values);
    }

    /** Outputs are as expected, inputs as before, except those that were overwritten in place. */
    void assertSame(String call, Kernel kernel, Frame expected, Frame before, List<Integer> overwritten) {
        for (int i = 0; i < operands.size(); i++) {
            Operand operand = kernel.operands().get(i);
            String what = kernel.name() + values + call + ": " + operand.name();
            operands.get(i).assertSurroundingsIntact(what);
            if (overwritten.contains(i)) {
                continue;
            }
            if (operand.role() == Role.IN) {
                operands.get(i).assertUnmodified(what, before.operands.get(i));
            } else {
                operands.get(i).assertSameElements(what, expected.operands.get(i));
            }
        }
    }
}
