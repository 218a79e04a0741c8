package dev.lanewise.reports.experiments;

import dev.lanewise.nn.Layer;
import dev.lanewise.nn.Pass;
import java.util.List;

/** A layer that computes what the layer within computes; who extends it watches. */
abstract class WatchedLayer implements Layer {
    private final Layer within;

    WatchedLayer(Layer within) {
        this.within = within;
    }

    @Override
    public String spec() {
        return within.spec();
    }

    @Override
    public int outputs(int inputs) {
        return within.outputs(inputs);
    }

    @Override
    public List<Tensor> tensors(int inputs) {
        return within.tensors(inputs);
    }

    @Override
    public void initialize(int inputs, List<Layer> following, long seed, long stream, float[] parameters,
            int offset) {
        within.initialize(inputs, following, seed, stream, parameters, offset);
    }

    @Override
    public long scratchFloats(int inputs) {
        return within.scratchFloats(inputs);
    }

    @Override
    public int savedInts() {
        return within.savedInts();
    }

    @Override
    public void forward(Pass pass) {
        within.forward(pass);
    }

    @Override
    public void backward(Pass pass) {
        within.backward(pass);
    }
}
