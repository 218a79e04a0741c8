package dev.lanewise.kernels.reference;

/** The definition of the parametric rectified linear unit. */
public final class PreluReference {
    private PreluReference() {
    }

    /** {@code y[i,j] = x[i,j] < 0 ? slopes[j] * x[i,j] : x[i,j]}. */
    public static void forward(int rows, int columns, float[] x, int xOffset, float[] slopes,
            int slopesOffset, float[] y, int yOffset) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                int at = i * columns + j;
                y[yOffset + at] = ActivationReference.leakyRelu(x[xOffset + at], slopes[slopesOffset + j]);
            }
        }
    }

    /**
     * {@code dx[i,j] = x[i,j] < 0 ? slopes[j] * dy[i,j] : dy[i,j]}, and from +0, rows ascending, where x[i,j] < 0:
     * {@code dslopes[j] = fma(dy[i,j], x[i,j], dslopes[j])}.
     */
    public static void backward(int rows, int columns, float[] x, int xOffset, float[] dy, int dyOffset,
            float[] slopes, int slopesOffset, float[] dx, int dxOffset, float[] dslopes, int dslopesOffset) {
        for (int j = 0; j < columns; j++) {
            float sum = 0f;
            for (int i = 0; i < rows; i++) {
                int at = i * columns + j;
                float z = x[xOffset + at];
                float g = dy[dyOffset + at];
                sum = z < 0 ? Fma.fma(g, z, sum) : sum;
                dx[dxOffset + at] = ActivationReference.leakyReluGradient(z, g, slopes[slopesOffset + j]);
            }
            dslopes[dslopesOffset + j] = sum;
        }
    }
}
