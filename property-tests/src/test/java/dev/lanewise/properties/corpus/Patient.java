package dev.lanewise.properties.corpus;

import dev.lanewise.nn.Network;
import dev.lanewise.nn.Trainer;
import dev.lanewise.nn.data.Dataset;
import org.jspecify.annotations.Nullable;

/**
 * A training that has not run yet.
 *
 * @param network with its initial parameters
 * @param trainer of that network, with all its settings
 * @param train what to train on
 * @param validation what to validate on after each epoch
 * @param test what to judge the trained network by
 * @param shallower the same settings with fewer layers, to compare with; only where depth is the question
 */
public record Patient(Network network, Trainer trainer, Dataset train, Dataset validation, Dataset test,
        @Nullable Patient shallower) {
}
