package dev.lanewise.kernels.simd;

import jdk.incubator.vector.VectorShape;

/** The vector width that the JVM prefers on this machine. */
public final class VectorWidth {
    private VectorWidth() {
    }

    /** Preferred width in bits. */
    public static int preferredBits() {
        return VectorShape.preferredShape().vectorBitSize();
    }
}
