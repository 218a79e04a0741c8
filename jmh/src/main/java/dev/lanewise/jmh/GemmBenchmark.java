package dev.lanewise.jmh;

import dev.lanewise.kernels.Gemm;
import dev.lanewise.kernels.Philox;
import dev.lanewise.kernels.Transpose;
import dev.lanewise.kernels.Workers;
import dev.lanewise.kernels.reference.GemmReference;
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

/** Matrix products, checked against the definition before they are timed. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
public class GemmBenchmark {
    /** What to multiply. */
    @Param({"NN:16x16x16", "NN:32x32x32", "NN:64x64x64", "NN:128x128x128", "NN:256x256x256", "NN:512x512x512",
            "NN:1024x1024x1024", "NN:2048x2048x2048", "NN:17x17x17", "NN:33x33x33", "NN:100x100x100",
            "NN:129x129x129", "NN:300x300x300", "NN:513x513x513", "NN:1000x1000x1000",
            // Training a batch of 128 through 784-512-512-10: forward, gradients of weights, of inputs.
            "NN:128x512x784", "NN:128x512x512", "NN:128x10x512", "TN:784x512x128", "TN:512x512x128",
            "NT:128x784x512", "NT:128x512x512",
            // Inference.
            "NN:1x512x784", "NN:1x512x512", "NN:1x10x512", "NN:8x1024x1024", "NN:32x4096x1024"})
    public String shape = "";
    /** The rungs of the ladder: the library, blocked scalar Java, the scalar definition. */
    @Param({"lanewise", "blocked", "reference"})
    public String side = "";
    /** Threads of the library; the others have one. */
    @Param("1")
    public int threads;

    private GemmShape s = GemmShape.parse("NN:1x1x1");
    private float[] a = {};
    private float[] b = {};
    private float[] c = {};
    private Workers workers = Workers.of(1);
    private Runnable work = () -> {};

    /** Draws the operands and compares the side's product with the definition, bit for bit. */
    @Setup
    public void prepare() {
        s = GemmShape.parse(shape);
        workers = Workers.of(threads);
        a = new float[s.m() * s.k()];
        b = new float[s.k() * s.n()];
        c = new float[s.m() * s.n()];
        Philox.uniform(1, 1, 0, -1f, 1f, a.length, a, 0);
        Philox.uniform(1, 2, 0, -1f, 1f, b.length, b, 0);
        Arrays.fill(c, Float.NaN);
        work = work();
        work.run();
        Verify.product(side + " " + shape, s, a, b, c);
    }

    /** The prepared and verified product on one thread, for another benchmark. */
    Runnable of(String side, String shape) {
        this.side = side;
        this.shape = shape;
        threads = 1;
        prepare();
        return work;
    }

    private Runnable work() {
        return switch (side) {
            case "lanewise" -> this::lanewise;
            case "blocked" -> new BlockedScalarGemm(s, a, b, c)::multiply;
            case "reference" -> this::reference;
            default -> throw new IllegalArgumentException(
                    "side: " + side + " (expected lanewise, blocked or reference)");
        };
    }

    /** Ends the team. */
    @TearDown
    public void close() {
        workers.close();
    }

    /** One product. */
    @Benchmark
    public float[] sgemm(Peak peak) {
        work.run();
        return c;
    }

    private void lanewise() {
        Gemm.sgemm(workers, s.transA(), s.transB(), s.m(), s.n(), s.k(), 1f, a, 0, s.lda(), b, 0, s.ldb(), 0f,
                c, 0, s.n());
    }

    private void reference() {
        GemmReference.sgemm(s.transA() == Transpose.T, s.transB() == Transpose.T, s.m(), s.n(), s.k(), 1f, a,
                0, s.lda(), b, 0, s.ldb(), 0f, c, 0, s.n());
    }
}
