package dev.lanewise.nn.io;

import java.nio.FloatBuffer;
import java.util.List;

/** A tensor of a network: a live view of a part of a larger array. */
record ModelTensor(String name, List<Integer> shape, FloatBuffer values) {
    ModelTensor(String name, List<Integer> shape, float[] array, int offset) {
        this(name, shape,
                FloatBuffer.wrap(array, offset, shape.stream().reduce(1, Math::multiplyExact)).slice());
    }

    int size() {
        return values.capacity();
    }
}
