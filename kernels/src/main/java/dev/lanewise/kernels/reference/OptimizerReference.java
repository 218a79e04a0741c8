package dev.lanewise.kernels.reference;

/** The definitions of the optimizer steps. */
public final class OptimizerReference {
    private OptimizerReference() {
    }

    /** Stochastic gradient descent: {@code w[i] = fma(-learningRate, g[i], w[i])}. */
    public static void sgd(int n, float learningRate, float[] w, int wOffset, float[] g, int gOffset) {
        for (int i = 0; i < n; i++) {
            w[wOffset + i] = Math.fma(-learningRate, g[gOffset + i], w[wOffset + i]);
        }
    }
}
