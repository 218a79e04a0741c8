package dev.lanewise.kernels.reference;

import static dev.lanewise.kernels.reference.UpdateTerms.flush;
import static dev.lanewise.kernels.reference.UpdateTerms.flushParameter;
import static dev.lanewise.kernels.reference.UpdateTerms.flushRoot;
import static dev.lanewise.kernels.reference.UpdateTerms.flushSquare;
import static dev.lanewise.kernels.reference.UpdateTerms.gradient;
import static dev.lanewise.kernels.reference.UpdateTerms.mean;
import static dev.lanewise.kernels.reference.UpdateTerms.meanSquare;
import static dev.lanewise.kernels.reference.UpdateTerms.shrunk;
import static dev.lanewise.kernels.reference.UpdateTerms.sqrt;

/** The definitions of RMSProp: plain, centred, and either with momentum. */
public final class RmsPropReference {
    private RmsPropReference() {
    }

    /**
     * {@code s = meanSquare(rho, s, g'); w = flushParameter(fma(-learningRate, g' / (sqrt(s + insideEpsilon) + epsilon),
     * shrunk(w)))}.
     */
    public static void rmsprop(int n, float learningRate, float rho, float insideEpsilon, float epsilon,
            float gradientScale, float l1, float l2, float shrink, float[] w, int wOffset, float[] g,
            int gOffset, float[] s, int sOffset) {
        for (int i = 0; i < n; i++) {
            float p = w[wOffset + i];
            float d = gradient(g[gOffset + i], p, gradientScale, l1, l2);
            float square = meanSquare(rho, s[sOffset + i], d);
            float quotient = d / (sqrt(square + insideEpsilon) + epsilon);
            s[sOffset + i] = square;
            w[wOffset + i] = flushParameter(Fma.fma(-learningRate, quotient, shrunk(p, shrink)));
        }
    }

    /**
     * As {@link #rmsprop}, but the quotient q goes into a velocity: {@code b = flush(fma(innerRate, q, momentum * b)); w =
     * flushParameter(fma(outerRate, b, shrunk(w)))}.
     */
    public static void rmspropMomentum(int n, float momentum, float innerRate, float outerRate, float rho,
            float insideEpsilon, float epsilon, float gradientScale, float l1, float l2, float shrink,
            float[] w, int wOffset, float[] g, int gOffset, float[] s, int sOffset, float[] b, int bOffset) {
        for (int i = 0; i < n; i++) {
            float p = w[wOffset + i];
            float d = gradient(g[gOffset + i], p, gradientScale, l1, l2);
            float square = meanSquare(rho, s[sOffset + i], d);
            float quotient = d / (sqrt(square + insideEpsilon) + epsilon);
            float velocity = flush(Fma.fma(innerRate, quotient, momentum * b[bOffset + i]));
            s[sOffset + i] = square;
            b[bOffset + i] = velocity;
            w[wOffset + i] = flushParameter(Fma.fma(outerRate, velocity, shrunk(p, shrink)));
        }
    }

    /**
     * As {@link #rmsprop}, with the variance in place of the mean square: {@code a = mean(rho, a, g'); c = flushSquare(fma(-r,
     * r, s))} where {@code r = flushRoot(a)}.
     */
    public static void rmspropCentred(int n, float learningRate, float rho, float insideEpsilon,
            float epsilon, float gradientScale, float l1, float l2, float shrink, float[] w, int wOffset,
            float[] g, int gOffset, float[] s, int sOffset, float[] a, int aOffset) {
        for (int i = 0; i < n; i++) {
            float p = w[wOffset + i];
            float d = gradient(g[gOffset + i], p, gradientScale, l1, l2);
            float square = meanSquare(rho, s[sOffset + i], d);
            float average = mean(rho, a[aOffset + i], d);
            float quotient = d / (sqrt(variance(square, average) + insideEpsilon) + epsilon);
            s[sOffset + i] = square;
            a[aOffset + i] = average;
            w[wOffset + i] = flushParameter(Fma.fma(-learningRate, quotient, shrunk(p, shrink)));
        }
    }

    /** {@link #rmspropCentred} with the velocity of {@link #rmspropMomentum}. */
    public static void rmspropCentredMomentum(int n, float momentum, float innerRate, float outerRate,
            float rho, float insideEpsilon, float epsilon, float gradientScale, float l1, float l2,
            float shrink, float[] w, int wOffset, float[] g, int gOffset, float[] s, int sOffset, float[] a,
            int aOffset, float[] b, int bOffset) {
        for (int i = 0; i < n; i++) {
            float p = w[wOffset + i];
            float d = gradient(g[gOffset + i], p, gradientScale, l1, l2);
            float square = meanSquare(rho, s[sOffset + i], d);
            float average = mean(rho, a[aOffset + i], d);
            float quotient = d / (sqrt(variance(square, average) + insideEpsilon) + epsilon);
            float velocity = flush(Fma.fma(innerRate, quotient, momentum * b[bOffset + i]));
            s[sOffset + i] = square;
            a[aOffset + i] = average;
            b[bOffset + i] = velocity;
            w[wOffset + i] = flushParameter(Fma.fma(outerRate, velocity, shrunk(p, shrink)));
        }
    }

    private static float variance(float square, float average) {
        float r = flushRoot(average);
        return flushSquare(Fma.fma(-r, r, square));
    }
}
