/** Model files. */
@NullMarked
package dev.lanewise.nn.io;

import org.jspecify.annotations.NullMarked;
