package dev.lanewise.reports;

import dev.lanewise.nn.Loss;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.data.DataException;
import dev.lanewise.nn.data.Dataset;
import dev.lanewise.nn.io.ModelFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A classifier or a regression model from a file.
 *
 * @param file where it came from
 * @param network what it is
 */
record Model(Path file, Network network) {
    private static final int NAMES_SHOWN = 12;

    static Model read(Path file) throws IOException {
        return new Model(file, ModelFile.read(file));
    }

    /** Whether it predicts targets: a classifier has names of classes. */
    boolean regression() {
        return network.classNames().isEmpty();
    }

    /** The loss to judge it by, unless the user chooses another. */
    Loss usualLoss() {
        return regression() ? Loss.MEAN_SQUARED_ERROR : Loss.SOFTMAX_CROSS_ENTROPY;
    }

    /** What its outputs are called: classes, or targets by their names, or by their numbers if they have none. */
    List<String> outputNames() {
        if (!regression()) {
            return network.classNames();
        }
        if (!network.targetNames().isEmpty()) {
            return network.targetNames();
        }
        return network.outputs() == 1
                ? List.of("target")
                : IntStream.range(0, network.outputs()).mapToObj(j -> "target_" + j).toList();
    }

    /** Refuses data that the model does not understand. */
    void requireFit(Dataset data) throws DataException {
        requireFeatures(data.name(), data.features());
        if (regression()) {
            requireTargets(data);
        } else {
            requireClasses(data);
        }
    }

    private void requireTargets(Dataset data) throws DataException {
        List<String> known = network.targetNames();
        boolean named = !known.isEmpty() && !data.targetNames().isEmpty();
        if (data.targets() == network.outputs() && (!named || known.equals(data.targetNames()))) {
            return;
        }
        String found = data.classes() > 0
                ? "classes " + names(data.classNames())
                : "targets " + (named ? names(data.targetNames()) : data.targets());
        throw new DataException("data " + data.name() + ": " + found + " (expected "
                + (named ? names(known) : network.outputs()) + ", the targets of " + file + ")");
    }

    private void requireClasses(Dataset data) throws DataException {
        if (!data.classNames().equals(network.classNames())) {
            throw new DataException(
                    "data " + data.name() + ": classes " + names(data.classNames()) + " (expected "
                            + names(network.classNames()) + ", the classes of " + file + ")");
        }
    }

    void requireFeatures(String name, int features) throws DataException {
        if (features != network.inputs()) {
            throw new DataException(
                    "data " + name + ": " + features + " features (expected " + network.inputs()
                            + ", the inputs of " + file + ")");
        }
    }

    private static String names(List<String> names) {
        return names.size() <= NAMES_SHOWN
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, NAMES_SHOWN)) + ", ... (" + names.size() + ")";
    }
}
