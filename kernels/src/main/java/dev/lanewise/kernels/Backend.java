package dev.lanewise.kernels;

/** Which side computes: both give the same bits. */
public enum Backend {
    /** Vector kernels on {@code jdk.incubator.vector}. */
    SIMD,
    /** The scalar definitions. */
    REFERENCE
}
