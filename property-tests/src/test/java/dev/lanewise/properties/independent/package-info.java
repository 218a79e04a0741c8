/** Ill trainings invented by somebody who has not seen the diagnosis, to test it blindly. */
@NullMarked
package dev.lanewise.properties.independent;

import org.jspecify.annotations.NullMarked;
