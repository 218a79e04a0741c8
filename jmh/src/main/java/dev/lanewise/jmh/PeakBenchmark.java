package dev.lanewise.jmh;

import dev.lanewise.kernels.MachineProbe;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The machine's multiply-add peak on one thread, by which the same run's products are judged. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 300, timeUnit = TimeUnit.MILLISECONDS)
public class PeakBenchmark {
    /** Floating-point operations of a call; a whole number of steps at every width. */
    static final double OPERATIONS = 38_400_000;

    private final int steps = (int) (OPERATIONS / MachineProbe.fmaOperations(1));

    /** Multiply-adds on registers. */
    @Benchmark
    public float fma() {
        return MachineProbe.multiplyAdds(steps);
    }
}
