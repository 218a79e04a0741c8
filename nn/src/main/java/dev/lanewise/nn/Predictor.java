package dev.lanewise.nn;

import dev.lanewise.kernels.Losses;
import dev.lanewise.kernels.Workers;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Predictions of one network, with buffers for batches up to a size; a call allocates nothing. For one thread at a
 * time: a call during another one throws {@link IllegalStateException}, before it writes anything; other threads need
 * predictors of their own, which share the network. A sample's outputs do not depend on the batch it travels in.
 */
public final class Predictor {
    /** Samples of a usual batch, and floats of one layer's outputs for it: 16 MB. */
    private static final int USUAL_BATCH = 256;
    private static final int USUAL_FLOATS = 1 << 22;

    private final Network network;
    private final Workspace workspace;
    private final AtomicBoolean busy = new AtomicBoolean();

    /**
     * Buffers for up to {@code capacity} samples at a time.
     *
     * @throws IllegalArgumentException if {@code capacity < 1}
     */
    public Predictor(Network network, int capacity, Workers workers) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity: " + capacity + " (expected >= 1)");
        }
        this.network = network;
        this.workspace = new Workspace(network, capacity, workers, false);
    }

    /**
     * A capacity at which a sample is predicted about as fast as at any larger one: 256, or fewer for a network so wide
     * that a layer of 256 samples would take more than 16 MB; at least 1.
     */
    public static int usualCapacity(Network network) {
        int widest = network.inputs();
        int width = widest;
        for (Layer layer : network.layers()) {
            width = layer.outputs(width);
            widest = Math.max(widest, width);
        }
        return Math.clamp(USUAL_FLOATS / widest, 1, USUAL_BATCH);
    }

    /**
     * The outputs of the last layer: logits, or regression values in the units of the targets.
     *
     * @param count samples, at most the capacity
     * @param rows their raw features, (count, inputs) row-major; the network's scaling is applied
     * @param out receives (count, outputs)
     * @throws IllegalStateException during another call of this predictor
     * @throws IllegalArgumentException if the count is above the capacity or an array is too short
     */
    public void outputs(int count, float[] rows, float[] out) {
        predict(count, rows, out, false);
    }

    /** The class probabilities: softmax of {@link #outputs}; arguments and exceptions alike. */
    public void probabilities(int count, float[] rows, float[] out) {
        predict(count, rows, out, true);
    }

    private void predict(int count, float[] rows, float[] out, boolean probabilities) {
        check(count, rows, out);
        if (!busy.compareAndSet(false, true)) {
            throw new IllegalStateException("predictor: in use by another call (expected one at a time: give "
                    + "each thread a predictor of its own)");
        }
        try {
            System.arraycopy(rows, 0, workspace.inputs(), 0, count * network.inputs());
            network.scaling().apply(count, network.inputs(), workspace.inputs(), 0);
            workspace.forward(count);
            System.arraycopy(workspace.outputs(), 0, out, 0, count * network.outputs());
        } finally {
            busy.set(false);
        }
        network.targetScaling().restore(count, out);
        if (probabilities) {
            Losses.softmax(count, network.outputs(), out, 0, network.outputs(), out, 0, network.outputs());
        }
    }

    /** The index, from 0, of the largest of n values from {@code offset}; the first of equals. */
    public static int argmax(float[] values, int offset, int n) {
        int best = 0;
        for (int j = 1; j < n; j++) {
            if (values[offset + j] > values[offset + best]) {
                best = j;
            }
        }
        return best;
    }

    private void check(int count, float[] rows, float[] out) {
        if (count < 0 || count > workspace.capacity()) {
            throw new IllegalArgumentException(
                    "count: " + count + " (expected 0 to " + workspace.capacity() + ")");
        }
        // The workspace has buffers of these sizes, so the products are ints.
        if (rows.length < count * network.inputs()) {
            throw new IllegalArgumentException(
                    "rows: length " + rows.length + " (expected >= " + count * network.inputs() + ")");
        }
        if (out.length < count * network.outputs()) {
            throw new IllegalArgumentException(
                    "out: length " + out.length + " (expected >= " + count * network.outputs() + ")");
        }
    }
}
