package dev.lanewise.jmh;

import dev.lanewise.kernels.Activation;
import dev.lanewise.kernels.Gemm;
import dev.lanewise.kernels.PackedMatrix;
import dev.lanewise.kernels.Philox;
import dev.lanewise.kernels.Transpose;
import dev.lanewise.kernels.Workers;
import dev.lanewise.kernels.reference.GemmReference;
import java.util.List;

/**
 * The life of a JVM that has used every kind of product: shapes, transposes, activations, packed weights, teams of 1 and 2
 * and the definition, thousands of calls each. It leaves the JIT with profiles of all of them at the shared call sites.
 */
final class Pollution {
    private static final int CALLS = 2000;
    private static final List<GemmShape> SHAPES = List
            .of("NN:1x64x96", "NN:3x10x64", "NN:17x33x20", "NN:32x32x32",
                    "NN:64x96x128")
            .stream()
            .map(GemmShape::parse)
            .toList();
    private static final int LARGEST = 128 * 128;

    private final Workers workers;
    private final float[] a = draw(1);
    private final float[] b = draw(2);
    private final float[] bias = draw(3);
    private final float[] z = new float[LARGEST];
    private final float[] y = new float[LARGEST];

    private Pollution(Workers workers) {
        this.workers = workers;
    }

    /** Some seconds of calls. */
    static void spread() {
        for (int threads = 1; threads <= 2; threads++) {
            try (Workers workers = Workers.of(threads)) {
                Pollution pollution = new Pollution(workers);
                SHAPES.forEach(pollution::products);
                SHAPES.forEach(pollution::layers);
            }
        }
    }

    private void products(GemmShape s) {
        for (Transpose transA : Transpose.values()) {
            for (Transpose transB : Transpose.values()) {
                products(new GemmShape(transA, transB, s.m(), s.n(), s.k()), 1f, 0f);
                products(new GemmShape(transA, transB, s.m(), s.n(), s.k()), 0.5f, 0.5f);
            }
        }
    }

    private void products(GemmShape s, float alpha, float beta) {
        PackedMatrix packed = PackedMatrix.of(s.transB(), s.k(), s.n(), b, 0, s.ldb());
        for (int i = 0; i < CALLS; i++) {
            Gemm.sgemm(workers, s.transA(), s.transB(), s.m(), s.n(), s.k(), alpha, a, 0, s.lda(), b, 0,
                    s.ldb(), beta, y, 0, s.n());
            Gemm.sgemm(workers, s.transA(), s.m(), alpha, a, 0, s.lda(), packed, beta, y, 0, s.n());
        }
        for (int i = 0; i < CALLS / 10; i++) {
            GemmReference.sgemm(s.transA() == Transpose.T, s.transB() == Transpose.T, s.m(), s.n(), s.k(),
                    alpha, a, 0, s.lda(), b, 0, s.ldb(), beta, y, 0, s.n());
        }
    }

    private void layers(GemmShape s) {
        for (Activation activation : Activation.values()) {
            for (Transpose transW : Transpose.values()) {
                layers(new GemmShape(Transpose.N, transW, s.m(), s.n(), s.k()), activation);
            }
        }
    }

    /** Those with packed weights write y over z, the others keep both. */
    private void layers(GemmShape s, Activation activation) {
        float alpha = activation.usualAlpha();
        PackedMatrix packed = PackedMatrix.of(s.transB(), s.k(), s.n(), b, 0, s.ldb());
        for (int i = 0; i < CALLS; i++) {
            Gemm.linear(workers, s.transB(), s.m(), s.n(), s.k(), a, 0, s.lda(), b, 0, s.ldb(), bias, 0,
                    activation, alpha, z, 0, s.n(), y, 0, s.n());
            Gemm.linear(workers, s.m(), a, 0, s.lda(), packed, bias, 0, activation, alpha, y, 0, s.n(), y, 0,
                    s.n());
        }
    }

    private static float[] draw(long stream) {
        float[] values = new float[LARGEST];
        Philox.uniform(2, stream, 0, -1f, 1f, LARGEST, values, 0);
        return values;
    }
}
