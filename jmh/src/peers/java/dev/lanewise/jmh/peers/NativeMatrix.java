package dev.lanewise.jmh.peers;

import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;

/** Floats in native memory, aligned to a cache line, as a native user would lay them out. */
final class NativeMatrix implements AutoCloseable {
    private static final int LINE_BYTES = 64;

    private final FloatPointer memory;
    private final FloatPointer first;
    private final int size;

    NativeMatrix(float[] values) {
        size = values.length;
        memory = new FloatPointer(size + LINE_BYTES / Float.BYTES);
        int past = (int) (memory.address() % LINE_BYTES);
        first = memory.getPointer((LINE_BYTES - past) % LINE_BYTES / Float.BYTES);
        first.put(values, 0, size);
    }

    static NativeMatrix ofNaN(int size) {
        float[] values = new float[size];
        Arrays.fill(values, Float.NaN);
        return new NativeMatrix(values);
    }

    /** The first element. */
    FloatPointer pointer() {
        return first;
    }

    float[] toArray() {
        float[] values = new float[size];
        first.get(values, 0, size);
        return values;
    }

    @Override
    public void close() {
        memory.close();
    }
}
