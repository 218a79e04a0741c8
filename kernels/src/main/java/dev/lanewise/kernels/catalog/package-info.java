/**
 * The catalogue of kernels: each declared once, with its contract, its operands, the facade's call and its
 * definition's. The tests, the benchmarks and the contract table follow from it.
 */
@NullMarked
package dev.lanewise.kernels.catalog;

import org.jspecify.annotations.NullMarked;
