package dev.lanewise.jmh.peers;

import dev.lanewise.kernels.reference.PhiloxReference;

/** What all libraries get, the same bits for each. */
final class Operands {
    private static final float[] NONE = {};

    private final float[] x;
    private final float[] w;
    private final float[] bias;

    private Operands(float[] x, float[] w, float[] bias) {
        this.x = x;
        this.w = w;
        this.bias = bias;
    }

    static Operands of(ElementWork work) {
        int n = work.rows() * work.columns();
        return switch (work.kind()) {
            case DENSE_RELU ->
                new Operands(uniform(n, 1, -1f, 1f), uniform(work.columns() * work.units(), 2, -1f, 1f),
                        uniform(work.units(), 3, -1f, 1f));
            case DROPOUT -> new Operands(uniform(n, 1, 1f, 2f), NONE, NONE);
            default -> new Operands(uniform(n, 1, -4f, 4f), NONE, NONE);
        };
    }

    /** Draws from [low, high). */
    static float[] uniform(int n, long stream, float low, float high) {
        float[] values = new float[n];
        PhiloxReference.uniform(1, stream, 0, low, high, n, values, 0);
        return values;
    }

    /** Rows x columns: from [-4, 4); for dropout from [1, 2), so that what was dropped shows; for dense layers [-1, 1). */
    float[] x() {
        return x;
    }

    /** Inputs x units from [-1, 1), for dense layers only. */
    float[] w() {
        return w;
    }

    /** One a unit from [-1, 1), for dense layers only. */
    float[] bias() {
        return bias;
    }
}
