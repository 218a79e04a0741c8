package dev.lanewise.kernels.reference;

/**
 * What the definitions of all optimizers share: the gradient that a step follows, and the bounds below which numbers
 * count as zero.
 *
 * <p>Subnormal numbers are many times slower than others, and a moment that decays would reach them and stay. So no step
 * writes one: a gradient, velocity, moment or square below {@link #TINY} becomes +0, and so does a parameter below
 * {@link #TINY_PARAMETER}. What is lost is below half a unit in the last place of any parameter: a parameter is zero or at
 * least 2^-64, where half a unit is 2^-88, and what is below 2^-120 moves it by less wherever a step multiplies gradients
 * by less than 2^32 in all (Adam's 0.001 / (1e-8 (1 - 0.9)) is 2^20, Adagrad's 0.01 / 1e-10 is 2^27). A parameter that is
 * zero would not leave it by such a step either.
 *
 * <p>Squares appear under a root beside epsilon. A gradient below {@link #TINY_ROOT} counts as zero where it is squared,
 * as the square would be subnormal, and a mean of squares below {@link #TINY} is zero. A root, corrected for bias or not,
 * is less by 2^-58 + 2^-60 / sqrt(1 - rho) at most: under 2^-54 for rho = 0.999. That is below half a unit in the last place
 * of the denominator for every epsilon from 2^-29 = 1.9e-9 on, and for a smaller one the step grows by the factor 1 + 2^-54
 * / epsilon at most. So a moment that outlives its square is divided by epsilon, as it would have been without.
 */
public final class UpdateTerms {
    /** Gradients, velocities, moments and squares below it count as zero: 2^-120, about 7.5e-37. */
    public static final float TINY = 0x1p-120f;
    /** Gradients below it count as zero where they are squared: 2^-58, about 3.5e-18. */
    public static final float TINY_ROOT = 0x1p-58f;
    /** Parameters below it become zero: 2^-64, about 5.4e-20. */
    public static final float TINY_PARAMETER = 0x1p-64f;

    private UpdateTerms() {
    }

    /**
     * The gradient g' that the step follows: {@code fma(l2, w, gradientScale * flush(g)) + l1 * sgn(w)}, where {@code
     * sgn(0) = 0}.
     */
    public static float gradient(float g, float w, float gradientScale, float l1, float l2) {
        float coupled = Fma.fma(l2, w, gradientScale * flush(g));
        return coupled + (w > 0f ? l1 : w < 0f ? -l1 : 0f);
    }

    /** {@code fma(-shrink, w, w)}: decoupled decay. */
    static float shrunk(float w, float shrink) {
        return Fma.fma(-shrink, w, w);
    }

    /** {@code |x| < TINY ? +0 : x}. */
    public static float flush(float x) {
        return Math.abs(x) < TINY ? 0f : x;
    }

    /** {@code x < TINY ? +0 : x}, for what is a square or a mean of squares: never negative. */
    static float flushSquare(float x) {
        return x < TINY ? 0f : x;
    }

    /** {@code |x| < TINY_ROOT ? +0 : x}, for what is to be squared. */
    static float flushRoot(float x) {
        return Math.abs(x) < TINY_ROOT ? 0f : x;
    }

    /** {@code |w| < TINY_PARAMETER ? +0 : w}. */
    static float flushParameter(float w) {
        return Math.abs(w) < TINY_PARAMETER ? 0f : w;
    }

    /** {@code fma((1 - rho) * r, r, rho * s)}, flushed; r is {@code flushRoot(x)}: the moving mean of squares. */
    static float meanSquare(float rho, float s, float x) {
        float r = flushRoot(x);
        return flushSquare(Fma.fma((1f - rho) * r, r, rho * s));
    }

    /** {@code fma(1 - beta, x, beta * m)}, flushed: the moving mean. */
    static float mean(float beta, float m, float x) {
        return flush(Fma.fma(1f - beta, x, beta * m));
    }

    /** The square root, rounded once. */
    static float sqrt(float x) {
        return (float) Math.sqrt(x);
    }
}
