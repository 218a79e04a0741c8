package dev.lanewise.nn.optim;

import dev.lanewise.kernels.Reductions;

/**
 * What keeps weights small; biases and slopes are left alone. The regularised loss is the data loss plus
 * {@code l1 sum |w| + l2 / 2 sum w^2}, whose gradient adds {@code l1 sign(w) + l2 w}: the half makes l2 PyTorch's
 * {@code weight_decay}, while {@code l2(x)} of Keras is {@code l2 = 2 x} here.
 *
 * @param l1 coefficient of the magnitudes, at least 0
 * @param l2 coefficient of half the squares, at least 0
 * @param decay decoupled decay, at least 0: beside its update a weight loses {@code learningRate decay w}; no part of
 *        the loss (Loshchilov and Hutter, "Decoupled weight decay regularization", 2019)
 * @param maxNorm the largest Euclidean norm of a unit's incoming weights, above 0; infinite for no limit (Srivastava et
 *        al., "Dropout", 2014)
 */
public record Regularization(float l1, float l2, float decay, float maxNorm) {
    /** None at all. */
    public static final Regularization NONE = new Regularization(0f, 0f, 0f, Float.POSITIVE_INFINITY);

    /** Checks the coefficients. */
    public Regularization {
        Bounds.notNegative("l1", l1);
        Bounds.notNegative("l2", l2);
        Bounds.notNegative("decay", decay);
        Bounds.limit("maxNorm", maxNorm);
    }

    /** Whether there is something to add to the data loss. */
    public boolean penalizes() {
        return l1 > 0 || l2 > 0;
    }

    /** Whether norms are limited. */
    public boolean limitsNorms() {
        return maxNorm < Float.POSITIVE_INFINITY;
    }

    /**
     * What the weights {@code w[offset .. offset + n)} add to the loss. Each of the two sums is made in float, in the
     * order of {@link Reductions}, the rest in double; weights of several tensors add up to the tensors' sum.
     */
    public double penalty(int n, float[] w, int offset) {
        double magnitudes = l1 > 0 ? (double) l1 * Reductions.l1Norm(n, w, offset) : 0;
        double squares = l2 > 0 ? 0.5 * l2 * Reductions.dot(n, w, offset, w, offset) : 0;
        return magnitudes + squares;
    }
}
