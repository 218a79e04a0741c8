package dev.lanewise.properties;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.lanewise.kernels.Workers;
import dev.lanewise.nn.Loss;
import dev.lanewise.nn.LossParser;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.Scaling;
import dev.lanewise.nn.Trainer;
import dev.lanewise.nn.data.Dataset;
import dev.lanewise.nn.data.Digits;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Steps of training allocate nothing on the training thread: not little, nothing. Vector code that C2 has not compiled
 * yet does allocate, so the first epochs are only waited for.
 */
@Tag("alone")
class TrainingAllocationTest {
    @ParameterizedTest
    @CsvSource({"1, cross-entropy", "2, cross-entropy:0.1", "1, mse", "2, mse", "1, mae", "1, huber",
            "1, binary-cross-entropy"})
    void stepsAllocateNothing(int threads, String word) {
        Loss loss = LossParser.parse(word);
        assertAllocatesNothing(threads, loss, "dense:64 relu dense:32 sigmoid dense:10");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void stepsOfEveryLayerAllocateNothing(int threads) {
        assertAllocatesNothing(threads, Loss.SOFTMAX_CROSS_ENTROPY, DigitsTraining.EVERY_LAYER);
    }

    private static void assertAllocatesNothing(int threads, Loss loss, String layers) {
        Dataset digits = Digits.generate(500, 7);
        Network network = Network.input(28 * 28)
                .scaling(Scaling.standardize(digits))
                .add(layers)
                .build(42);
        try (Workers workers = Workers.of(threads)) {
            AllocationMeter.assertAllocatesNothing(
                    Trainer.of(network).loss(loss).workers(workers).batchSize(48), digits);
        }
    }

    /** The meter meters: an array in the listener does show. */
    @ParameterizedTest
    @CsvSource({"1", "100"})
    void allocationsShow(int floats) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        float[] array = new float[floats];
        long after = threads.getCurrentThreadAllocatedBytes();
        assertThat(after - before).isGreaterThanOrEqualTo(4L * array.length);
    }
}
