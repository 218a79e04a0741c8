/** Plots and pages: SVG and HTML without anything from the network. */
@NullMarked
package dev.lanewise.reports.page;

import org.jspecify.annotations.NullMarked;
