package dev.lanewise.kernels.reference;

import static dev.lanewise.kernels.reference.UpdateTerms.flushParameter;
import static dev.lanewise.kernels.reference.UpdateTerms.flushSquare;
import static dev.lanewise.kernels.reference.UpdateTerms.gradient;
import static dev.lanewise.kernels.reference.UpdateTerms.mean;
import static dev.lanewise.kernels.reference.UpdateTerms.meanSquare;
import static dev.lanewise.kernels.reference.UpdateTerms.shrunk;
import static dev.lanewise.kernels.reference.UpdateTerms.sqrt;

/** The definitions of Adam and its relatives. */
public final class AdamReference {
    private AdamReference() {
    }

    /**
     * {@code m = mean(beta1, m, g'); v = meanSquare(beta2, v, g'); w = flushParameter(fma(-rate, m / fma(sqrt(v), rootScale,
     * epsilon), shrunk(w)))}.
     */
    public static void adam(int n, float rate, float rootScale, float beta1, float beta2, float epsilon,
            float gradientScale, float l1, float l2, float shrink, float[] w, int wOffset, float[] g,
            int gOffset, float[] m, int mOffset, float[] v, int vOffset) {
        for (int i = 0; i < n; i++) {
            float p = w[wOffset + i];
            float d = gradient(g[gOffset + i], p, gradientScale, l1, l2);
            float moment = mean(beta1, m[mOffset + i], d);
            float square = meanSquare(beta2, v[vOffset + i], d);
            float quotient = moment / Fma.fma(sqrt(square), rootScale, epsilon);
            m[mOffset + i] = moment;
            v[vOffset + i] = square;
            w[wOffset + i] = flushParameter(Fma.fma(-rate, quotient, shrunk(p, shrink)));
        }
    }

    /**
     * As {@link #adam}, but the root is that of {@code x = flushSquare(x > v ? x : v)}, the largest mean square so far.
     */
    public static void amsgrad(int n, float rate, float rootScale, float beta1, float beta2, float epsilon,
            float gradientScale, float l1, float l2, float shrink, float[] w, int wOffset, float[] g,
            int gOffset, float[] m, int mOffset, float[] v, int vOffset, float[] x, int xOffset) {
        for (int i = 0; i < n; i++) {
            float p = w[wOffset + i];
            float d = gradient(g[gOffset + i], p, gradientScale, l1, l2);
            float moment = mean(beta1, m[mOffset + i], d);
            float square = meanSquare(beta2, v[vOffset + i], d);
            float largest = x[xOffset + i];
            largest = flushSquare(largest > square ? largest : square);
            float quotient = moment / Fma.fma(sqrt(largest), rootScale, epsilon);
            m[mOffset + i] = moment;
            v[vOffset + i] = square;
            x[xOffset + i] = largest;
            w[wOffset + i] = flushParameter(Fma.fma(-rate, quotient, shrunk(p, shrink)));
        }
    }

    /**
     * m and v as in {@link #adam}; {@code w = flushParameter(shrunk(w) - fma(momentRate, m, gradientRate * g') /
     * fma(sqrt(v), rootScale, epsilon))}.
     */
    public static void nadam(int n, float momentRate, float gradientRate, float rootScale, float beta1,
            float beta2, float epsilon, float gradientScale, float l1, float l2, float shrink, float[] w,
            int wOffset, float[] g, int gOffset, float[] m, int mOffset, float[] v, int vOffset) {
        for (int i = 0; i < n; i++) {
            float p = w[wOffset + i];
            float d = gradient(g[gOffset + i], p, gradientScale, l1, l2);
            float moment = mean(beta1, m[mOffset + i], d);
            float square = meanSquare(beta2, v[vOffset + i], d);
            float numerator = Fma.fma(momentRate, moment, gradientRate * d);
            float quotient = numerator / Fma.fma(sqrt(square), rootScale, epsilon);
            m[mOffset + i] = moment;
            v[vOffset + i] = square;
            w[wOffset + i] = flushParameter(shrunk(p, shrink) - quotient);
        }
    }
}
