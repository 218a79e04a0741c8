/** Data sets: in memory, from IDX and CSV files, and the embedded digits. */
@NullMarked
package dev.lanewise.nn.data;

import org.jspecify.annotations.NullMarked;
