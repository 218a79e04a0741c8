package dev.lanewise.jmh.peers;

import java.util.Locale;

/** What is done to elements, rows or a batch. */
enum ElementKind {
    /** {@code max(x, 0)}. */
    RELU(1),
    /** {@code x < 0 ? 0.01 x : x}. */
    LEAKY_RELU(1),
    /** {@code 1 / (1 + exp(-x))}. */
    SIGMOID(1),
    /** Hyperbolic tangent. */
    TANH(1),
    /** Exponential. */
    EXP(1),
    /** {@code x (1 + erf(x / sqrt 2)) / 2}. */
    GELU(1),
    /** Inverted dropout at rate 0.5, a new mask each call. */
    DROPOUT(1),
    /** Softmax of each row. */
    SOFTMAX(2),
    /** {@code relu(x W + bias)} of batch x inputs x units. */
    DENSE_RELU(3);

    static final float SLOPE = 0.01f;
    static final float RATE = 0.5f;

    private final int sizes;

    ElementKind(int sizes) {
        this.sizes = sizes;
    }

    /** How many sizes a piece of such work has. */
    int sizes() {
        return sizes;
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
