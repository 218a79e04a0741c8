package dev.lanewise.kernels.catalog;

import dev.lanewise.kernels.ElementMath;
import dev.lanewise.kernels.reference.ElementMathReference;
import java.util.List;

/** The kernels of {@link ElementMath}. */
final class ElementMathKernels {
    static final List<Kernel> ALL = List.of(
            Kernel.of(ElementMath.class, "exp")
                    .formula("y = e^x")
                    .special("NaN stays NaN; overflow gives infinity, underflow subnormals and then +0")
                    .accuracy(Accuracy.ulp(1, "exp"))
                    .unary("x", "y", ElementMath::exp, ElementMathReference::exp),
            Kernel.of(ElementMath.class, "log")
                    .formula("y = ln(x)")
                    .special("NaN stays NaN; zeros give -infinity, negative numbers NaN")
                    .accuracy(Accuracy.ulp(1, "log"))
                    .unary("x", "y", ElementMath::log, ElementMathReference::log));

    private ElementMathKernels() {
    }
}
