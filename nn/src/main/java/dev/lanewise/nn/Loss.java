package dev.lanewise.nn;

/**
 * Goodness of function: what training makes small. The loss of several samples is their weighted mean: a sample counts by
 * its weight, times that of its class, over the sum of these (as the class weights of PyTorch do; Keras divides by the
 * number of samples). In a step of training the mean is that of the batch. Without weights it is the plain mean.
 *
 * <p>All but {@link SoftmaxCrossEntropy} compare outputs y with targets t: those of regression, as the network's
 * {@link TargetScaling} has them, or 1 at a sample's class and 0 elsewhere. A sample's loss is the mean over its outputs.
 */
public sealed interface Loss {
    /** Cross-entropy without smoothing. */
    Loss SOFTMAX_CROSS_ENTROPY = new SoftmaxCrossEntropy(0f);
    /** Squared error. */
    Loss MEAN_SQUARED_ERROR = new MeanSquaredError();
    /** Absolute error. */
    Loss MEAN_ABSOLUTE_ERROR = new MeanAbsoluteError();
    /** Huber's loss with delta 1. */
    Loss HUBER = new Huber(1f);
    /** Binary cross-entropy of logits. */
    Loss BINARY_CROSS_ENTROPY = new BinaryCrossEntropy();

    /** The word that {@link LossParser} reads as this loss, such as {@code huber:0.5}. */
    String spec();

    /**
     * Cross-entropy of the softmax of the outputs against the class, in nats: {@code -sum_j t_j log softmax(y)_j} with
     * {@code t = 1 - smoothing + smoothing / outputs} at the class and {@code smoothing / outputs} elsewhere. Only for
     * classification.
     *
     * @param smoothing share of the target that is spread evenly over all classes, in [0, 1)
     */
    record SoftmaxCrossEntropy(float smoothing) implements Loss {
        /** Checks the smoothing. */
        public SoftmaxCrossEntropy {
            if (!(smoothing >= 0f && smoothing < 1f)) {
                throw new IllegalArgumentException("smoothing: " + smoothing + " (expected >= 0 and < 1)");
            }
            smoothing += 0f; // -0 becomes 0, so that equal losses have equal words
        }

        @Override
        public String spec() {
            return "cross-entropy" + (smoothing == 0f ? "" : ":" + LayerParser.number(smoothing));
        }
    }

    /** {@code (y - t)^2}. */
    record MeanSquaredError() implements Loss {
        @Override
        public String spec() {
            return "mse";
        }
    }

    /** {@code |y - t|}; its gradient at y = t is 0. */
    record MeanAbsoluteError() implements Loss {
        @Override
        public String spec() {
            return "mae";
        }
    }

    /**
     * {@code (y - t)^2 / 2} where {@code |y - t| <= delta}, else {@code delta (|y - t| - delta / 2)}.
     *
     * @param delta where the parabola becomes a line; finite and above 0
     */
    record Huber(float delta) implements Loss {
        /** Checks delta. */
        public Huber {
            if (!(delta > 0f && delta <= Float.MAX_VALUE)) {
                throw new IllegalArgumentException("delta: " + delta + " (expected a finite number above 0)");
            }
        }

        @Override
        public String spec() {
            return "huber" + (delta == 1f ? "" : ":" + LayerParser.number(delta));
        }
    }

    /**
     * {@code -t log s - (1 - t) log(1 - s)} with {@code s = sigmoid(y)}, in nats: every output is a yes or no of its own. The
     * targets of regression must be in [0, 1].
     */
    record BinaryCrossEntropy() implements Loss {
        @Override
        public String spec() {
            return "binary-cross-entropy";
        }
    }
}
