package dev.lanewise.kernels.reference;

/** The definition of the limit on the norms of columns. */
public final class MaxNormReference {
    private MaxNormReference() {
    }

    /** Scales each column that is longer than the limit, but not infinitely long, to the limit. */
    public static void apply(int rows, int columns, float limit, float[] w, int wOffset, int ldw) {
        for (int j = 0; j < columns; j++) {
            float norm = norm(rows, w, wOffset + j, ldw);
            if (norm > limit && norm <= Float.MAX_VALUE) {
                scale(rows, limit / norm, w, wOffset + j, ldw);
            }
        }
    }

    /** The square root of {@code s = fma(w[i], w[i], s)}, from +0, rows ascending. */
    private static float norm(int rows, float[] w, int wOffset, int ldw) {
        float s = 0f;
        for (int i = 0; i < rows; i++) {
            float v = w[wOffset + i * ldw];
            s = Fma.fma(v, v, s);
        }
        return (float) Math.sqrt(s);
    }

    private static void scale(int rows, float factor, float[] w, int wOffset, int ldw) {
        for (int i = 0; i < rows; i++) {
            w[wOffset + i * ldw] *= factor;
        }
    }
}
