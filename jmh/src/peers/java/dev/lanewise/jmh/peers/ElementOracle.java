package dev.lanewise.jmh.peers;

/** The functions in double precision. */
final class ElementOracle {
    private ElementOracle() {
    }

    static double of(ElementKind kind, double x) {
        return switch (kind) {
            case RELU -> Math.max(x, 0);
            case LEAKY_RELU -> x < 0 ? 0.01 * x : x;
            case SIGMOID -> 1 / (1 + Math.exp(-x));
            case TANH -> Math.tanh(x);
            case EXP -> Math.exp(x);
            case GELU -> 0.5 * x * (1 + erf(x / Math.sqrt(2)));
            case DROPOUT, SOFTMAX, DENSE_RELU ->
                throw new IllegalArgumentException("kind: " + kind + " (expected a function of one element)");
        };
    }

    /** {@code 2 / sqrt(pi) exp(-x^2) (x + 2/3 x^3 + 4/15 x^5 + ...)}, all terms of one sign; for moderate x. */
    private static double erf(double x) {
        double term = x;
        double sum = x;
        for (int n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }
        return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
    }
}
