/** Trainings with one planted illness each, and healthy ones: what a diagnosis is measured against. */
@NullMarked
package dev.lanewise.properties.corpus;

import org.jspecify.annotations.NullMarked;
