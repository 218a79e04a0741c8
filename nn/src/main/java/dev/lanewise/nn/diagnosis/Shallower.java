package dev.lanewise.nn.diagnosis;

/**
 * A training of a shallower network with the same settings on the same data.
 *
 * @param layers of it
 * @param trainLoss on the training data at its end
 * @param trainAccuracy there; NaN for regression
 */
public record Shallower(String layers, double trainLoss, double trainAccuracy) {
}
