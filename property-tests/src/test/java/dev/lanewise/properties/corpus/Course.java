package dev.lanewise.properties.corpus;

import dev.lanewise.nn.EpochMetrics;
import dev.lanewise.nn.Evaluation;
import dev.lanewise.nn.LayerStatistics;
import dev.lanewise.nn.StepStatistics;
import dev.lanewise.nn.TrainingDivergedException;
import dev.lanewise.nn.TrainingListener;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of a patient.
 *
 * @param epochs that were completed
 * @param diverged whether a loss was no number
 * @param before on the training data before the first step
 * @param train on the training data at the end
 * @param test on the test data at the end
 * @param measured the layers in the first step and the last of each epoch
 * @param seconds of training
 */
record Course(List<EpochMetrics> epochs, boolean diverged, Evaluation before, Evaluation train,
        Evaluation test, List<StepStatistics> measured, double seconds) {

    /** Keeps what a training tells. */
    private static final class Recorder implements TrainingListener {
        private final List<EpochMetrics> epochs = new ArrayList<>();
        private final List<StepStatistics> measured = new ArrayList<>();
        private int lastEpoch;

        @Override
        public void onEpoch(EpochMetrics metrics) {
            epochs.add(metrics);
        }

        @Override
        public void onStatistics(StepStatistics statistics) {
            if (lastEpoch == statistics.epoch() && measured.size() > 1) {
                measured.removeLast();
            }
            lastEpoch = statistics.epoch();
            measured.add(statistics);
        }
    }

    /** Trains the patient, which can be done once. */
    static Course of(Patient patient) {
        Recorder recorder = new Recorder();
        Evaluation before = patient.trainer().evaluate(patient.train());
        patient.trainer().statistics(1, false).listener(recorder);
        long start = System.nanoTime();
        boolean diverged = false;
        try {
            patient.trainer().fit(patient.train(), patient.validation());
        } catch (TrainingDivergedException _) {
            diverged = true;
        }
        double seconds = (System.nanoTime() - start) * 1e-9;
        return new Course(recorder.epochs, diverged, before, patient.trainer().evaluate(patient.train()),
                patient.trainer().evaluate(patient.test()), recorder.measured, seconds);
    }

    /** The validation loss of the last epoch; NaN if none was completed. */
    double validationLoss() {
        return epochs.isEmpty() ? Double.NaN : epochs.getLast().validationLoss();
    }

    /** The smallest validation loss; NaN if no epoch was completed. */
    double bestValidationLoss() {
        return epochs.stream().mapToDouble(EpochMetrics::validationLoss).min().orElse(Double.NaN);
    }

    /** The validation accuracy of the last epoch; NaN if none was completed. */
    double validationAccuracy() {
        return epochs.isEmpty() ? Double.NaN : epochs.getLast().validationAccuracy();
    }

    /** In the first step: the norm of the first layer's gradient by that of the last. */
    double gradientRatio() {
        if (measured.isEmpty()) {
            return Double.NaN;
        }
        List<LayerStatistics> layers = measured.getFirst()
                .layers()
                .stream()
                .filter(layer -> !Double.isNaN(layer.parameterNorm()))
                .toList();
        return layers.getFirst().gradientNorm() / layers.getLast().gradientNorm();
    }

    /** In the last step measured: the greatest fraction of dead units in any layer of ReLUs; 0 if there is none. */
    double dead() {
        return measured.isEmpty()
                ? 0
                : measured.getLast()
                        .layers()
                        .stream()
                        .mapToDouble(LayerStatistics::dead)
                        .filter(value -> !Double.isNaN(value))
                        .max()
                        .orElse(0);
    }

    /** In the last step measured: the greatest fraction of saturated units in any layer; 0 if there is none. */
    double saturated() {
        return measured.isEmpty()
                ? 0
                : measured.getLast()
                        .layers()
                        .stream()
                        .mapToDouble(LayerStatistics::saturated)
                        .filter(value -> !Double.isNaN(value))
                        .max()
                        .orElse(0);
    }
}
