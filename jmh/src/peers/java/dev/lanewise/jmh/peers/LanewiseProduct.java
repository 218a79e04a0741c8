package dev.lanewise.jmh.peers;

import dev.lanewise.jmh.GemmShape;
import dev.lanewise.kernels.Capabilities;
import dev.lanewise.kernels.Gemm;
import dev.lanewise.kernels.Workers;

/** This library, as its users call it. */
final class LanewiseProduct extends JavaProduct {
    private final Workers workers;

    LanewiseProduct(Workers workers) {
        this.workers = workers;
    }

    @Override
    public String describe() {
        return library();
    }

    static String library() {
        Capabilities found = Capabilities.current();
        return "backend " + found.backend() + ", " + found.vectorBits() + "-bit vectors";
    }

    @Override
    void call(GemmShape s, float[] a, float[] b, float[] c) {
        Gemm.sgemm(workers, s.transA(), s.transB(), s.m(), s.n(), s.k(), 1f, a, 0, s.lda(), b, 0, s.ldb(), 0f,
                c, 0, s.n());
    }
}
