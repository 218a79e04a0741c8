package dev.lanewise.reports;

import dev.lanewise.kernels.Capabilities;
import dev.lanewise.nn.Evaluation;
import dev.lanewise.nn.History;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.diagnosis.Diagnosis;
import org.jspecify.annotations.Nullable;

/**
 * All that is known about a finished training.
 *
 * @param dataset name of the data
 * @param network as trained
 * @param configuration how it was trained
 * @param threads it was trained on
 * @param machine it was trained on
 * @param trainSamples samples of an epoch
 * @param validationSamples held out of the training data
 * @param history of the epochs
 * @param test result on the test data
 * @param diagnosis what it suffers from; null if that is not known
 * @param weightsSha256 fingerprint of the parameters
 */
record RunRecord(String dataset, Network network, Configuration configuration, int threads,
        Capabilities machine, int trainSamples, int validationSamples, History history, Evaluation test,
        @Nullable Diagnosis diagnosis, String weightsSha256) {
    /** The same with a diagnosis. */
    RunRecord with(@Nullable Diagnosis found) {
        return new RunRecord(dataset, network, configuration, threads, machine, trainSamples,
                validationSamples,
                history, test, found, weightsSha256);
    }

    /** Whether the network predicts numbers instead of classes. */
    boolean regression() {
        return Double.isNaN(test.accuracy());
    }

    /** What a target is called. */
    String targetName(int target) {
        return network.targetNames().isEmpty() ? "target " + target : network.targetNames().get(target);
    }
}
