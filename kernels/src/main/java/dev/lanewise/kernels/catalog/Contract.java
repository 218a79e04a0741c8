package dev.lanewise.kernels.catalog;

/**
 * What a kernel promises beside its definition's bits.
 *
 * @param formula what is computed, with the roundings
 * @param special what NaN, -0.0 and infinities give
 * @param accuracy the published error
 */
public record Contract(String formula, String special, Accuracy accuracy) {
}
