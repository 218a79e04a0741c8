package dev.lanewise.jmh;

import dev.lanewise.kernels.Activation;
import dev.lanewise.kernels.Activations;
import dev.lanewise.kernels.Gemm;
import dev.lanewise.kernels.PackedMatrix;
import dev.lanewise.kernels.Philox;
import dev.lanewise.kernels.Transpose;
import dev.lanewise.kernels.Workers;
import dev.lanewise.kernels.reference.ActivationReference;
import dev.lanewise.kernels.reference.LinearReference;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A dense layer with ReLU: passes one after the other, fused, and with packed weights; checked before it is timed. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
public class LinearBenchmark {
    /** Batch x outputs x inputs. */
    @Param({"NN:128x512x784", "NN:128x512x512", "NN:1x512x784"})
    public String shape = "";
    /** Product, bias and ReLU one after the other; in one call; both again with packed weights. */
    @Param({"plain", "fused", "packed", "packedFused"})
    public String side = "";
    /** Threads of the products; the separate passes have one. */
    @Param("1")
    public int threads;

    private GemmShape s = GemmShape.parse("NN:1x1x1");
    private float[] x = {};
    private float[] w = {};
    private float[] bias = {};
    private float[] y = {};
    private PackedMatrix packed = PackedMatrix.of(Transpose.N, 0, 0, w, 0, 1);
    private Workers workers = Workers.of(1);
    private Runnable work = () -> {};

    /** Draws the operands and compares one call with the definition, bit for bit. */
    @Setup
    public void prepare() {
        s = layer(shape);
        workers = Workers.of(threads);
        x = draw(s.m() * s.k(), 1);
        w = draw(s.k() * s.n(), 2);
        bias = draw(s.n(), 3);
        y = new float[s.m() * s.n()];
        Arrays.fill(y, Float.NaN);
        packed = PackedMatrix.of(s.transB(), s.k(), s.n(), w, 0, s.ldb());
        work = work();
        work.run();
        Verify.sameBits(side + " " + shape, y, expected());
    }

    /** Ends the team. */
    @TearDown
    public void close() {
        workers.close();
    }

    /** One layer. */
    @Benchmark
    public float[] layer(Peak peak) {
        work.run();
        return y;
    }

    /** The prepared and verified layer on one thread, for another benchmark. */
    Runnable of(String side, String shape) {
        this.side = side;
        this.shape = shape;
        threads = 1;
        prepare();
        return work;
    }

    private Runnable work() {
        return switch (side) {
            case "plain" -> this::plain;
            case "fused" -> this::fused;
            case "packed" -> this::packed;
            case "packedFused" -> this::packedFused;
            default -> throw new IllegalArgumentException(
                    "side: " + side + " (expected plain, fused, packed or packedFused)");
        };
    }

    private void plain() {
        Gemm.sgemm(workers, Transpose.N, s.transB(), s.m(), s.n(), s.k(), 1f, x, 0, s.lda(), w, 0, s.ldb(),
                0f, y, 0, s.n());
        biasAndRelu();
    }

    private void packed() {
        Gemm.sgemm(workers, Transpose.N, s.m(), 1f, x, 0, s.lda(), packed, 0f, y, 0, s.n());
        biasAndRelu();
    }

    private void biasAndRelu() {
        Activations.addBias(s.m(), s.n(), y, 0, s.n(), bias, 0);
        Activations.activate(Activation.RELU, 0f, y.length, y, 0, y, 0);
    }

    private void fused() {
        Gemm.linear(workers, s.transB(), s.m(), s.n(), s.k(), x, 0, s.lda(), w, 0, s.ldb(), bias, 0,
                Activation.RELU, 0f, y, 0, s.n(), y, 0, s.n());
    }

    private void packedFused() {
        Gemm.linear(workers, s.m(), x, 0, s.lda(), packed, bias, 0, Activation.RELU, 0f, y, 0, s.n(), y, 0,
                s.n());
    }

    private float[] expected() {
        float[] expected = new float[y.length];
        LinearReference.linear(s.transB() == Transpose.T, s.m(), s.n(), s.k(), x, 0, s.lda(), w, 0, s.ldb(),
                bias, 0, ActivationReference::relu, expected, 0, s.n(), expected, 0, s.n());
        return expected;
    }

    private static GemmShape layer(String text) {
        GemmShape shape = GemmShape.parse(text);
        if (shape.transA() == Transpose.T) {
            throw new IllegalArgumentException(
                    "shape: " + text + " (expected NN or NT: a layer's input is not transposed)");
        }
        return shape;
    }

    private static float[] draw(int n, long stream) {
        float[] values = new float[n];
        Philox.uniform(1, stream, 0, -1f, 1f, n, values, 0);
        return values;
    }
}
