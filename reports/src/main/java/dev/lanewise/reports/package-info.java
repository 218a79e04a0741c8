/** The {@code lanewise} command: train, evaluate, predict and info, and the reports that they write. */
@NullMarked
package dev.lanewise.reports;

import org.jspecify.annotations.NullMarked;
