package dev.lanewise.reports.experiments;

import dev.lanewise.nn.Dense;
import dev.lanewise.nn.Layer;
import dev.lanewise.nn.LayerParser;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.Trainer;
import dev.lanewise.nn.data.Dataset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Networks and trainers as the experiments want them. */
final class Trainings {
    private Trainings() {
    }

    /** A network of such hidden layers and a last one with an output for each class, built from the setting's seed. */
    static Network network(Setting setting, String hidden) {
        return network(setting, LayerParser.parse(hidden));
    }

    /** The same of layers. */
    static Network network(Setting setting, List<Layer> hidden) {
        Dataset data = setting.data().train();
        List<Layer> layers = new ArrayList<>(hidden);
        layers.add(new Dense(data.classes()));
        var builder = Network.input(data.features()).scaling(setting.scaling()).classNames(data.classNames());
        layers.forEach(builder::add);
        return builder.build(setting.seed());
    }

    /** A trainer with the setting's seed and threads. */
    static Trainer trainer(Setting setting, Network network) {
        return Trainer.of(network).seed(setting.seed()).workers(setting.workers());
    }

    /** The words of a hidden layer, so many times, such as {@code dense:64 relu dense:64 relu}. */
    static String repeat(String layer, int times) {
        return String.join(" ", Collections.nCopies(times, layer));
    }

    /** The accuracy of always guessing the most frequent class. */
    static double guess(Dataset data) {
        int[] counts = new int[data.classes()];
        int most = 0;
        for (int i = 0; i < data.size(); i++) {
            counts[data.label(i)]++;
            most = Math.max(most, counts[data.label(i)]);
        }
        return (double) most / data.size();
    }
}
