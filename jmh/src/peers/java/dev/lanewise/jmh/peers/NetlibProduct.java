package dev.lanewise.jmh.peers;

import dev.lanewise.jmh.GemmShape;
import dev.ludovic.netlib.blas.JavaBLAS;

/** netlib's BLAS on the Vector API. It is column-major, so it computes the transposed product from swapped operands. */
final class NetlibProduct extends JavaProduct {
    private static final String EXPECTED = "VectorBLAS";

    private final JavaBLAS blas = JavaBLAS.getInstance();

    /** Refuses netlib's slower classes, which it falls back to silently. */
    NetlibProduct() {
        String chosen = blas.getClass().getSimpleName();
        if (!chosen.equals(EXPECTED)) {
            throw new IllegalStateException("netlib chose " + chosen + " (expected " + EXPECTED + ")");
        }
    }

    @Override
    public String describe() {
        return "netlib " + MavenVersion.of(JavaBLAS.class, "dev.ludovic.netlib/blas") + ", "
                + blas.getClass().getName();
    }

    @Override
    void call(GemmShape s, float[] a, float[] b, float[] c) {
        blas.sgemm(s.transB().name(), s.transA().name(), s.n(), s.m(), s.k(), 1f, b, s.ldb(), a, s.lda(), 0f,
                c,
                s.n());
    }
}
