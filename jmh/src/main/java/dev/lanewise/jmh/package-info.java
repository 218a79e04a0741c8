/** Benchmarks of every kernel beside its scalar definition. */
@NullMarked
package dev.lanewise.jmh;

import org.jspecify.annotations.NullMarked;
