package dev.lanewise.nn.io;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.List;

/** A tensor of a network: a live view of a part of a larger array. */
record ModelTensor(String name, List<Integer> shape, FloatBuffer values) implements TensorContent {
    ModelTensor(String name, List<Integer> shape, float[] array, int offset) {
        this(name, shape,
                FloatBuffer.wrap(array, offset, shape.stream().reduce(1, Math::multiplyExact)).slice());
    }

    @Override
    public DataType type() {
        return DataType.F32;
    }

    @Override
    public void put(long from, int count, ByteBuffer bytes) {
        bytes.asFloatBuffer().put(0, values, (int) from, count);
        bytes.position(bytes.position() + count * Float.BYTES);
    }

    /**
     * Checks that all numbers are finite.
     *
     * @throws ModelFileException naming the first that is not
     */
    void requireFinite() throws ModelFileException {
        for (int i = 0; i < values.capacity(); i++) {
            if (!Float.isFinite(values.get(i))) {
                throw new ModelFileException("tensor " + name + " is " + values.get(i) + " at " + place(i)
                        + " (expected finite numbers)");
            }
        }
    }

    /** The indices of the element along each dimension, such as {@code [0, 17]}. */
    private List<Integer> place(int element) {
        Integer[] indices = new Integer[shape.size()];
        int rest = element;
        for (int d = indices.length - 1; d >= 0; d--) {
            indices[d] = rest % shape.get(d);
            rest /= shape.get(d);
        }
        return List.of(indices);
    }
}
