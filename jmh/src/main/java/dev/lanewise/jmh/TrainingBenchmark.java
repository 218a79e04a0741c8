package dev.lanewise.jmh;

import dev.lanewise.kernels.RandomStream;
import dev.lanewise.kernels.Workers;
import dev.lanewise.nn.History;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.Scaling;
import dev.lanewise.nn.Trainer;
import dev.lanewise.nn.data.Dataset;
import dev.lanewise.nn.optim.Adam;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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

/** Whole trainings with Adam on random bytes: an epoch is one operation, with its buffers and its shuffling. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 1, time = 1)
@Measurement(iterations = 3, time = 1)
public class TrainingBenchmark {
    private static final int MNIST_SAMPLES = 60_000;
    /** An epoch of a network with that many inputs or more is shorter. */
    private static final int WIDE = 1024;
    private static final int WIDE_STEPS = 25;

    /** Widths and batch. */
    @Param({"784-512-512-10:128", "1024-1024-1024-10:256", "2048-2048-2048-10:256"})
    public String network = "";
    /** Of the team. */
    @Param({"1", "2"})
    public int threads;

    private TrainingShape shape = TrainingShape.parse("1-1:1");
    private Workers workers = Workers.of(1);
    private Dataset data = bytes(1, 1, 1);

    /** Draws the samples. */
    @Setup
    public void prepare() {
        shape = TrainingShape.parse(network);
        workers = Workers.of(threads);
        data = bytes(samples(shape), shape.inputs(), shape.outputs());
    }

    /** Samples of an epoch. */
    static int samples(TrainingShape shape) {
        return shape.inputs() < WIDE ? MNIST_SAMPLES : WIDE_STEPS * shape.batch();
    }

    /** Random bytes with random classes. */
    static Dataset bytes(int samples, int features, int classes) {
        RandomStream random = new RandomStream(1, 1);
        byte[] values = new byte[samples * features];
        for (int i = 0; i < values.length; i++) {
            values[i] = (byte) random.nextInt();
        }
        int[] labels = new int[samples];
        for (int i = 0; i < samples; i++) {
            labels[i] = random.nextInt(classes);
        }
        List<String> names = IntStream.range(0, classes).mapToObj(Integer::toString).toList();
        return Dataset.ofBytes("random bytes", features, values, labels, names);
    }

    /** Ends the team. */
    @TearDown
    public void close() {
        workers.close();
    }

    StepProducts products() {
        return new StepProducts(shape, workers);
    }

    Workers workers() {
        return workers;
    }

    /** One epoch of a fresh network. */
    @Benchmark
    public History epoch(StepLimits limits) {
        Network fresh = Network.input(shape.inputs())
                .scaling(Scaling.bytes())
                .add(shape.spec())
                .build(42);
        return Trainer.of(fresh)
                .optimizer(new Adam(1e-3f))
                .batchSize(shape.batch())
                .epochs(1)
                .workers(workers)
                .fit(data);
    }
}
