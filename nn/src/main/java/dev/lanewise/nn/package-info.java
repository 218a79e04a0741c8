/** Networks and their training: layers, losses, optimizers, the trainer. Knows nothing of files or terminals. */
@NullMarked
package dev.lanewise.nn;

import org.jspecify.annotations.NullMarked;
