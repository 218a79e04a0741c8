/** Properties of the whole library: SIMD equals reference, published accuracy, the rules of the house. */
@NullMarked
package dev.lanewise.properties;

import org.jspecify.annotations.NullMarked;
