package dev.lanewise.nn;

import java.util.List;

/**
 * A tensor of parameters and where it lies in the network's buffer.
 *
 * @param layer its layer's index from 0
 * @param tensor its name and shape
 * @param offset of its first element
 */
public record NetworkTensor(int layer, Layer.Tensor tensor, int offset) {
    /** Such as {@code 0.weight}. */
    public String name() {
        return layer + "." + tensor.name();
    }

    /** Extents, row-major. */
    public List<Integer> shape() {
        return tensor.shape();
    }

    /** Number of elements. */
    public int size() {
        return tensor.size();
    }
}
