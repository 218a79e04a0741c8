package dev.lanewise.kernels.reference;

/**
 * The definition of maxout (Goodfellow et al., "Maxout Networks", ICML 2013). Pre-activations lie piece by piece: row i of z
 * holds piece 0 of all columns, then piece 1, and so on; z is rows x (pieces * columns), y and winner are rows x columns.
 */
public final class MaxoutReference {
    /** Fewest pieces of a unit. */
    public static final int MIN_PIECES = 2;
    /** Most pieces of a unit. */
    public static final int MAX_PIECES = 16;

    private MaxoutReference() {
    }

    /** {@code y[i,j] = z[i, winner * columns + j]}, the first of the greatest pieces, or the first that is NaN. */
    public static void forward(int rows, int columns, int pieces, float[] z, int zOffset, float[] y,
            int yOffset, int[] winner, int winnerOffset) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                int at = zOffset + i * pieces * columns + j;
                float best = z[at];
                int first = 0;
                for (int q = 1; q < pieces; q++) {
                    float value = z[at + q * columns];
                    if (beats(value, best)) {
                        best = value;
                        first = q;
                    }
                }
                y[yOffset + i * columns + j] = best;
                winner[winnerOffset + i * columns + j] = first;
            }
        }
    }

    /** As {@link #forward}, of {@code z[i, q * columns + j] + bias[q * columns + j]}. */
    public static void biasForward(int rows, int columns, int pieces, float[] z, int zOffset, float[] bias,
            int biasOffset, float[] y, int yOffset, int[] winner, int winnerOffset) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                int at = zOffset + i * pieces * columns + j;
                float best = z[at] + bias[biasOffset + j];
                int first = 0;
                for (int q = 1; q < pieces; q++) {
                    float value = z[at + q * columns] + bias[biasOffset + q * columns + j];
                    if (beats(value, best)) {
                        best = value;
                        first = q;
                    }
                }
                y[yOffset + i * columns + j] = best;
                winner[winnerOffset + i * columns + j] = first;
            }
        }
    }

    /** {@code dz[i, q * columns + j] = winner[i,j] == q ? dy[i,j] : +0}. */
    public static void backward(int rows, int columns, int pieces, int[] winner, int winnerOffset, float[] dy,
            int dyOffset, float[] dz, int dzOffset) {
        for (int i = 0; i < rows; i++) {
            for (int q = 0; q < pieces; q++) {
                for (int j = 0; j < columns; j++) {
                    boolean won = winner[winnerOffset + i * columns + j] == q;
                    dz[dzOffset + (i * pieces + q) * columns + j] = won ? dy[dyOffset + i * columns + j] : 0f;
                }
            }
        }
    }

    /** Greater than the best so far, or the first NaN. */
    private static boolean beats(float value, float best) {
        return !(value <= best) && !Float.isNaN(best);
    }
}
