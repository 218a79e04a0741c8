package dev.lanewise.nn;

import dev.lanewise.kernels.Losses;
import dev.lanewise.kernels.Workers;

/**
 * Predictions of one network, with buffers for batches up to a size; a call allocates nothing. For one thread at a
 * time. A sample's outputs do not depend on the batch it travels in.
 */
public final class Predictor {
    private final Network network;
    private final Workspace workspace;

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
     * The outputs of the last layer: logits, or regression values in the units of the targets.
     *
     * @param count samples, at most the capacity
     * @param rows their raw features, (count, inputs) row-major; the network's scaling is applied
     * @param out receives (count, outputs)
     */
    public void outputs(int count, float[] rows, float[] out) {
        check(count, rows, out);
        System.arraycopy(rows, 0, workspace.inputs(), 0, count * network.inputs());
        network.scaling().apply(count, network.inputs(), workspace.inputs(), 0);
        workspace.forward(count);
        System.arraycopy(workspace.outputs(), 0, out, 0, count * network.outputs());
        network.targetScaling().restore(count, out);
    }

    /** The class probabilities: softmax of {@link #outputs}; arguments alike. */
    public void probabilities(int count, float[] rows, float[] out) {
        outputs(count, rows, out);
        Losses.softmax(count, network.outputs(), out, 0, network.outputs(), out, 0, network.outputs());
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
