/**
 * The public kernels: arguments are checked here, once; the work is delegated to the SIMD or the reference side. Both give
 * the same bits, but for the sign and payload of a NaN, which are not specified: any NaN equals any NaN.
 */
@NullMarked
package dev.lanewise.kernels;

import org.jspecify.annotations.NullMarked;
