package dev.lanewise.reports.experiments;

import dev.lanewise.nn.Dense;
import dev.lanewise.nn.EpochMetrics;
import dev.lanewise.nn.Initializer;
import dev.lanewise.nn.Layer;
import dev.lanewise.nn.LayerParser;
import dev.lanewise.nn.Maxout;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.NetworkTensor;
import dev.lanewise.nn.Trainer;
import dev.lanewise.nn.TrainingListener;
import dev.lanewise.nn.optim.Sgd;
import java.util.ArrayList;
import java.util.List;

/**
 * One member of the family, trained.
 *
 * @param name of the member
 * @param network trained
 * @param course of the training
 * @param activations watched in its last epoch, from the input; none of a maxout, which has no fixed function to watch
 */
record ReluFamilyRun(String name, Network network, TrainingCourse course,
        List<WatchedActivation> activations) {

    /** Trains a network of hidden layers with that activation, or of such maxout layers. */
    static ReluFamilyRun of(String name, String word, int hidden, int width, Setting setting,
            TrainingSize size, float rate) {
        List<WatchedActivation> watched = new ArrayList<>();
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < hidden; i++) {
            Layer layer = LayerParser.parse(word).getFirst();
            if (layer instanceof Maxout) {
                layers.add(layer);
            } else {
                WatchedActivation activation = new WatchedActivation(layer);
                watched.add(activation);
                layers.addAll(List.of(new Dense(width, Initializer.HE_NORMAL), activation));
            }
        }
        Network network = Trainings.network(setting, layers);
        Trainer trainer = Trainings.trainer(setting, network)
                .optimizer(new Sgd(rate))
                .batchSize(64)
                .epochs(size.epochs())
                .listener(lastEpochOnly(watched, size.epochs()));
        TrainingCourse course = TrainingCourse.of(trainer, size.of(setting));
        return new ReluFamilyRun(name, network, course, List.copyOf(watched));
    }

    private static TrainingListener lastEpochOnly(List<WatchedActivation> watched, int epochs) {
        return new TrainingListener() {
            @Override
            public void onEpoch(EpochMetrics metrics) {
                if (metrics.epoch() < epochs) {
                    watched.forEach(WatchedActivation::restart);
                }
            }
        };
    }

    /** Of the gradients that arrived at negative inputs, the fraction that got through; NaN if none arrived. */
    double passed() {
        long arrived = activations.stream().mapToLong(WatchedActivation::arrived).sum();
        return (double) activations.stream().mapToLong(WatchedActivation::passed).sum() / arrived;
    }

    /** Units that got no gradient in the last epoch. */
    int unreached() {
        return activations.stream().mapToInt(WatchedActivation::unreached).sum();
    }

    /** Units in all hidden layers. */
    int units() {
        return activations.stream().mapToInt(WatchedActivation::units).sum();
    }

    /** The learned slopes by layer; none if the member has none. */
    List<float[]> slopes() {
        List<float[]> slopes = new ArrayList<>();
        for (NetworkTensor tensor : network.tensors()) {
            if (tensor.tensor().name().equals("slope")) {
                float[] values = new float[tensor.size()];
                System.arraycopy(network.parameters(), tensor.offset(), values, 0, values.length);
                slopes.add(values);
            }
        }
        return slopes;
    }
}
