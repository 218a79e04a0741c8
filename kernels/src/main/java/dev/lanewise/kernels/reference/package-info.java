/**
 * The scalar definitions: what every kernel computes, operation by operation, in the order that fixes its bits.
 * Where a result is NaN, its sign and payload are not specified: any NaN equals any NaN.
 * They trust their arguments; the facade in {@code dev.lanewise.kernels} checks them.
 */
@NullMarked
package dev.lanewise.kernels.reference;

import org.jspecify.annotations.NullMarked;
