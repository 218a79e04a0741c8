/** Inputs that nobody meant to write, for everything that reads files and words of users. */
@NullMarked
package dev.lanewise.reports.fuzz;

import org.jspecify.annotations.NullMarked;
