package dev.lanewise.nn;

import dev.lanewise.kernels.Activation;
import dev.lanewise.kernels.Workers;
import java.util.ArrayList;
import java.util.List;

/** The buffers of passes through one network, for batches up to a size; for one thread at a time. */
final class Workspace {
    private final Network network;
    private final Workers workers;
    private final int capacity;
    private final float[] gradients;
    private final float[] scratch;
    private final List<Pass> passes;
    private int batch;
    private boolean training;
    private long seed;
    private long step;

    /** Buffers for inference, and for training too if {@code forTraining}. */
    Workspace(Network network, int capacity, Workers workers, boolean forTraining) {
        this.network = network;
        this.workers = workers;
        this.capacity = capacity;
        this.gradients = forTraining ? new float[network.parameterCount()] : Pass.none();
        this.scratch = new float[size(scratchFloats())];
        this.passes = passes(forTraining);
    }

    private List<Pass> passes(boolean forTraining) {
        List<Pass> made = new ArrayList<>();
        float[] x = new float[size(network.inputs())];
        float[] dx = Pass.none();
        int inputs = network.inputs();
        for (int i = 0; i < network.layers().size(); i++) {
            Layer layer = network.layers().get(i);
            int outputs = layer.outputs(inputs);
            boolean inPlace = inPlace(i, forTraining);
            float[] y = inPlace ? x : new float[size(outputs)];
            float[] dy = inPlace ? dx : forTraining ? new float[size(outputs)] : Pass.none();
            made.add(new Pass(this, i, inputs, outputs, x, y, dx, dy, new int[size(layer.savedInts())]));
            x = y;
            dx = dy;
            inputs = outputs;
        }
        return List.copyOf(made);
    }

    /** Whether nobody needs the inputs of layer i once it has computed its outputs. */
    private boolean inPlace(int i, boolean forTraining) {
        return i > 0 && network.layers().get(i - 1) instanceof Dense
                && network.layers().get(i) instanceof ActivationLayer(Activation f, float _)
                && (!forTraining || f.backwardFrom() == Activation.Saved.OUTPUT);
    }

    /** The most that one of the layers needs: they work one after the other. */
    private long scratchFloats() {
        long most = 0;
        int inputs = network.inputs();
        for (Layer layer : network.layers()) {
            most = Math.max(most, layer.scratchFloats(inputs));
            inputs = layer.outputs(inputs);
        }
        return most;
    }

    private int size(long features) {
        long size = capacity * features;
        if (size > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("batchSize: " + capacity + " x " + features
                    + " features (expected a product below 2^31)");
        }
        return (int) size;
    }

    Pass passOf(int layer) {
        return passes.get(layer);
    }

    /** Whether the activation behind the layer has written its outputs over this one's. */
    @SuppressWarnings("ReferenceEquality") // whether it is one buffer
    boolean outputsReplaced(int layer) {
        return layer + 1 < passes.size() && passes.get(layer).y() == passes.get(layer + 1).y();
    }

    Network network() {
        return network;
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

    int offset(int layer) {
        return network.offset(layer);
    }

    float[] scratch() {
        return scratch;
    }

    boolean training() {
        return training;
    }

    long seed() {
        return seed;
    }

    long step() {
        return step;
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

    /** Outputs of the first {@code count} rows of inputs, as they are predicted. */
    void forward(int count) {
        training = false;
        pass(count);
    }

    /** The same in a step, from 0, of a training: {@link #backward} may follow. What layers draw depends on seed and step. */
    void forward(int count, long trainingSeed, long trainingStep) {
        training = true;
        seed = trainingSeed;
        step = trainingStep;
        pass(count);
    }

    private void pass(int count) {
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

    /** Gradients of all parameters from the output gradient of the batch last passed forward in training. */
    void backward() {
        for (int i = passes.size() - 1; i >= 0; i--) {
            network.layers().get(i).backward(passes.get(i));
        }
    }
}
