package dev.lanewise.reports.experiments;

import dev.lanewise.kernels.Workers;
import dev.lanewise.nn.Scaling;
import dev.lanewise.nn.data.Split;

/**
 * What an experiment runs on.
 *
 * @param data to train and test on: images with classes
 * @param scaling of its features
 * @param quick whether it shall take seconds, on fewer samples and epochs, rather than minutes
 * @param seed of all random numbers
 * @param workers to compute on
 */
public record Setting(Split data, Scaling scaling, boolean quick, long seed, Workers workers) {
    /** One number if quick, the other if not. */
    public int pick(int ifQuick, int otherwise) {
        return quick ? ifQuick : otherwise;
    }
}
