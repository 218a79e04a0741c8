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
import org.openjdk.jmh.annotations.Warmup;

/** Every kernel but GEMM, beside its definition, checked before it is timed. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
public class KernelBenchmark {
    /** Which kernel. */
    @Param
    public KernelCase kernel = KernelCase.RELU;
    /** The library or its scalar definition. */
    @Param({"lanewise", "reference"})
    public String side = "";
    /** Elements: within the first-level cache, and one million. */
    @Param({"2048", "1048576"})
    public int elements;

    private KernelCase.Data data = new KernelCase.Data(0);
    private Runnable work = () -> {};

    /** Draws the operands and compares one call with the definition, bit for bit. */
    @Setup
    public void prepare() {
        KernelCase.Data ours = new KernelCase.Data(elements);
        KernelCase.Data expected = new KernelCase.Data(elements);
        kernel.lanewise(ours).run();
        kernel.reference(expected).run();
        Verify.sameBits(kernel.name(), ours.y, expected.y);
        data = new KernelCase.Data(elements);
        work = side.equals("lanewise") ? kernel.lanewise(data) : kernel.reference(data);
    }

    /** One call. */
    @Benchmark
    public float[] call() {
        work.run();
        return data.y;
    }
}
