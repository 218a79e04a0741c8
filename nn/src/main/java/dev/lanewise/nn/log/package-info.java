/** Listeners that write the course of a training to files: CSV, JSON lines, TensorBoard. */
@NullMarked
package dev.lanewise.nn.log;

import org.jspecify.annotations.NullMarked;
