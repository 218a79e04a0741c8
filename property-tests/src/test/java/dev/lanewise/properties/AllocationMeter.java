package dev.lanewise.properties;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.lanewise.nn.EpochMetrics;
import dev.lanewise.nn.Trainer;
import dev.lanewise.nn.TrainingListener;
import dev.lanewise.nn.data.Dataset;
import java.lang.management.ManagementFactory;

/**
 * Bytes allocated from an epoch's first step to its last; ends the training after some epochs of none. How many epochs pass
 * until the JIT has compiled all is a matter of the machine's speed, so that patience is measured in time.
 */
final class AllocationMeter implements TrainingListener {
    private static final int EPOCHS = 1_000_000;
    private static final int QUIET_EPOCHS = 3;
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final long mostPerStep;
    private final long deadline = System.nanoTime() + PATIENCE_NANOS;
    private long first;
    private long last;
    private long most;
    private int quiet;

    /** Ends a training early. */
    private static final class Quiet extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private AllocationMeter(long mostPerStep) {
        this.mostPerStep = mostPerStep;
    }

    /** Trains until some epochs in a row allocate nothing. */
    static void assertAllocatesNothing(Trainer trainer, Dataset data) {
        assertAllocatesAtMost(0, trainer, data);
    }

    /** Trains until some epochs in a row allocate no more than so many bytes a step. */
    static void assertAllocatesAtMost(long mostPerStep, Trainer trainer, Dataset data) {
        AllocationMeter meter = new AllocationMeter(mostPerStep);
        try {
            trainer.epochs(EPOCHS).listener(meter).fit(data);
        } catch (Quiet reached) {
            assertThat(meter.last - meter.first).isLessThanOrEqualTo(meter.most);
            return;
        }
        throw new AssertionError("no end within " + EPOCHS + " epochs");
    }

    @Override
    public void onBatch(int epoch, int batch, int samples, double meanLoss) {
        last = threads.getCurrentThreadAllocatedBytes();
        if (batch == 1) {
            first = last;
        }
        most = (batch - 1) * mostPerStep;
    }

    @Override
    public void onEpoch(EpochMetrics metrics) {
        quiet = last - first <= most ? quiet + 1 : 0;
        if (quiet == QUIET_EPOCHS) {
            throw new Quiet();
        }
        if (System.nanoTime() - deadline > 0) {
            throw new AssertionError(last - first + " B in epoch " + metrics.epoch() + ", after "
                    + PATIENCE_NANOS / 1_000_000_000 + " s (expected at most " + most + ")");
        }
    }
}
