package dev.lanewise.kernels.reference;

import static dev.lanewise.kernels.reference.UpdateTerms.flushParameter;
import static dev.lanewise.kernels.reference.UpdateTerms.flushRoot;
import static dev.lanewise.kernels.reference.UpdateTerms.flushSquare;
import static dev.lanewise.kernels.reference.UpdateTerms.gradient;
import static dev.lanewise.kernels.reference.UpdateTerms.meanSquare;
import static dev.lanewise.kernels.reference.UpdateTerms.shrunk;
import static dev.lanewise.kernels.reference.UpdateTerms.sqrt;

/** The definitions of the optimizer steps that divide by a root of squared gradients, but for {@link RmsPropReference} and
 * {@link AdamReference}. */
public final class AdaptiveReference {
    private AdaptiveReference() {
    }

    /**
     * {@code s = flushSquare(fma(r, r, s))} where {@code r = flushRoot(g')}; {@code w = flushParameter(fma(-learningRate, g' /
     * (sqrt(s + insideEpsilon) + epsilon), shrunk(w)))}.
     */
    public static void adagrad(int n, float learningRate, float insideEpsilon, float epsilon,
            float gradientScale, float l1, float l2, float shrink, float[] w, int wOffset, float[] g,
            int gOffset, float[] s, int sOffset) {
        for (int i = 0; i < n; i++) {
            float p = w[wOffset + i];
            float d = gradient(g[gOffset + i], p, gradientScale, l1, l2);
            float r = flushRoot(d);
            float square = flushSquare(Fma.fma(r, r, s[sOffset + i]));
            float quotient = d / (sqrt(square + insideEpsilon) + epsilon);
            s[sOffset + i] = square;
            w[wOffset + i] = flushParameter(Fma.fma(-learningRate, quotient, shrunk(p, shrink)));
        }
    }

    /**
     * {@code v = meanSquare(rho, v, g'); d = sqrt((flushSquare(u) + epsilon) / (v + epsilon)) * g'; u = meanSquare(rho,
     * flushSquare(u), d); w = flushParameter(fma(-learningRate, d, shrunk(w)))}.
     */
    public static void adadelta(int n, float learningRate, float rho, float epsilon, float gradientScale,
            float l1, float l2, float shrink, float[] w, int wOffset, float[] g, int gOffset, float[] v,
            int vOffset, float[] u, int uOffset) {
        for (int i = 0; i < n; i++) {
            float p = w[wOffset + i];
            float d = gradient(g[gOffset + i], p, gradientScale, l1, l2);
            float square = meanSquare(rho, v[vOffset + i], d);
            float deltas = flushSquare(u[uOffset + i]);
            float delta = sqrt((deltas + epsilon) / (square + epsilon)) * d;
            v[vOffset + i] = square;
            u[uOffset + i] = meanSquare(rho, deltas, delta);
            w[wOffset + i] = flushParameter(Fma.fma(-learningRate, delta, shrunk(p, shrink)));
        }
    }
}
