package dev.lanewise.reports.experiments;

import dev.lanewise.nn.Layer;
import dev.lanewise.nn.Pass;
import java.util.Arrays;
import java.util.List;

/**
 * An activation that counts how gradients pass it: where its input is negative, how many of those that arrive from behind
 * get through, and which units got any at all. It computes what the layer within computes.
 */
final class WatchedActivation implements Layer {
    private final Layer within;
    private boolean[] reached = {};
    private long arrived;
    private long passed;

    WatchedActivation(Layer within) {
        this.within = within;
    }

    /** Forgets all counts. */
    void restart() {
        Arrays.fill(reached, false);
        arrived = 0;
        passed = 0;
    }

    /** How many gradients other than 0 arrived where the input was negative. */
    long arrived() {
        return arrived;
    }

    /** How many of them were not 0 before the activation either. */
    long passed() {
        return passed;
    }

    /** Units seen. */
    int units() {
        return reached.length;
    }

    /** Units whose input got no gradient from any sample. */
    int unreached() {
        int unreached = 0;
        for (boolean unit : reached) {
            unreached += unit ? 0 : 1;
        }
        return unreached;
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
        int units = pass.inputs();
        if (reached.length == 0) {
            reached = new boolean[units];
        }
        for (int i = 0; i < pass.batch() * units; i++) {
            boolean through = pass.dx()[i] != 0;
            reached[i % units] |= through;
            if (pass.x()[i] < 0 && pass.dy()[i] != 0) {
                arrived++;
                passed += through ? 1 : 0;
            }
        }
    }
}
