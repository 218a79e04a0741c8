package dev.lanewise.kernels;

import dev.lanewise.kernels.reference.AdamReference;
import dev.lanewise.kernels.simd.AdamSimd;

/**
 * Fused steps of Adam and its relatives. The terms g', w', gradientScale, l1, l2 and shrink, what flushed means, memory, threads and errors are those of {@link
 * Optimizers}. r is g', or 0 below 2^-58, and v below 2^-120 becomes +0.
 *
 * <p>Corrections of bias are numbers of the step, not of the element: {@link #correction}, {@link #rate} and
 * {@link #rootScale} compute them. They are of beta as a float, as are 1 - beta1 and 1 - beta2, so that means stay unbiased.
 */
public final class AdamOptimizers {
    private static final boolean SIMD = Capabilities.current().backend() == Backend.SIMD;

    private AdamOptimizers() {
    }

    /**
     * Adam (Kingma and Ba 2015): {@code m = fma(1 - beta1, g', beta1 * m); v = fma((1 - beta2) * r, r, beta2 * v)}, each flushed;
     * {@code w = fma(-rate, m / fma(sqrt(v), rootScale, epsilon), w')}, flushed. With a shrink it is AdamW (Loshchilov and
     * Hutter 2019).
     *
     * <p>PyTorch adds epsilon (1e-8) after the correction of bias, Keras (1e-7) before it, which is the paper's epsilon hat:
     * see {@link #rate}. PyTorch's weight_decay is l2 in Adam and decoupled in AdamW; Keras's is decoupled in both.
     *
     * @param rate {@link #rate} of this step
     * @param rootScale {@link #rootScale} of this step
     * @param beta1 share of the old moment
     * @param beta2 share of the old mean square
     * @param epsilon added to the root
     * @param m moment, 0 at first
     * @param v mean of squared gradients, 0 at first
     */
    public static void adam(int n, float rate, float rootScale, float beta1, float beta2, float epsilon,
            float gradientScale, float l1, float l2, float shrink, float[] w, int wOffset, float[] g,
            int gOffset, float[] m, int mOffset, float[] v, int vOffset) {
        StepCheck.step(n, w, wOffset, g, gOffset, "m", m, mOffset, "v", v, vOffset);
        if (SIMD) {
            AdamSimd.adam(n, rate, rootScale, beta1, beta2, epsilon, gradientScale, l1, l2, shrink, w,
                    wOffset, g, gOffset, m, mOffset, v, vOffset);
        } else {
            AdamReference.adam(n, rate, rootScale, beta1, beta2, epsilon, gradientScale, l1, l2, shrink, w,
                    wOffset, g, gOffset, m, mOffset, v, vOffset);
        }
    }

    /**
     * AMSGrad (Reddi et al. 2018): m and v as in {@link #adam}; {@code x = x > v ? x : v}, flushed; {@code w = fma(-rate, m /
     * fma(sqrt(x), rootScale, epsilon), w')}, flushed. The paper has no correction of bias (rate = eta, rootScale = 1); PyTorch and
     * Keras have Adam's, with the maximum taken before it.
     *
     * @param rate {@link #rate} of this step
     * @param rootScale {@link #rootScale} of this step
     * @param beta1 share of the old moment
     * @param beta2 share of the old mean square
     * @param epsilon added to the root
     * @param m moment, 0 at first
     * @param v mean of squared gradients, 0 at first
     * @param x largest v so far, 0 at first
     */
    public static void amsgrad(int n, float rate, float rootScale, float beta1, float beta2, float epsilon,
            float gradientScale, float l1, float l2, float shrink, float[] w, int wOffset, float[] g,
            int gOffset, float[] m, int mOffset, float[] v, int vOffset, float[] x, int xOffset) {
        StepCheck.step(n, w, wOffset, g, gOffset, "m", m, mOffset, "v", v, vOffset, "x", x, xOffset);
        if (SIMD) {
            AdamSimd.amsgrad(n, rate, rootScale, beta1, beta2, epsilon, gradientScale, l1, l2, shrink, w,
                    wOffset, g, gOffset, m, mOffset, v, vOffset, x, xOffset);
        } else {
            AdamReference.amsgrad(n, rate, rootScale, beta1, beta2, epsilon, gradientScale, l1, l2, shrink, w,
                    wOffset, g, gOffset, m, mOffset, v, vOffset, x, xOffset);
        }
    }

