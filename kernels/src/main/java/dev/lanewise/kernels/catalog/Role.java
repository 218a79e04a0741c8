package dev.lanewise.kernels.catalog;

/** What a kernel does with an operand. */
public enum Role {
    /** Reads it. */
    IN,
    /** Writes all of it and reads none of what was there. */
    OUT,
    /** Reads and writes it. */
    IN_OUT
}
