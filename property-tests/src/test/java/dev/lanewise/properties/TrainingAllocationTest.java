package dev.lanewise.properties;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.lanewise.kernels.Workers;
import dev.lanewise.nn.EpochMetrics;
import dev.lanewise.nn.Loss;
import dev.lanewise.nn.LossParser;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.Scaling;
import dev.lanewise.nn.Trainer;
import dev.lanewise.nn.TrainingListener;
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
@Tag("once")
class TrainingAllocationTest {
    private static final int EPOCHS = 6_000;
    private static final int QUIET_EPOCHS = 3;

    /** Ends a training early. */
    private static final class Quiet extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Bytes allocated from an epoch's first step to its last; ends the training after some epochs of none. */
    private static final class Meter implements TrainingListener {
        private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        private long first;
        private long last;
        private int quiet;

        @Override
        public void onBatch(int epoch, int batch, int samples, double meanLoss) {
            last = threads.getCurrentThreadAllocatedBytes();
            if (batch == 1) {
                first = last;
            }
        }

        @Override
        public void onEpoch(EpochMetrics metrics) {
            quiet = last == first ? quiet + 1 : 0;
            if (quiet == QUIET_EPOCHS) {
                throw new Quiet();
            }
        }
    }

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
        Meter meter = new Meter();
        try (Workers workers = Workers.of(threads)) {
            Trainer.of(network)
                    .loss(loss)
                    .workers(workers)
                    .batchSize(48)
                    .epochs(EPOCHS)
                    .listener(meter)
                    .fit(digits);
        } catch (Quiet reached) {
            assertThat(meter.last - meter.first).isZero();
            return;
        }
        throw new AssertionError(
                meter.last - meter.first + " B in the last of " + EPOCHS + " epochs (expected 0)");
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