    /**
     * NAdam (Dozat 2016): m and v as in {@link #adam}; {@code w = w' - fma(momentRate, m, gradientRate * g') / fma(sqrt(v),
     * rootScale, epsilon)}, flushed.
     *
     * <p>With momenta {@code mu(t) = beta1 (1 - 0.96^(t psi) / 2)} and P(t) their product from 1 to t, {@code momentRate = eta
     * mu(t + 1) / (1 - P(t + 1))} and {@code gradientRate = eta (1 - mu(t)) / (1 - P(t))}. psi is 0.004 in the paper and PyTorch
     * (momentum_decay), 1 in Keras; both add epsilon after the correction.
     *
     * @param momentRate by which the moment moves the parameter
     * @param gradientRate by which the gradient does
     * @param rootScale {@link #rootScale} of this step
     * @param beta1 share of the old moment
     * @param beta2 share of the old mean square
     * @param epsilon added to the root
     * @param m moment, 0 at first
     * @param v mean of squared gradients, 0 at first
     */
    public static void nadam(int n, float momentRate, float gradientRate, float rootScale, float beta1,
            float beta2, float epsilon, float gradientScale, float l1, float l2, float shrink, float[] w,
            int wOffset, float[] g, int gOffset, float[] m, int mOffset, float[] v, int vOffset) {
        StepCheck.step(n, w, wOffset, g, gOffset, "m", m, mOffset, "v", v, vOffset);
        if (SIMD) {
            AdamSimd.nadam(n, momentRate, gradientRate, rootScale, beta1, beta2, epsilon, gradientScale, l1,
                    l2, shrink, w, wOffset, g, gOffset, m, mOffset, v, vOffset);
        } else {
            AdamReference.nadam(n, momentRate, gradientRate, rootScale, beta1, beta2, epsilon, gradientScale,
                    l1, l2, shrink, w, wOffset, g, gOffset, m, mOffset, v, vOffset);
        }
    }

    /**
     * The correction of a mean for its start at 0: {@code 1 - beta^step}, in double, by StrictMath.
     *
     * @param step from 1
     */
    public static double correction(float beta, long step) {
        if (step < 1) {
            throw new IllegalArgumentException("step: " + step + " (expected >= 1)");
        }
        return 1 - StrictMath.pow(beta, (double) step);
    }

    /**
     * What {@link #adam} and {@link #amsgrad} call rate: {@code learningRate / correction1} in double, rounded to float once;
     * with epsilon hat {@code learningRate * sqrt(correction2) / correction1}.
     *
     * @param correction1 {@link #correction} of beta1
     * @param correction2 {@link #correction} of beta2
     * @param epsilonHat whether epsilon is added before the correction of bias, as in Keras; PyTorch adds it after it
     */
    public static float rate(float learningRate, double correction1, double correction2, boolean epsilonHat) {
        return (float) (learningRate * (epsilonHat ? Math.sqrt(correction2) : 1) / correction1);
    }

    /**
     * What all here call rootScale: {@code 1 / sqrt(correction2)} in double, rounded to float once; 1 with epsilon hat.
     *
     * @param correction2 {@link #correction} of beta2
     * @param epsilonHat as in {@link #rate}
     */
    public static float rootScale(double correction2, boolean epsilonHat) {
        return epsilonHat ? 1f : (float) (1 / Math.sqrt(correction2));
    }
}
