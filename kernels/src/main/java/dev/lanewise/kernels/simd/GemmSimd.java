package dev.lanewise.kernels.simd;

import dev.lanewise.kernels.Workers;
import dev.lanewise.kernels.reference.GemmReference;

/** {@code GemmReference} in vectors: lanes run along the columns of C, never along k. */
public final class GemmSimd {
    private GemmSimd() {
    }

    /** {@code C <- alpha * op(A) * op(B) + beta * C}; arguments as in {@code Gemm.sgemm}, trusted. */
    public static void sgemm(Workers workers, boolean transA, boolean transB, int m, int n, int k,
            float alpha,
            float[] a, int aOffset, int lda, float[] b, int bOffset, int ldb, float beta, float[] c,
            int cOffset,
            int ldc) {
        if (alpha == 0f || k == 0) {
            GemmReference.scale(m, n, beta, c, cOffset, ldc);
            return;
        }
        GemmCall call = GemmBuffers.get().call;
        call.operands(transA, transB, m, n, k, alpha, a, aOffset, lda, b, bOffset, ldb, beta, c, cOffset,
                ldc);
        call.run(workers);
    }
}
