package dev.lanewise.jmh;

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

/** The same call in a JVM that does nothing else, and in one that has used every other kind of product before. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
public class PollutionBenchmark {
    /** What is measured: a product, a layer with ReLU, the layer with packed weights. */
    @Param({"product", "linear", "packed"})
    public String call = "";
    /** Its size. */
    @Param({"NN:128x512x512", "NN:32x32x32"})
    public String shape = "";
    /** What the JVM did before. */
    @Param({"clean", "polluted"})
    public String side = "";

    private final GemmBenchmark product = new GemmBenchmark();
    private final LinearBenchmark layer = new LinearBenchmark();
    private Runnable work = () -> {};

    /** Pollutes the JVM if asked to; then draws the operands and verifies the call. */
    @Setup
    public void prepare() {
        switch (side) {
            case "clean" -> {
            }
            case "polluted" -> Pollution.spread();
            default -> throw new IllegalArgumentException("side: " + side + " (expected clean or polluted)");
        }
        work = switch (call) {
            case "product" -> product.of("lanewise", shape);
            case "linear" -> layer.of("fused", shape);
            case "packed" -> layer.of("packedFused", shape);
            default -> throw new IllegalArgumentException(
                    "call: " + call + " (expected product, linear or packed)");
        };
    }

    /** Ends the teams. */
    @TearDown
    public void close() {
        product.close();
        layer.close();
    }

    /** One call. */
    @Benchmark
    public void call(Peak peak) {
        work.run();
    }
}
