package dev.lanewise.kernels;

import dev.lanewise.kernels.reference.AdaptiveReference;
import dev.lanewise.kernels.reference.RmsPropReference;
import dev.lanewise.kernels.simd.AdaptiveSimd;
import dev.lanewise.kernels.simd.RmsPropSimd;

/**
 * Fused steps of the optimizers that divide by a root of squared gradients; Adam's family is in {@link
 * AdamOptimizers}. The terms g', w', gradientScale, l1, l2 and shrink, what flushed means, memory, threads and errors are those of {@link
 * Optimizers}. r is g', or 0 below 2^-58, and a mean or sum of squares below 2^-120 becomes +0. Where no square has been
 * kept, a quotient is that by epsilon alone, which should not be 0 then: 0 / 0 is NaN.
 */
public final class AdaptiveOptimizers {
    private static final boolean SIMD = Capabilities.current().backend() == Backend.SIMD;

    private AdaptiveOptimizers() {
    }

    /**
     * Adagrad (Duchi et al. 2011): {@code s = fma(r, r, s)}, flushed; {@code w = fma(-learningRate, g' / (sqrt(s +
     * insideEpsilon) + epsilon), w')}, flushed.
     *
     * <p>PyTorch: epsilon 1e-10 outside, s = 0 at first; its lr_decay is a learning rate that the caller computes. Keras: 1e-7
     * inside, s = 0.1 at first. The flush of r leaves out squares below 2^-116, which may add up: s is less by the number of
     * steps times that at most.
     *
     * @param learningRate eta
     * @param insideEpsilon added to the square; 0 for PyTorch
     * @param epsilon added to the root; 0 for Keras
     * @param s sum of squared gradients; what it is at first is the caller's choice
     */
    public static void adagrad(int n, float learningRate, float insideEpsilon, float epsilon,
            float gradientScale, float l1, float l2, float shrink, float[] w, int wOffset, float[] g,
            int gOffset, float[] s, int sOffset) {
        StepCheck.step(n, w, wOffset, g, gOffset, "s", s, sOffset);
        if (SIMD) {
            AdaptiveSimd.adagrad(n, learningRate, insideEpsilon, epsilon, gradientScale, l1, l2, shrink, w,
                    wOffset, g, gOffset, s, sOffset);
        } else {
            AdaptiveReference.adagrad(n, learningRate, insideEpsilon, epsilon, gradientScale, l1, l2, shrink,
                    w, wOffset, g, gOffset, s, sOffset);
        }
    }

    /**
     * Adadelta (Zeiler 2012): {@code v = fma((1 - rho) * r, r, rho * v)}, flushed; {@code d = sqrt((u + epsilon) / (v +
     * epsilon)) * g'}; {@code u = fma((1 - rho) * q, q, rho * u)}, flushed, where q is d, or 0 below 2^-58; {@code w =
     * fma(-learningRate, d, w')}, flushed. A negative u counts as 0.
     *
     * <p>One root of a quotient stands for the paper's quotient of two roots: one rounding less. PyTorch (rho 0.9, epsilon
     * 1e-6) and Keras (0.95, 1e-7) agree with it up to that; the paper's learning rate is 1.
     *
     * @param learningRate eta
     * @param rho share of the old means
     * @param epsilon added to both squares
     * @param v mean of squared gradients, 0 at first
     * @param u mean of squared steps, 0 at first
     */
    public static void adadelta(int n, float learningRate, float rho, float epsilon, float gradientScale,
            float l1, float l2, float shrink, float[] w, int wOffset, float[] g, int gOffset, float[] v,
            int vOffset, float[] u, int uOffset) {
        StepCheck.step(n, w, wOffset, g, gOffset, "v", v, vOffset, "u", u, uOffset);
        if (SIMD) {
            AdaptiveSimd.adadelta(n, learningRate, rho, epsilon, gradientScale, l1, l2, shrink, w, wOffset, g,
                    gOffset, v, vOffset, u, uOffset);
        } else {
            AdaptiveReference.adadelta(n, learningRate, rho, epsilon, gradientScale, l1, l2, shrink, w,
                    wOffset, g, gOffset, v, vOffset, u, uOffset);
        }
    }

    /**
     * RMSProp (Hinton 2012): {@code s = fma((1 - rho) * r, r, rho * s)}, flushed; {@code w = fma(-learningRate, q, w')},
     * flushed, where {@code q = g' / (sqrt(s + insideEpsilon) + epsilon)}.
     *
     * <p>PyTorch: rho 0.99, epsilon 1e-8 outside. Keras: rho 0.9, 1e-7 inside.
     *
     * @param learningRate eta
     * @param rho share of the old mean
     * @param insideEpsilon added to the square; 0 for PyTorch
     * @param epsilon added to the root; 0 for Keras
     * @param s mean of squared gradients, 0 at first
     */
    public static void rmsprop(int n, float learningRate, float rho, float insideEpsilon, float epsilon,
            float gradientScale, float l1, float l2, float shrink, float[] w, int wOffset, float[] g,
            int gOffset, float[] s, int sOffset) {
        StepCheck.step(n, w, wOffset, g, gOffset, "s", s, sOffset);
        if (SIMD) {
            RmsPropSimd.rmsprop(n, learningRate, rho, insideEpsilon, epsilon, gradientScale, l1, l2, shrink,
                    w, wOffset, g, gOffset, s, sOffset);
        } else {
            RmsPropReference.rmsprop(n, learningRate, rho, insideEpsilon, epsilon, gradientScale, l1, l2,
                    shrink, w, wOffset, g, gOffset, s, sOffset);
        }
    }

