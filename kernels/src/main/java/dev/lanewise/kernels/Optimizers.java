package dev.lanewise.kernels;

import dev.lanewise.kernels.reference.OptimizerReference;
import dev.lanewise.kernels.simd.OptimizerSimd;

/**
 * Fused optimizer steps: one pass over the parameters. All methods throw NullPointerException for null and
 * IllegalArgumentException for illegal sizes, ranges and overlaps, before anything is written.
 */
public final class Optimizers {
    private static final boolean SIMD = Capabilities.current().backend() == Backend.SIMD;

    private Optimizers() {
    }

    /**
     * Stochastic gradient descent: {@code w[i] = fma(-learningRate, g[i], w[i])}. g must not overlap w.
     *
     * @param n parameters
     * @param learningRate eta
     * @param w parameters, from {@code wOffset}
     * @param g their gradients, from {@code gOffset}
     */
    public static void sgd(int n, float learningRate, float[] w, int wOffset, float[] g, int gOffset) {
        Check.size("n", n);
        Check.span("w", w, wOffset, n);
        Check.span("g", g, gOffset, n);
        Check.disjoint("w", w, wOffset, n, "g", g, gOffset, n);
        if (SIMD) {
            OptimizerSimd.sgd(n, learningRate, w, wOffset, g, gOffset);
        } else {
            OptimizerReference.sgd(n, learningRate, w, wOffset, g, gOffset);
        }
    }
}
