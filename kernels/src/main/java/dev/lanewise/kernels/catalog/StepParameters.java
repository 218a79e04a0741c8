package dev.lanewise.kernels.catalog;

/** The hyper-parameters of optimizer steps. The usual learning rates are small, as benchmarks repeat the step. */
final class StepParameters {
    static final Parameter RATE = rate("learningRate", 1e-6f);
    static final Parameter ADAM_RATE = rate("rate", 1e-6f);
    static final Parameter MOMENT_RATE = rate("momentRate", 1e-6f);
    static final Parameter GRADIENT_RATE = rate("gradientRate", 1e-7f);
    static final Parameter INNER = rate("innerRate", -1e-6f);
    static final Parameter OUTER = Parameter.any("outerRate", 1f, -1e-3f, 0f, -1f, 1e-40f, 1e30f, Float.NaN);
    static final Parameter MOMENTUM = share("momentum", 0.9f);
    static final Parameter BETA1 = share("beta1", 0.9f);
    static final Parameter BETA2 = share("beta2", 0.999f);
    static final Parameter LION2 = share("beta2", 0.99f);
    static final Parameter RHO = share("rho", 0.95f);
    static final Parameter ROOT_SCALE = Parameter.any("rootScale", 1f, 31.622776f, 1.0005f, 0f, 1e30f,
            Float.NaN);
    static final Parameter EPSILON = Parameter.any("epsilon", 1e-8f, 1e-7f, 0f, 1f, 1e-40f, 1e30f, Float.NaN);
    static final Parameter INSIDE = Parameter.any("insideEpsilon", 0f, 1e-7f, 1f, 1e-40f, 1e30f, Float.NaN);
    static final Parameter SCALE = Parameter.any("gradientScale", 1f, 0.3f, 0f, -1f, 1e-40f, 1e30f, Float.NaN,
            Float.POSITIVE_INFINITY);
    static final Parameter L1 = decay("l1", 1e-4f);
    static final Parameter L2 = decay("l2", 1e-2f);
    static final Parameter SHRINK = decay("shrink", 1e-5f);

    /** What all steps say of special values. */
    static final String SPECIAL = "NaN in w or g and an infinity in w give NaN in w; below 2^-120 g and state are +0,"
            + " below 2^-64 w";
    /** What those say that square gradients. */
    static final String SQUARING = SPECIAL + "; r is g', +0 below 2^-58";

    private StepParameters() {
    }

    private static Parameter rate(String name, float usual) {
        return Parameter.any(name, usual, 0.1f, 1f, 0f, -1f, -0f, 1e-40f, 1e30f, Float.NaN,
                Float.POSITIVE_INFINITY);
    }

    private static Parameter share(String name, float usual) {
        return Parameter.any(name, usual, 0f, 0.5f, 0x1.fffffep-1f, 1f, 1e-38f, 1.5f, Float.NaN);
    }

    private static Parameter decay(String name, float one) {
        return Parameter.any(name, 0f, one, 0.5f, 1f, 1e-40f, 1e30f, Float.NaN);
    }
}
