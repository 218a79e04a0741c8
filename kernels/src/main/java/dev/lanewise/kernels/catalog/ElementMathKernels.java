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
                    .accuracy(Accuracy.ulp(0.892))
                    .unary("x", "y", ElementMath::exp, ElementMathReference::exp),
            Kernel.of(ElementMath.class, "log")
                    .formula("y = ln(x)")
                    .special("NaN stays NaN; zeros give -infinity, negative numbers NaN")
                    .accuracy(Accuracy.ulp(0.876))
                    .unary("x", "y", ElementMath::log, ElementMathReference::log),
            Kernel.of(ElementMath.class, "expm1")
                    .formula("y = e^x - 1")
                    .special("NaN stays NaN, -0.0 stays -0.0; overflow gives infinity, -infinity gives -1")
                    .accuracy(Accuracy.ulp(0.897))
                    .unary("x", "y", ElementMath::expm1, ElementMathReference::expm1),
            Kernel.of(ElementMath.class, "log1p")
                    .formula("y = ln(1 + x)")
                    .special("NaN stays NaN, -0.0 stays -0.0; -1 gives -infinity, numbers below it NaN")
                    .accuracy(Accuracy.ulp(0.932))
                    .unary("x", "y", ElementMath::log1p, ElementMathReference::log1p),
            Kernel.of(ElementMath.class, "softplus")
                    .formula("y = ln(1 + e^x)")
                    .special(
                            "NaN stays NaN; -infinity gives +0, +infinity itself; underflow gives subnormals and then +0")
                    .accuracy(Accuracy.ulp(1.823))
                    .unary("x", "y", ElementMath::softplus, ElementMathReference::softplus),
            Kernel.of(ElementMath.class, "erf")
                    .formula("y = erf(x)")
                    .special("NaN stays NaN, -0.0 stays -0.0; infinities give -1 and 1")
                    .accuracy(Accuracy.ulp(1.345))
                    .unary("x", "y", ElementMath::erf, ElementMathReference::erf));

    private ElementMathKernels() {
    }
}
