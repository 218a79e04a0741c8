package dev.lanewise.properties;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import com.sun.management.ThreadMXBean;
import dev.lanewise.kernels.Workers;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.Predictor;
import dev.lanewise.nn.Scaling;
import dev.lanewise.nn.Trainer;
import dev.lanewise.nn.data.Dataset;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What a call takes does not grow with features times a batch that nobody asked for. */
@Tag("once")
class WideRowsTest {
    private static final int ROWS = 100;
    /** 256 rows of them would be 400 MB. */
    private static final int FEATURES = 400_000;
    private static final long BUFFERS = 40_000_000;
    private static final int CALLS = 30;

    private static final Dataset WIDE = Dataset.ofBytes("wide", FEATURES, new byte[ROWS * FEATURES],
            labels(), List.of("a", "b"));

    private static int[] labels() {
        int[] labels = new int[ROWS];
        for (int i = 0; i < ROWS; i++) {
            labels[i] = i % 2;
        }
        return labels;
    }

    /** The least of some calls: vectors are boxed, too, until what computes with them is compiled. */
    private static long allocated(Supplier<?> call) {
        long least = allocatedOnce(call);
        for (int i = 1; i < CALLS && least >= BUFFERS; i++) {
            least = Math.min(least, allocatedOnce(call));
        }
        return least;
    }

    private static long allocatedOnce(Supplier<?> call) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        assertThat(call.get()).isNotNull();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    @Test
    void wideRowsTakeLittle() {
        Network network = Network.input(FEATURES).dense(2).build(1);
        Trainer trainer = Trainer.of(network).workers(Workers.of(1));
        assertThat(allocated(WIDE::fingerprint)).as("fingerprint").isLessThan(BUFFERS);
        assertThat(allocated(() -> trainer.evaluate(WIDE))).as("evaluate").isLessThan(BUFFERS);
        assertThat(allocated(() -> Scaling.standardize(WIDE))).as("standardize").isLessThan(BUFFERS);
        assertThat(allocated(() -> new Predictor(network, Predictor.usualCapacity(network), Workers.of(1))))
                .as("predictor")
                .isLessThan(BUFFERS);
    }

    @Test
    void aUsualBatchIsSmallerForWideNetworksAlone() {
        assertThat(Predictor.usualCapacity(Network.input(784).dense(512).dense(10).build(1))).isEqualTo(256);
        assertThat(Predictor.usualCapacity(Network.input(16_384).dense(1).build(1))).isEqualTo(256);
        assertThat(Predictor.usualCapacity(Network.input(16_385).dense(1).build(1))).isEqualTo(255);
        assertThat(Predictor.usualCapacity(Network.input(1).dense(65_536).dense(1).build(1))).isEqualTo(64);
        assertThat(Predictor.usualCapacity(Network.input(10_000_000).add("relu").build(1))).isEqualTo(1);
    }
}
