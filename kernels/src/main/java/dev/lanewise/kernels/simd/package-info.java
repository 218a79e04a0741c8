/**
 * The vector kernels: the same float operations in the same order per output element as the definitions, hence
 * the same bits. The only package that touches {@code jdk.incubator.vector}; it trusts its arguments.
 */
@NullMarked
package dev.lanewise.kernels.simd;

import org.jspecify.annotations.NullMarked;