    /**
     * RMSProp with momentum: s and q as in {@link #rmsprop}; {@code b = fma(innerRate, q, momentum * b); w = fma(outerRate, b,
     * w')}, each flushed. innerRate = 1 and outerRate = -eta is the form of PyTorch, innerRate = eta and outerRate = -1 that of
     * Keras, as in {@link Optimizers#momentum}.
     *
     * @param momentum share of the old velocity
     * @param innerRate by which q enters the velocity
     * @param outerRate by which the velocity moves the parameter
     * @param rho share of the old mean
     * @param insideEpsilon added to the square; 0 for PyTorch
     * @param epsilon added to the root; 0 for Keras
     * @param s mean of squared gradients, 0 at first
     * @param b velocity, 0 at first
     */
    public static void rmspropMomentum(int n, float momentum, float innerRate, float outerRate, float rho,
            float insideEpsilon, float epsilon, float gradientScale, float l1, float l2, float shrink,
            float[] w, int wOffset, float[] g, int gOffset, float[] s, int sOffset, float[] b, int bOffset) {
        StepCheck.step(n, w, wOffset, g, gOffset, "s", s, sOffset, "b", b, bOffset);
        if (SIMD) {
            RmsPropSimd.rmspropMomentum(n, momentum, innerRate, outerRate, rho, insideEpsilon, epsilon,
                    gradientScale, l1, l2, shrink, w, wOffset, g, gOffset, s, sOffset, b, bOffset);
        } else {
            RmsPropReference.rmspropMomentum(n, momentum, innerRate, outerRate, rho, insideEpsilon, epsilon,
                    gradientScale, l1, l2, shrink, w, wOffset, g, gOffset, s, sOffset, b, bOffset);
        }
    }

    /**
     * Centred RMSProp (Graves 2013): s as in {@link #rmsprop}; {@code a = fma(1 - rho, g', rho * a)}, flushed; {@code c = fma(-k,
     * k, s)}, where k is a, or 0 below 2^-58, and c is +0 below 2^-120; {@code w = fma(-learningRate, g' / (sqrt(c +
     * insideEpsilon) + epsilon), w')}, flushed.
     *
     * <p>PyTorch and Keras do not bound c: rounding may make it negative there, and its root NaN.
     *
     * @param learningRate eta
     * @param rho share of the old means
     * @param insideEpsilon added to the square; 0 for PyTorch
     * @param epsilon added to the root; 0 for Keras
     * @param s mean of squared gradients, 0 at first
     * @param a mean of gradients, 0 at first
     */
    public static void rmspropCentred(int n, float learningRate, float rho, float insideEpsilon,
            float epsilon, float gradientScale, float l1, float l2, float shrink, float[] w, int wOffset,
            float[] g, int gOffset, float[] s, int sOffset, float[] a, int aOffset) {
        StepCheck.step(n, w, wOffset, g, gOffset, "s", s, sOffset, "a", a, aOffset);
        if (SIMD) {
            RmsPropSimd.rmspropCentred(n, learningRate, rho, insideEpsilon, epsilon, gradientScale, l1, l2,
                    shrink, w, wOffset, g, gOffset, s, sOffset, a, aOffset);
        } else {
            RmsPropReference.rmspropCentred(n, learningRate, rho, insideEpsilon, epsilon, gradientScale, l1,
                    l2, shrink, w, wOffset, g, gOffset, s, sOffset, a, aOffset);
        }
    }

    /**
     * Centred RMSProp with momentum: {@link #rmspropCentred} with the velocity of {@link #rmspropMomentum}.
     *
     * @param momentum share of the old velocity
     * @param innerRate by which q enters the velocity
     * @param outerRate by which the velocity moves the parameter
     * @param rho share of the old means
     * @param insideEpsilon added to the square; 0 for PyTorch
     * @param epsilon added to the root; 0 for Keras
     * @param s mean of squared gradients, 0 at first
     * @param a mean of gradients, 0 at first
     * @param b velocity, 0 at first
     */
    public static void rmspropCentredMomentum(int n, float momentum, float innerRate, float outerRate,
            float rho, float insideEpsilon, float epsilon, float gradientScale, float l1, float l2,
            float shrink, float[] w, int wOffset, float[] g, int gOffset, float[] s, int sOffset, float[] a,
            int aOffset, float[] b, int bOffset) {
        StepCheck.step(n, w, wOffset, g, gOffset, "s", s, sOffset, "a", a, aOffset, "b", b, bOffset);
        if (SIMD) {
            RmsPropSimd.rmspropCentredMomentum(n, momentum, innerRate, outerRate, rho, insideEpsilon, epsilon,
                    gradientScale, l1, l2, shrink, w, wOffset, g, gOffset, s, sOffset, a, aOffset, b,
                    bOffset);
        } else {
            RmsPropReference.rmspropCentredMomentum(n, momentum, innerRate, outerRate, rho, insideEpsilon,
                    epsilon, gradientScale, l1, l2, shrink, w, wOffset, g, gOffset, s, sOffset, a, aOffset, b,
                    bOffset);
        }
    }
}
