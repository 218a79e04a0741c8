package dev.lanewise.nn;

import java.util.List;

/**
 * One layer of a {@link Network}: an immutable description and the mathematics, forward and backward. Buffers and
 * parameters belong to the network and to the pass; a layer holds none, so it can be shared.
 */
public interface Layer {
    /**
     * A tensor of parameters.
     *
     * @param name such as {@code weight}
     * @param shape extents, row-major
     */
    record Tensor(String name, List<Integer> shape) {
        /** Number of elements. */
        public int size() {
            return shape.stream().reduce(1, Math::multiplyExact);
        }

        /** Whether regularisation applies: to weights, which have two dimensions or more, not to biases and slopes. */
        public boolean isWeight() {
            return shape.size() > 1;
        }
    }

    /** The word that describes this layer in a list of layers, such as {@code dense:512}. */
    String spec();

    /** Output features of a sample with {@code inputs} features. */
    int outputs(int inputs);

    /** The parameters in the order in which they lie in the network's flat buffer. */
    default List<Tensor> tensors(int inputs) {
        return List.of();
    }

    /**
     * Writes the initial parameters.
     *
     * @param inputs input features
     * @param following the layers behind this one, nearest first; an initialiser may suit the next activation
     * @param seed the generator's key
     * @param stream the generator's stream for this layer
     * @param parameters the network's parameters, this layer's from {@code offset}; zeros so far
     */
    default void initialize(int inputs, List<Layer> following, long seed, long stream, float[] parameters,
            int offset) {
    }

    /** Floats a sample that one call of forward or backward needs to work with: {@link Pass#scratch}. */
    default long scratchFloats(int inputs) {
        return 0;
    }

    /** Ints a sample that forward leaves for backward: {@link Pass#saved}. */
    default int savedInts() {
        return 0;
    }

    /** Computes {@code pass.y()} from {@code pass.x()}. */
    void forward(Pass pass);

    /**
     * From {@code pass.dy()}, the gradient of the loss by the outputs, computes the gradient by the parameters and,
     * unless it is the network's first layer, {@code pass.dx()}.
     */
    void backward(Pass pass);
}
