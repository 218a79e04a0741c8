package dev.lanewise.kernels.simd;

import dev.lanewise.kernels.Activation;
import dev.lanewise.kernels.Workers;
import java.lang.foreign.MemorySegment;

/**
 * {@code GemmReference} and {@code LinearReference} in vectors: lanes run along the columns of C, never along k. Arguments
 * as in {@code Gemm}, trusted; a packed operand is one of {@link PackedSlivers}.
 */
public final class GemmSimd {
    private GemmSimd() {
    }

    /** {@code C <- alpha * op(A) * op(B) + beta * C}. */
    public static void sgemm(Workers workers, boolean transA, boolean transB, int m, int n, int k,
            float alpha, float[] a, int aOffset, int lda, float[] b, int bOffset, int ldb, float beta,
            float[] c, int cOffset, int ldc) {
        GemmCall call = GemmBuffers.call();
        call.operands(transA, m, n, k, alpha, a, aOffset, lda, beta, c, cOffset, ldc);
        call.matrix(transB, b, bOffset, ldb);
        call.run(workers);
    }

    /** {@code C <- alpha * op(A) * B + beta * C} with packed B. */
    public static void sgemm(Workers workers, boolean transA, int m, int n, int k, float alpha, float[] a,
            int aOffset, int lda, MemorySegment packed, float beta, float[] c, int cOffset, int ldc) {
        GemmCall call = GemmBuffers.call();
        call.operands(transA, m, n, k, alpha, a, aOffset, lda, beta, c, cOffset, ldc);
        call.packed(packed);
        call.run(workers);
    }

    /** {@code z = x op(W) + bias; y = activation(z)}. */
    public static void linear(Workers workers, boolean transW, int m, int n, int k, float[] x, int xOffset,
            int ldx, float[] w, int wOffset, int ldw, float[] bias, int biasOffset, Activation activation,
            float alpha, float[] z, int zOffset, int ldz, float[] y, int yOffset, int ldy) {
        GemmCall call = GemmBuffers.call();
        call.operands(false, m, n, k, 1f, x, xOffset, ldx, 0f, z, zOffset, ldz);
        call.matrix(transW, w, wOffset, ldw);
        call.linear().operands(bias, biasOffset, activation, alpha, z, zOffset, ldz, y, yOffset, ldy);
        call.run(workers);
    }

    /** The same with packed W. */
    public static void linear(Workers workers, int m, int n, int k, float[] x, int xOffset, int ldx,
            MemorySegment packed, float[] bias, int biasOffset, Activation activation, float alpha, float[] z,
            int zOffset, int ldz, float[] y, int yOffset, int ldy) {
        GemmCall call = GemmBuffers.call();
        call.operands(false, m, n, k, 1f, x, xOffset, ldx, 0f, z, zOffset, ldz);
        call.packed(packed);
        call.linear().operands(bias, biasOffset, activation, alpha, z, zOffset, ldz, y, yOffset, ldy);
        call.run(workers);
    }
}
