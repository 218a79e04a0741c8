package dev.lanewise.properties;

import java.util.ArrayList;
import java.util.List;

/** The operands of one call, in the order of the kernel's operands, and the arguments that are not floats. */
record Frame(int rows, int columns, List<Guarded> operands, Labels labels, float factor) {
    int n() {
        return columns;
    }

    float[] array(int index) {
        return operands.get(index).array();
    }

    int at(int index) {
        return operands.get(index).offset();
    }

    int ld(int index) {
        return operands.get(index).ld();
    }

    /** The factor where it is finite; kernels refuse other slopes. */
    float slope() {
        return Float.isFinite(factor) ? factor : 0.01f;
    }

    /** The same with the output in place of an input. */
    Frame share(int output, int input) {
        var shared = new ArrayList<>(operands);
        shared.set(output, operands.get(input));
        return new Frame(rows, columns, shared, labels, factor);
    }

    /** Outputs are as expected, inputs as before, except those that were overwritten in place. */
    void assertSame(Kernel kernel, Frame expected, Frame before, List<Integer> overwritten) {
        for (int i = 0; i < operands.size(); i++) {
            Kernel.Operand operand = kernel.operands().get(i);
            String what = kernel.name() + (overwritten.isEmpty() ? "" : " in place") + ": " + operand.name();
            operands.get(i).assertSurroundingsIntact(what);
            expected.operands.get(i).assertSurroundingsIntact(what + " of the reference");
            if (overwritten.contains(i)) {
                continue;
            }
            if (operand.role() == Kernel.Role.IN) {
                operands.get(i).assertUnmodified(what, before.operands.get(i));
            } else {
                operands.get(i).assertSameElements(what, expected.operands.get(i));
            }
        }
    }
}
