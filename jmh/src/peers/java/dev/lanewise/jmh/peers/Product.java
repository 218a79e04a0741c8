package dev.lanewise.jmh.peers;

import dev.lanewise.jmh.GemmShape;

/** One library's {@code C <- op(A) * op(B)} in row-major order. */
interface Product {
    /** The library's name, version and choices, as it tells them itself. */
    String describe();

    /** Takes over the operands and fills C with NaN, so that whatever is not written shows. */
    void prepare(GemmShape shape, float[] a, float[] b);

    /** Multiplies the same operands {@code calls} times. */
    void multiply(int calls);

    /** C, row after row. */
    float[] result();
}
