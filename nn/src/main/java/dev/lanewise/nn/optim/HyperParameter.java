package dev.lanewise.nn.optim;

/** Checks of hyper-parameters; each names what was given and what was expected. */
final class HyperParameter {
    /** Below it the state that optimizers flush to zero would show: see {@code kernels.reference.UpdateTerms}. */
    private static final float SMALLEST_EPSILON = 1e-16f;

    private HyperParameter() {
    }

    static void learningRate(float value) {
        check(value > 0 && Float.isFinite(value), "learningRate", value, "> 0 and finite");
    }

    /** Of the old value in a moving mean or a velocity. */
    static void share(String name, float value) {
        check(value >= 0 && value < 1, name, value, ">= 0 and < 1");
    }

    static void notNegative(String name, float value) {
        check(value >= 0 && Float.isFinite(value), name, value, ">= 0 and finite");
    }

    static void epsilon(float value) {
        check(value >= SMALLEST_EPSILON && Float.isFinite(value), "epsilon", value, ">= 1e-16 and finite");
    }

    private static void check(boolean legal, String name, float value, String expected) {
        if (!legal) {
            throw new IllegalArgumentException(name + ": " + value + " (expected " + expected + ")");
        }
    }
}
