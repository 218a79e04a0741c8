package dev.lanewise.jmh;

import dev.lanewise.kernels.catalog.Body;
import dev.lanewise.kernels.catalog.Kernel;
import dev.lanewise.kernels.catalog.KernelCatalog;
import dev.lanewise.kernels.catalog.Size;
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

/** Every kernel of the catalogue, beside its definition, checked before it is timed. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
public class KernelBenchmark {
    /** A kernel's name in the catalogue; the command gives all of them unless told otherwise. */
    @Param({"Activations.activate:RELU"})
    public String kernel = "";
    /** The library or its scalar definition. */
    @Param({"lanewise", "reference"})
    public String side = "";
    /** Elements: within the first-level cache, and one million. */
    @Param({"2048", "1048576"})
    public int elements;
    /** Columns, where the kernel works on a matrix. */
    @Param({"64"})
    public int columns;

    private Body body = data -> {};
    private KernelData data = new KernelData(KernelCatalog.all().get(0), new Size(0, 0, 0));

    /** Draws the operands and compares one call with the definition, bit for bit. */
    @Setup
    public void prepare() {
        Kernel chosen = KernelCatalog.get(kernel);
        Size size = KernelData.size(chosen, elements, columns);
        KernelData ours = new KernelData(chosen, size);
        KernelData expected = new KernelData(chosen, size);
        chosen.facade().run(ours);
        chosen.definition().run(expected);
        ours.verify(chosen, expected);
        data = new KernelData(chosen, size);
        body = switch (side) {
            case "lanewise" -> chosen.facade();
            case "reference" -> chosen.definition();
            default -> throw new IllegalArgumentException(
                    "side: " + side + " (expected lanewise or reference)");
        };
    }

    /** One call; what it wrote is kept alive by the state. */
    @Benchmark
    public KernelData call() {
        body.run(data);
        return data;
    }
}
