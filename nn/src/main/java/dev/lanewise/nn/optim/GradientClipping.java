package dev.lanewise.nn.optim;

import dev.lanewise.kernels.VectorMath;

/**
 * Limits of the gradient. First each element is brought into {@code [-value, value]}, then the whole gradient g is
 * multiplied by {@code min(1, norm / |g|)}, |g| being the Euclidean norm of the gradients of all parameters as one vector
 * (Pascanu et al., "On the difficulty of training recurrent neural networks", 2013). PyTorch divides by
 * {@code |g| + 1e-6} instead.
 *
 * @param value the largest magnitude of an element, above 0; infinite for no limit
 * @param norm the largest norm of the gradient, above 0; infinite for no limit
 */
public record GradientClipping(float value, float norm) {
    /** No limit. */
    public static final GradientClipping NONE = new GradientClipping(Float.POSITIVE_INFINITY,
            Float.POSITIVE_INFINITY);

    /** Checks the limits. */
    public GradientClipping {
        Bounds.limit("clip value", value);
        Bounds.limit("clip norm", norm);
    }

    /** Limits elements only. */
    public static GradientClipping byValue(float value) {
        return new GradientClipping(value, Float.POSITIVE_INFINITY);
    }

    /** Limits the norm only. */
    public static GradientClipping byNorm(float norm) {
        return new GradientClipping(Float.POSITIVE_INFINITY, norm);
    }

    /** Whether elements are limited. */
    public boolean clipsValues() {
        return value < Float.POSITIVE_INFINITY;
    }

    /** Whether the norm is limited, so that it must be known. */
    public boolean clipsNorm() {
        return norm < Float.POSITIVE_INFINITY;
    }

    /**
     * Brings {@code gradients[offset .. offset + n)} into the limits of an element, in place; NaN stays NaN, while an
     * infinite element becomes the limit.
     */
    public void clipValues(int n, float[] gradients, int offset) {
        if (clipsValues()) {
            VectorMath.clip(n, -value, value, gradients, offset, gradients, offset);
        }
    }

    /**
     * What the gradients are to be multiplied by: exactly 1 where the limit is kept, else {@code norm / globalNorm},
     * rounded once to float. A norm that is NaN or infinite gives 1 too: that gradient is left as it is, for the check
     * for divergence to find it.
     *
     * @param globalNorm of all gradients behind {@link #clipValues}, in float, as
     *        {@link dev.lanewise.kernels.GlobalNorm} gives it
     */
    public float gradientScale(float globalNorm) {
        return globalNorm > norm && Float.isFinite(globalNorm) ? norm / globalNorm : 1f;
    }
}
