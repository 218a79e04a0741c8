/** Names what is wrong with a training, from evidence, and what to do about it. */
@NullMarked
package dev.lanewise.nn.diagnosis;

import org.jspecify.annotations.NullMarked;
