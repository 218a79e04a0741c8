package dev.lanewise.nn;

import dev.lanewise.kernels.Reductions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Parametric rectified linear unit: {@code y = x < 0 ? slope x : x}, its slope trained with the weights; from 0.25. He et
 * al., "Delving deep into rectifiers" (2015). The gradient of a feature's slope is the sum over the batch, rows ascending;
 * that of a shared slope is the {@link Reductions#sum} of those.
 *
 * @param slopes how many slopes there are
 */
public record Prelu(Slopes slopes) implements Layer {
    private static final float INITIAL_SLOPE = 0.25f;

    /** How many slopes a layer has. */
    public enum Slopes {
        /** One for all features. */
        SHARED,
        /** One for each feature. */
        FEATURE
    }

    /** {@code prelu:shared}, {@code prelu:feature}. */
    @Override
    public String spec() {
        return "prelu:" + slopes.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public int outputs(int inputs) {
        return inputs;
    }

    @Override
    public List<Tensor> tensors(int inputs) {
        return List.of(new Tensor("slope", List.of(count(inputs))));
    }

    @Override
    public void initialize(int inputs, List<Layer> following, long seed, long stream, float[] parameters,
            int offset) {
        Arrays.fill(parameters, offset, offset + count(inputs), INITIAL_SLOPE);
    }

    /** The shared slope for each feature, and the gradients of those. */
    @Override
    public long scratchFloats(int inputs) {
        return slopes == Slopes.SHARED ? 2L * inputs : 0;
    }

    private int count(int inputs) {
        return slopes == Slopes.SHARED ? 1 : inputs;
    }

    @Override
    public void forward(Pass pass) {
        boolean shared = slopes == Slopes.SHARED;
        if (shared) {
            spread(pass);
        }
        dev.lanewise.kernels.Prelu.forward(pass.batch(), pass.inputs(), pass.x(), 0,
                shared ? pass.scratch() : pass.parameters(), shared ? 0 : pass.offset(), pass.y(), 0);
    }

    @Override
    public void backward(Pass pass) {
        int features = pass.inputs();
        // The first layer's dy is read by nobody else.
        float[] dx = pass.wantsInputGradient() ? pass.dx() : pass.dy();
        if (slopes == Slopes.FEATURE) {
            dev.lanewise.kernels.Prelu.backward(pass.batch(), features, pass.x(), 0, pass.dy(), 0,
                    pass.parameters(), pass.offset(), dx, 0, pass.gradients(), pass.offset());
            return;
        }
        spread(pass);
        float[] scratch = pass.scratch();
        dev.lanewise.kernels.Prelu.backward(pass.batch(), features, pass.x(), 0, pass.dy(), 0, scratch, 0, dx,
                0, scratch, features);
        pass.gradients()[pass.offset()] = Reductions.sum(features, scratch, features);
    }

    private static void spread(Pass pass) {
        Arrays.fill(pass.scratch(), 0, pass.inputs(), pass.parameters()[pass.offset()]);
    }
}
