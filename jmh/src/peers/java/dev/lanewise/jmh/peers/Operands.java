package dev.lanewise.jmh.peers;

import dev.lanewise.kernels.reference.PhiloxReference;

/**
 * What all libraries get, the same bits for each.
 *
 * @param x rows x columns: from [-4, 4); for dropout from [1, 2), so that what was dropped shows; for dense layers from
 *        [-1, 1)
 * @param w inputs x units from [-1, 1), empty but for dense layers
 * @param bias units from [-1, 1), empty but for dense layers
 */
record Operands(float[] x, float[] w, float[] bias) {
    static Operands of(ElementWork work) {
        int n = work.rows() * work.columns();
        return switch (work.kind()) {
            case DENSE_RELU ->
                new Operands(uniform(n, 1, -1f, 1f), uniform(work.columns() * work.units(), 2, -1f, 1f),
                        uniform(work.units(), 3, -1f, 1f));
            case DROPOUT -> new Operands(uniform(n, 1, 1f, 2f), new float[0], new float[0]);
            default -> new Operands(uniform(n, 1, -4f, 4f), new float[0], new float[0]);
        };
    }

    /** Draws from [low, high). */
    static float[] uniform(int n, long stream, float low, float high) {
        float[] values = new float[n];
        PhiloxReference.uniform(1, stream, 0, low, high, n, values, 0);
        return values;
    }
}
