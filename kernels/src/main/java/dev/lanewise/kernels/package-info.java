/** The public kernels: arguments are checked here, once; the work is delegated to the SIMD or the reference side. */
@NullMarked
package dev.lanewise.kernels;

import org.jspecify.annotations.NullMarked;
