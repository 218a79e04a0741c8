package dev.lanewise.kernels;

import dev.lanewise.kernels.reference.OptimizerReference;
import dev.lanewise.kernels.simd.OptimizerSimd;

/**
 * Fused optimizer steps: one pass over the parameters. Those that divide by a root of squared gradients are in {@link
 * AdaptiveOptimizers} and {@link AdamOptimizers}.
 *
 * <p>All take, for each parameter w and its gradient g, first the gradient {@code g' = fma(l2, w, gradientScale * g) + l1 *
 * sgn(w)}, where {@code sgn(0) = 0} and g counts as 0 below 2^-120: gradientScale clips by a global norm or averages, l1 and
 * l2 are coupled regularisation. They then move {@code w' = fma(-shrink, w, w)}: shrink is decoupled decay, the learning rate
 * times AdamW's decay. With gradientScale = 1 and the others 0, {@code g' = g} and {@code w' = w}. {@code 1 - beta} is a
 * float, rounded once; parts of a formula are as {@link dev.lanewise.kernels.reference.UpdateTerms} defines them.
 *
 * <p>No step writes a subnormal number: where a formula says <em>flushed</em>, a result below 2^-120 in magnitude becomes +0,
 * a parameter below 2^-64. UpdateTerms says why nothing is lost.
 *
 * <p>Parameters, gradients and state are n elements from their offsets, each array in memory of its own. An element's result
 * does not depend on its index, so ranges may run in several threads. NaN in w or g and an infinity in w give NaN in w.
 * All methods throw NullPointerException for null and IllegalArgumentException for sizes, ranges and overlaps that are
 * illegal, before anything is written. The values of hyper-parameters are not checked.
 */
public final class Optimizers {
    private static final boolean SIMD = Capabilities.current().backend() == Backend.SIMD;

    private Optimizers() {
    }

    /**
     * Stochastic gradient descent: {@code w = fma(-learningRate, g', w')}, flushed. PyTorch and Keras agree.
     *
     * @param learningRate eta
     */
    public static void sgd(int n, float learningRate, float gradientScale, float l1, float l2, float shrink,
            float[] w, int wOffset, float[] g, int gOffset) {
        StepCheck.parameters(n, w, wOffset, g, gOffset);
        if (SIMD) {
            OptimizerSimd.sgd(n, learningRate, gradientScale, l1, l2, shrink, w, wOffset, g, gOffset);
        } else {
            OptimizerReference.sgd(n, learningRate, gradientScale, l1, l2, shrink, w, wOffset, g, gOffset);
        }
    }

    /**
     * Momentum (Polyak 1964): {@code v = fma(innerRate, g', momentum * v); w = fma(outerRate, v, w')}, each flushed.
     *
     * <p>With innerRate = -eta and outerRate = 1 the learning rate is inside the velocity, as in the lecture and in Keras: {@code
     * v = momentum * v - eta * g; w = w + v}. With innerRate = 1 - dampening and outerRate = -eta it is outside, as in PyTorch:
     * {@code v = momentum * v + (1 - dampening) * g; w = w - eta * v}. The two differ once eta changes. PyTorch does not dampen
     * the first gradient: pass innerRate = 1 in its first step.
     *
     * @param momentum lambda
     * @param innerRate by which the gradient enters the velocity
     * @param outerRate by which the velocity moves the parameter
     * @param v velocity, 0 at first
     */
    public static void momentum(int n, float momentum, float innerRate, float outerRate, float gradientScale,
            float l1, float l2, float shrink, float[] w, int wOffset, float[] g, int gOffset, float[] v,
            int vOffset) {
        StepCheck.step(n, w, wOffset, g, gOffset, "v", v, vOffset);
        if (SIMD) {
            OptimizerSimd.momentum(n, momentum, innerRate, outerRate, gradientScale, l1, l2, shrink, w,
                    wOffset, g, gOffset, v, vOffset);
        } else {
            OptimizerReference.momentum(n, momentum, innerRate, outerRate, gradientScale, l1, l2, shrink, w,
                    wOffset, g, gOffset, v, vOffset);
        }
    }

    /**
     * Nesterov's momentum as Sutskever et al. (2013) write it, with the gradient where the parameters are: {@code v =
     * fma(innerRate, g', momentum * v)}, flushed; {@code w = fma(outerRate, fma(momentum, v, innerRate * g'), w')}, flushed.
     *
     * <p>innerRate = -eta and outerRate = 1 is the form of Keras; innerRate = 1 and outerRate = -eta that of PyTorch, which
     * takes no dampening here.
     *
     * @param momentum lambda
     * @param innerRate by which the gradient enters the velocity
     * @param outerRate by which the step moves the parameter
     * @param v velocity, 0 at first
     */
    public static void nesterov(int n, float momentum, float innerRate, float outerRate, float gradientScale,
            float l1, float l2, float shrink, float[] w, int wOffset, float[] g, int gOffset, float[] v,
            int vOffset) {
        StepCheck.step(n, w, wOffset, g, gOffset, "v", v, vOffset);
        if (SIMD) {
            OptimizerSimd.nesterov(n, momentum, innerRate, outerRate, gradientScale, l1, l2, shrink, w,
                    wOffset, g, gOffset, v, vOffset);
        } else {
            OptimizerReference.nesterov(n, momentum, innerRate, outerRate, gradientScale, l1, l2, shrink, w,
                    wOffset, g, gOffset, v, vOffset);
        }
    }

    /**
     * Lion (Chen et al. 2023): {@code c = fma(1 - beta1, g', beta1 * m); m = fma(1 - beta2, g', beta2 * m)}, flushed; {@code w =
     * fma(-learningRate, sgn(c), w')}, flushed. As every direction however faint gives a whole step, the flush of m does more
     * here than elsewhere: without gradients a parameter stops once its moment is below 2^-120 (after 8,000 steps for beta2 =
     * 0.99), not when it underflows. Keras agrees; PyTorch has no Lion.
     *
     * @param learningRate eta
     * @param beta1 share of the moment in the direction
     * @param beta2 share of the old moment in the new
     * @param m moment, 0 at first
     */
    public static void lion(int n, float learningRate, float beta1, float beta2, float gradientScale,
            float l1, float l2, float shrink, float[] w, int wOffset, float[] g, int gOffset, float[] m,
            int mOffset) {
        StepCheck.step(n, w, wOffset, g, gOffset, "m", m, mOffset);
        if (SIMD) {
            OptimizerSimd.lion(n, learningRate, beta1, beta2, gradientScale, l1, l2, shrink, w, wOffset, g,
                    gOffset, m, mOffset);
        } else {
            OptimizerReference.lion(n, learningRate, beta1, beta2, gradientScale, l1, l2, shrink, w, wOffset,
                    g, gOffset, m, mOffset);
        }
    }
}
