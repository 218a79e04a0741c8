package dev.lanewise.nn.log;

import dev.lanewise.nn.EpochMetrics;
import dev.lanewise.nn.LayerStatistics;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A number that logs record.
 *
 * @param name in CSV and JSON
 * @param tag in TensorBoard, where those with the same first part share a group of charts
 * @param value how to get it; NaN where there is none
 */
record Field<T>(String name, String tag, ToDoubleFunction<T> value) {
    /** Of an epoch, but for its number. */
    static final List<Field<EpochMetrics>> EPOCH = List.of(
            new Field<>("trainLoss", "loss/train", EpochMetrics::trainLoss),
            new Field<>("trainAccuracy", "accuracy/train", EpochMetrics::trainAccuracy),
            new Field<>("penalty", "loss/penalty", EpochMetrics::penalty),
            new Field<>("validationLoss", "loss/validation", EpochMetrics::validationLoss),
            new Field<>("validationAccuracy", "accuracy/validation", EpochMetrics::validationAccuracy),
            new Field<>("learningRate", "learning_rate", metrics -> shortest(metrics.learningRate())),
            new Field<>("seconds", "speed/seconds", EpochMetrics::seconds),
            new Field<>("samplesPerSecond", "speed/samples_per_second", EpochMetrics::samplesPerSecond));

    /** Of a layer in a step, but for its index and spec. */
    static final List<Field<LayerStatistics>> LAYER = List.of(
            new Field<>("parameterNorm", "parameter_norm", LayerStatistics::parameterNorm),
            new Field<>("gradientNorm", "gradient_norm", LayerStatistics::gradientNorm),
            new Field<>("updateNorm", "update_norm", LayerStatistics::updateNorm),
            new Field<>("updateRatio", "update_ratio", LayerStatistics::updateRatio),
            new Field<>("activationMean", "activation_mean", LayerStatistics::activationMean),
            new Field<>("activationDeviation", "activation_deviation", LayerStatistics::activationDeviation),
            new Field<>("saturated", "saturated", LayerStatistics::saturated),
            new Field<>("dead", "dead", LayerStatistics::dead),
            new Field<>("winnerEntropy", "winner_entropy", LayerStatistics::winnerEntropy));

    /** The double that is written like the float: 0.001, not 0.0010000000474974513. */
    private static double shortest(float value) {
        return Double.parseDouble(Float.toString(value));
    }
}
