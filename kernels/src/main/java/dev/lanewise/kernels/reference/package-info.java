/**
 * The scalar definitions: what every kernel computes, operation by operation, in the order that fixes its bits.
 * They trust their arguments; the facade in {@code dev.lanewise.kernels} checks them.
 */
@NullMarked
package dev.lanewise.kernels.reference;

import org.jspecify.annotations.NullMarked;
