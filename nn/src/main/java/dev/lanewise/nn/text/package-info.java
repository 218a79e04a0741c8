/** How messages quote what files and users say. Inside the library only. */
@NullMarked
package dev.lanewise.nn.text;

import org.jspecify.annotations.NullMarked;
