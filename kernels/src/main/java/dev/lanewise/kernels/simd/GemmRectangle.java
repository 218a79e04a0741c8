package dev.lanewise.kernels.simd;
import dev.lanewise.kernels.reference.Fma;

/** A rectangle of C on one thread, in the way that suits its shape. One object a thread. */
final class GemmRectangle {
    private final GemmBlock block = new GemmBlock();
    private float[] sums = {};

    /** Computes rows [i0, i1), columns [j0, j1). */
    void multiply(GemmCall g, int i0, int i1, int j0, int j1) {
        if (g.alpha == 1f && g.beta == 0f) {
            chains(g, i0, i1, j0, j1, g.c, g.cOffset, g.ldc);
        } else {
            scaled(g, i0, i1, j0, j1);
        }
    }

    /** By way of blocks of sums beside C, which alpha and beta need. */
    private void scaled(GemmCall g, int i0, int i1, int j0, int j1) {
        int most = Math.min(GemmBlocking.MC, i1 - i0) * Math.min(GemmBlocking.NC, j1 - j0);
        if (sums.length < most) {
            sums = new float[most];
        }
        for (int i = i0; i < i1; i += GemmBlocking.MC) {
            for (int j = j0; j < j1; j += GemmBlocking.NC) {
                int rows = Math.min(GemmBlocking.MC, i1 - i);
                int columns = Math.min(GemmBlocking.NC, j1 - j);
                chains(g, i, i + rows, j, j + columns, sums, -(i * columns + j), columns);
                finish(g, i, rows, j, columns);
            }
        }
    }

    /** {@code r = alpha * sum; c = beta == 0 ? r : fma(beta, c, r)}. */
    private void finish(GemmCall g, int i0, int rows, int j0, int columns) {
        for (int i = 0; i < rows; i++) {
            int at = g.cOffset + (i0 + i) * g.ldc + j0;
            for (int j = 0; j < columns; j++) {
                float r = g.alpha * sums[i * columns + j];
                g.c[at + j] = g.beta == 0 ? r : Fma.fma(g.beta, g.c[at + j], r);
            }
        }
    }

    /** The chains themselves, to {@code c[cOffset + i * ldc + j]}, and a linear layer's bias and activation. */
    private void chains(GemmCall g, int i0, int i1, int j0, int j1, float[] c, int cOffset, int ldc) {
        if (GemmBlocking.streams(g, i1 - i0)) {
            GemmStream.multiply(g, i0, i1, j0, j1, c, cOffset, ldc);
            g.activate(i0, i1, j0, j1);
            return;
        }
        int mc = GemmBlocking.equal(i1 - i0, GemmBlocking.MC, GemmBlocking.MR);
        for (int i = i0; i < i1; i += mc) {
            block.multiply(g, i, Math.min(i1, i + mc), j0, j1, c, cOffset, ldc);
        }
    }
}
