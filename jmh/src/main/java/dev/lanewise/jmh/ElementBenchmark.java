package dev.lanewise.jmh;

import dev.lanewise.kernels.reference.PhiloxReference;
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

/** Element functions beside what the JDK offers a Java user, on the same arrays. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
public class ElementBenchmark {
    /** Which function. */
    @Param
    public ElementFunction function = ElementFunction.EXP;
    /** The library, the JDK's vector operators, or Math in a loop. */
    @Param({"lanewise", "jdk", "math"})
    public String side = "";
    /** Elements: within the first-level cache, and one million. */
    @Param({"2048", "1048576"})
    public int elements;

    private float[] x = {};
    private float[] y = {};
    private ElementFunction.Loop loop = (n, from, to) -> {};

    /** Elements from [-8, 8), where all functions still move. */
    static float[] draw(int n) {
        float[] x = new float[n];
        PhiloxReference.uniform(1, 1, 0, -8f, 8f, n, x, 0);
        return x;
    }

    /** Draws the elements and refuses a wrong result. */
    @Setup
    public void prepare() {
        if (elements < 1 || elements % JdkOperators.LANES != 0) {
            throw new IllegalArgumentException("elements: " + elements
                    + " (expected a positive multiple of " + JdkOperators.LANES + ")");
        }
        x = draw(elements);
        y = new float[elements];
        loop = function.loop(side);
        loop.run(elements, x, y);
        function.verify(side, x, y);
    }

    double worstUlp() {
        return function.worstUlp(x, y);
    }

    /** One call; its error is that of the code that was timed. */
    @Benchmark
    public float[] call(UlpError error) {
        loop.run(elements, x, y);
        return y;
    }
}
