/** The figures of the lecture, run for real, each with its claim checked. */
@NullMarked
package dev.lanewise.reports.experiments;

import org.jspecify.annotations.NullMarked;
