package dev.lanewise.nn;

import dev.lanewise.kernels.Workers;
import java.util.ArrayList;
import java.util.List;

/** The buffers of passes through one network, for batches up to a size; for one thread at a time. */
final class Workspace {
    private final Network network;
    private final Workers workers;
    private final int capacity;
    private final float[] gradients;
    private final List<Pass> passes;
    private int batch;

    /** Buffers for inference, and for training too if {@code training}. */
    Workspace(Network network, int capacity, Workers workers, boolean training) {
        this.network = network;
        this.workers = workers;
        this.capacity = capacity;
        this.gradients = training ? new float[network.parameterCount()] : Pass.none();
        this.passes = passes(training);
    }

    private List<Pass> passes(boolean training) {
        List<Pass> made = new ArrayList<>();
        float[] x = buffer(network.inputs());
        float[] dx = Pass.none();
        int inputs = network.inputs();
        for (int i = 0; i < network.layers().size(); i++) {
            int outputs = network.layers().get(i).outputs(inputs);
            float[] y = buffer(outputs);
            float[] dy = training ? buffer(outputs) : Pass.none();
            made.add(new Pass(this, inputs, outputs, network.offset(i), x, y, dx, dy));
            x = y;
            dx = dy;
            inputs = outputs;
        }
        return List.copyOf(made);
    }

    private float[] buffer(int features) {
        long size = (long) capacity * features;
        if (size > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("batchSize: " + capacity + " x " + features
                    + " features (expected a product below 2^31)");
        }
        return new float[(int) size];
    }

    int capacity() {
        return capacity;
    }

    int batch() {
        return batch;
    }

    Workers workers() {
        return workers;
    }

    float[] parameters() {
        return network.parameters();
    }

    float[] gradients() {
        return gradients;
    }

    /** Where the batch's inputs go before {@link #forward}. */
    float[] inputs() {
        return passes.getFirst().x();
    }

    /** The last layer's outputs. */
    float[] outputs() {
        return passes.getLast().y();
    }

    /** Where the loss writes its gradient by the outputs before {@link #backward}. */
    float[] outputGradient() {
        return passes.getLast().dy();
    }

    /** Outputs of the first {@code count} rows of inputs. */
    void forward(int count) {
        batch = count;
        List<Layer> layers = network.layers();
        for (int i = 0; i < layers.size(); i++) {
            if (layers.get(i) instanceof Dense dense && i + 1 < layers.size()
                    && layers.get(i + 1) instanceof ActivationLayer activation) {
                dense.forward(passes.get(i), activation, passes.get(i + 1).y());
                i++;
            } else {
                layers.get(i).forward(passes.get(i));
            }
        }
    }

    /** Gradients of all parameters from the output gradient of the batch last passed forward. */
    void backward() {
        for (int i = passes.size() - 1; i >= 0; i--) {
            network.layers().get(i).backward(passes.get(i));
        }
    }
}
