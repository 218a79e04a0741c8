package dev.lanewise.nn;

import dev.lanewise.nn.data.ClassWeights;
import dev.lanewise.nn.data.Dataset;
import dev.lanewise.nn.text.Excerpt;
import java.util.List;
import java.util.Set;

/** Whether data fit a network and a loss; a failure is one message that names what was given and what was expected. */
final class DataFit {
    private DataFit() {
    }

    /**
     * Checks.
     *
     * @param what the data are called in the message
     * @throws IllegalArgumentException if they do not fit
     */
    static void check(String what, Dataset data, Network network, Loss loss, ClassWeights classWeights) {
        if (data.size() == 0) {
            throw new IllegalArgumentException(what + ": no rows (expected >= 1)");
        }
        if (data.features() != network.inputs()) {
            throw new IllegalArgumentException(what + ": " + data.features() + " features (expected "
                    + network.inputs() + ", the network's inputs)");
        }
        checkFeatureNames(what, data.featureNames(), network.featureNames());
        if (data.classes() == 0) {
            checkTargets(what, data, network, loss, classWeights);
        } else {
            checkClasses(what, data, network, classWeights);
        }
        if (weight(data, classWeights) == 0) {
            throw new IllegalArgumentException(what + ": the weights of all " + data.size()
                    + " rows are 0 (expected one above 0 at least, by "
                    + (classWeights.isNone() ? "sample weights)" : "class and sample weights)"));
        }
    }

    /** Sum of the weights with which the rows count in a loss; their number if they count alike. */
    static double weight(Dataset data, ClassWeights classWeights) {
        if (classWeights.isNone() && !data.weighted()) {
            return data.size();
        }
        double sum = 0;
        for (int row = 0; row < data.size(); row++) {
            // As in a batch, where tiny weights may become 0 together.
            sum += data.weight(row) * (classWeights.isNone() ? 1f : classWeights.weight(data.label(row)));
        }
        return sum;
    }

    private static void checkFeatureNames(String what, List<String> names, List<String> known) {
        if (names.isEmpty() || known.isEmpty() || names.equals(known)) {
            return;
        }
        int first = 0;
        while (names.get(first).equals(known.get(first))) {
            first++;
        }
        boolean reordered = Set.copyOf(names).equals(Set.copyOf(known));
        throw new IllegalArgumentException(
                what + ": feature " + first + " is " + names.get(first) + " (expected "
                        + known.get(first) + ", as the network knows it"
                        + (reordered ? "; the names are the same in another order)" : ")"));
    }

    private static void checkTargets(String what, Dataset data, Network network, Loss loss,
            ClassWeights classWeights) {
        if (loss instanceof Loss.SoftmaxCrossEntropy) {
            throw new IllegalArgumentException(what + ": no classes (expected classes for cross-entropy)");
        }
        if (!classWeights.isNone()) {
            throw new IllegalArgumentException(what + ": no classes (expected classes for class weights)");
        }
        if (data.targets() != network.outputs()) {
            throw new IllegalArgumentException("layers: the last has " + network.outputs()
                    + " units (expected "
                    + data.targets() + (data.targets() == 1 ? " for one target)" : ", one for each target)"));
        }
        List<String> known = network.targetNames();
        if (!known.isEmpty() && !data.targetNames().isEmpty() && !known.equals(data.targetNames())) {
            throw new IllegalArgumentException(
                    what + ": targets " + names(data.targetNames()) + " (expected " + names(known)
                            + ", the network's)");
        }
        if (loss instanceof Loss.BinaryCrossEntropy) {
            checkProbabilities(what, data, network);
        }
    }

    private static void checkProbabilities(String what, Dataset data, Network network) {
        if (!network.targetScaling().isNone()) {
            throw new IllegalArgumentException("target scaling: " + network.targetScaling()
                    + " (expected none for binary cross-entropy, whose targets are probabilities)");
        }
        for (int row = 0; row < data.size(); row++) {
            for (int j = 0; j < data.targets(); j++) {
                float target = data.target(row, j);
                if (target < 0 || target > 1) {
                    throw new IllegalArgumentException(what + ": target of row " + row + ": " + target
                            + " (expected 0 to 1 for binary cross-entropy)");
                }
            }
        }
    }

    private static void checkClasses(String what, Dataset data, Network network, ClassWeights classWeights) {
        if (data.classes() != network.outputs()) {
            throw new IllegalArgumentException(
                    "layers: the last has " + network.outputs() + " units (expected "
                            + data.classes() + ", one for each class of " + data.name() + ")");
        }
        List<String> known = network.classNames();
        if (!known.isEmpty() && !known.equals(data.classNames())) {
            throw new IllegalArgumentException(
                    what + ": classes " + names(data.classNames()) + " (expected " + names(known)
                            + ", the network's)");
        }
        if (!network.targetScaling().isNone()) {
            throw new IllegalArgumentException(
                    "target scaling: " + network.targetScaling() + " (expected none for data with classes)");
        }
        if (!network.targetNames().isEmpty()) {
            throw new IllegalArgumentException(
                    "target names: " + names(network.targetNames())
                            + " (expected none for data with classes)");
        }
        if (!classWeights.isNone() && classWeights.classes() != data.classes()) {
            throw new IllegalArgumentException("class weights: " + classWeights.classes()
                    + " (expected one for each of " + data.classes() + " classes)");
        }
    }

    private static String names(List<String> names) {
        return Excerpt.message(names.toString());
    }
}
