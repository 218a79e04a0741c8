package dev.lanewise.kernels.catalog;

/**
 * The sizes of one call. Vector kernels take {@code n = columns} elements.
 *
 * @param rows rows of a matrix, 1 for a vector
 * @param columns columns of a matrix, elements of a vector
 * @param pieces pieces of a maxout unit
 */
public record Size(int rows, int columns, int pieces) {
}
