package dev.lanewise.kernels;

/** How a GEMM reads an operand: as stored, or transposed. */
public enum Transpose {
    /** As stored. */
    N,
    /** Transposed. */
    T
}
