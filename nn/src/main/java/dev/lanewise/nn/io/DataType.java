package dev.lanewise.nn.io;

/** The types of numbers in the files that are read and written here, by their names in safetensors. */
enum DataType {
    /** Floats. */
    F32(Float.BYTES),
    /** Doubles. */
    F64(Double.BYTES);

    private final int bytes;

    DataType(int bytes) {
        this.bytes = bytes;
    }

    int bytes() {
        return bytes;
    }
}
