package dev.lanewise.kernels.reference;

import static dev.lanewise.kernels.reference.UpdateTerms.flush;
import static dev.lanewise.kernels.reference.UpdateTerms.flushParameter;
import static dev.lanewise.kernels.reference.UpdateTerms.gradient;
import static dev.lanewise.kernels.reference.UpdateTerms.mean;
import static dev.lanewise.kernels.reference.UpdateTerms.shrunk;

/** The definitions of the optimizer steps that take no mean of squares. {@link UpdateTerms} has what they share. */
public final class OptimizerReference {
    private OptimizerReference() {
    }

    /** {@code w = flushParameter(fma(-learningRate, g', shrunk(w)))}. */
    public static void sgd(int n, float learningRate, float gradientScale, float l1, float l2, float shrink,
            float[] w, int wOffset, float[] g, int gOffset) {
        for (int i = 0; i < n; i++) {
            float p = w[wOffset + i];
            float d = gradient(g[gOffset + i], p, gradientScale, l1, l2);
            w[wOffset + i] = flushParameter(Fma.fma(-learningRate, d, shrunk(p, shrink)));
        }
    }

    /** {@code v = flush(fma(innerRate, g', momentum * v)); w = flushParameter(fma(outerRate, v, shrunk(w)))}. */
    public static void momentum(int n, float momentum, float innerRate, float outerRate, float gradientScale,
            float l1, float l2, float shrink, float[] w, int wOffset, float[] g, int gOffset, float[] v,
            int vOffset) {
        for (int i = 0; i < n; i++) {
            float p = w[wOffset + i];
            float d = gradient(g[gOffset + i], p, gradientScale, l1, l2);
            float velocity = flush(Fma.fma(innerRate, d, momentum * v[vOffset + i]));
            v[vOffset + i] = velocity;
            w[wOffset + i] = flushParameter(Fma.fma(outerRate, velocity, shrunk(p, shrink)));
        }
    }

    /** As {@link #momentum}, but the step is {@code fma(momentum, v, innerRate * g')} in place of v. */
    public static void nesterov(int n, float momentum, float innerRate, float outerRate, float gradientScale,
            float l1, float l2, float shrink, float[] w, int wOffset, float[] g, int gOffset, float[] v,
            int vOffset) {
        for (int i = 0; i < n; i++) {
            float p = w[wOffset + i];
            float d = gradient(g[gOffset + i], p, gradientScale, l1, l2);
            float velocity = flush(Fma.fma(innerRate, d, momentum * v[vOffset + i]));
            float ahead = Fma.fma(momentum, velocity, innerRate * d);
            v[vOffset + i] = velocity;
            w[wOffset + i] = flushParameter(Fma.fma(outerRate, ahead, shrunk(p, shrink)));
        }
    }

    /**
     * {@code c = fma(1 - beta1, g', beta1 * m); m = mean(beta2, m, g'); w = flushParameter(fma(-learningRate, sgn(c),
     * shrunk(w)))}.
     */
    public static void lion(int n, float learningRate, float beta1, float beta2, float gradientScale,
            float l1, float l2, float shrink, float[] w, int wOffset, float[] g, int gOffset, float[] m,
            int mOffset) {
        for (int i = 0; i < n; i++) {
            float p = w[wOffset + i];
            float d = gradient(g[gOffset + i], p, gradientScale, l1, l2);
            float moment = m[mOffset + i];
            float c = Fma.fma(1f - beta1, d, beta1 * moment);
            float sign = c > 0f ? 1f : c < 0f ? -1f : c + 0f;
            m[mOffset + i] = mean(beta2, moment, d);
            w[wOffset + i] = flushParameter(Fma.fma(-learningRate, sign, shrunk(p, shrink)));
        }
    }
}
