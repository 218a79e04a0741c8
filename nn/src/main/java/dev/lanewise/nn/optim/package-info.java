/** Pick the best function: optimizers, their schedules, and what limits parameters. */
@NullMarked
package dev.lanewise.nn.optim;

import org.jspecify.annotations.NullMarked;
