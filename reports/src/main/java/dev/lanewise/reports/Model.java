package dev.lanewise.reports;

import dev.lanewise.nn.Network;
import dev.lanewise.nn.data.DataException;
import dev.lanewise.nn.data.Dataset;
import dev.lanewise.nn.io.ModelFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A classifier from a file.
 *
 * @param file where it came from
 * @param network what it is
 */
record Model(Path file, Network network) {
    private static final int NAMES_SHOWN = 12;

    static Model read(Path file) throws IOException {
        Network network = ModelFile.read(file);
        if (network.classNames().isEmpty()) {
            throw new DataException(file + ": a model without class names (expected a classifier)");
        }
        return new Model(file, network);
    }

    /** Refuses data that the model does not understand. */
    void requireFit(Dataset data) throws DataException {
        requireFeatures(data.name(), data.features());
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
