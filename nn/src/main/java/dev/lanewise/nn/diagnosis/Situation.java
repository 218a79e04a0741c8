package dev.lanewise.nn.diagnosis;

import dev.lanewise.nn.Network;
import dev.lanewise.nn.Trainer;

/**
 * What was trained, and how.
 *
 * @param layers the network's words
 * @param optimizer its name
 * @param learningRate its own, before any schedule
 * @param batchSize of the steps
 */
record Situation(String layers, String optimizer, double learningRate, int batchSize) {
    static Situation of(Network network, Trainer trainer) {
        return new Situation(network.spec(), trainer.optimizer().name(), trainer.optimizer().learningRate(),
                trainer.batchSize());
    }
}
