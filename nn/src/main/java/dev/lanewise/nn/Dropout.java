package dev.lanewise.nn;

import dev.lanewise.kernels.Activation;
import dev.lanewise.kernels.VectorMath;

/**
 * Drops each input with a probability while training, in a mask that is new in every step; drops nothing in evaluation,
 * validation and prediction. Element j of sample i of the batch is element {@code i inputs + j} of the random stream that
 * belongs to the seed of the training, the layer's index and the step. Srivastava et al., "Dropout" (2014).
 *
 * @param rate probability of being dropped, in [0, 1)
 * @param form when kept inputs are scaled, so that sums keep their expectation
 */
public record Dropout(float rate, Form form) implements Layer {
    /** When kept inputs are scaled. */
    public enum Form {
        /** While training, by {@code 1 / (1 - rate)}. */
        INVERTED,
        /** Where nothing is dropped, by {@code 1 - rate}, as if the weights behind were. */
        LECTURE
    }

    /** Checks the rate. */
    public Dropout {
        if (!(rate >= 0f && rate < 1f)) {
            throw new IllegalArgumentException("rate: " + rate + " (expected >= 0 and < 1)");
        }
    }

    /** Inverted dropout. */
    public Dropout(float rate) {
        this(rate, Form.INVERTED);
    }

    /** {@code dropout:0.5}, {@code dropout:0.5:lecture}. */
    @Override
    public String spec() {
        return "dropout:" + LayerParser.number(rate) + (form == Form.LECTURE ? ":lecture" : "");
    }

    @Override
    public int outputs(int inputs) {
        return inputs;
    }

    @Override
    public void forward(Pass pass) {
        int n = pass.batch() * pass.inputs();
        if (pass.training()) {
            dev.lanewise.kernels.Dropout.forward(Activation.IDENTITY, 0f, rate, form == Form.INVERTED,
                    pass.seed(), pass.stream(), 0, n, pass.x(), 0, pass.y(), 0);
        } else if (form == Form.INVERTED) {
            System.arraycopy(pass.x(), 0, pass.y(), 0, n);
        } else {
            VectorMath.scale(n, dev.lanewise.kernels.Dropout.keepProbability(rate), pass.x(), 0, pass.y(), 0);
        }
    }

    @Override
    public void backward(Pass pass) {
        if (pass.wantsInputGradient()) {
            dev.lanewise.kernels.Dropout.backward(Activation.IDENTITY, 0f, rate, form == Form.INVERTED,
                    pass.seed(), pass.stream(), 0, pass.batch() * pass.inputs(), pass.x(), 0, pass.dy(), 0,
                    pass.dx(), 0);
        }
    }
}
