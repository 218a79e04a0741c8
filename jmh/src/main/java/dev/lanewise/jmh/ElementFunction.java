package dev.lanewise.jmh;

import dev.lanewise.kernels.Activation;
import dev.lanewise.kernels.Activations;
import dev.lanewise.kernels.ElementMath;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** An element function: by the library, by the JDK's vector operators, and by {@code Math} element by element. */
@SuppressWarnings("ImmutableEnumChecker") // the lambdas capture nothing
public enum ElementFunction {
    /** Exponential. */
    EXP((n, x, y) -> ElementMath.exp(n, x, 0, y, 0), JdkOperators::exp, Math::exp),
    /** Sigmoid. */
    SIGMOID((n, x, y) -> Activations.activate(Activation.SIGMOID, 0f, n, x, 0, y, 0), JdkOperators::sigmoid,
            x -> 1 / (1 + Math.exp(-x))),
    /** Hyperbolic tangent. */
    TANH((n, x, y) -> Activations.activate(Activation.TANH, 0f, n, x, 0, y, 0), JdkOperators::tanh,
            Math::tanh),
    /** GELU in its tanh form, as the JDK has no vector operator for erf. */
    GELU_TANH((n, x, y) -> Activations.activate(Activation.GELU_TANH, 0f, n, x, 0, y, 0),
            JdkOperators::gelu,
            x -> 0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x))));

    /** What is compared. */
    static final List<String> SIDES = List.of("lanewise", "jdk", "math");

    /** {@code y[i] = f(x[i])}. */
    interface Loop {
        void run(int n, float[] x, float[] y);
    }

    private final Loop lanewise;
    private final Loop jdk;
    private final DoubleUnaryOperator math;

    ElementFunction(Loop lanewise, Loop jdk, DoubleUnaryOperator math) {
        this.lanewise = lanewise;
        this.jdk = jdk;
        this.math = math;
    }

    Loop loop(String side) {
        return switch (side) {
            case "lanewise" -> lanewise;
            case "jdk" -> jdk;
            case "math" -> this::scalar;
            default ->
                throw new IllegalArgumentException("side: " + side + " (expected one of " + SIDES + ")");
        };
    }

    private void scalar(int n, float[] x, float[] y) {
        for (int i = 0; i < n; i++) {
            y[i] = (float) math.applyAsDouble(x[i]);
        }
    }

    /**
     * Accepts what is rough, not what is wrong: errors up to 2^-18, relative to results beyond 1.
     *
     * @throws IllegalStateException naming the first wrong element
     */
    void verify(String side, float[] x, float[] y) {
        for (int i = 0; i < x.length; i++) {
            double exact = math.applyAsDouble(x[i]);
            if (!(Math.abs(y[i] - exact) <= 0x1p-18 * Math.max(1, Math.abs(exact)))) {
                throw new IllegalStateException(
                        this + ", " + side + ": f(" + x[i] + ") is " + y[i] + " (expected " + exact + ")");
            }
        }
    }

    /** The largest error of y, in units in the last place of the rounded true value. */
    double worstUlp(float[] x, float[] y) {
        double worst = 0;
        for (int i = 0; i < x.length; i++) {
            double exact = math.applyAsDouble(x[i]);
            worst = Math.max(worst, Math.abs(y[i] - exact) / Math.ulp((float) exact));
        }
        return worst;
    }
}
