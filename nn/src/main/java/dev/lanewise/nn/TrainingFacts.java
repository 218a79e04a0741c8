package dev.lanewise.nn;

import dev.lanewise.nn.data.Dataset;
import dev.lanewise.nn.text.Excerpt;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What else than settings a snapshot must agree in.
 *
 * @param network that is trained
 * @param train to train on
 * @param validation held out, or null
 * @param test to judge the result by, or null if the trainer does not know
 */
record TrainingFacts(Network network, Dataset train, @Nullable Dataset validation, @Nullable Dataset test) {
    /** As texts that are equal where the facts are, from the roughest to the finest. */
    Map<String, String> texts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("layers", network.spec());
        facts.put("scaling", scaling());
        facts.put("classNames", names(network.classNames()));
        facts.put("targetNames", names(network.targetNames()));
        facts.put("featureNames", names(train.schema().featureNames()));
        facts.put("labelName", label(train.schema().labelName()));
        facts.put("features", String.valueOf(train.features()));
        facts.put("trainingRows", rows(train));
        facts.put("validationRows", rows(validation));
        facts.put("testRows", rows(test));
        facts.put("trainingData", fingerprint(train));
        facts.put("validationData", fingerprint(validation));
        facts.put("testData", fingerprint(test));
        return facts;
    }

    /** Steps of an epoch with batches of that many samples. */
    int stepsPerEpoch(int batchSize) {
        int batch = Math.min(batchSize, train.size());
        return (int) (((long) train.size() + batch - 1) / batch);
    }

    private static String rows(@Nullable Dataset data) {
        return String.valueOf(data == null ? 0 : data.size());
    }

    private static String fingerprint(@Nullable Dataset data) {
        return data == null ? "none" : data.fingerprint();
    }

    /** The scalings with hash codes, because their texts do not tell all numbers. */
    private String scaling() {
        return network.scaling() + " " + hash(network.scaling()) + ", targets " + network.targetScaling()
                + " " + hash(network.targetScaling());
    }

    private static String label(@Nullable String name) {
        return name == null ? "none" : names(List.of(name));
    }

    /** Names with their hash code, because there may be very many. */
    private static String names(List<String> names) {
        return names.isEmpty() ? "none" : Excerpt.of(names.toString()) + " " + hash(names);
    }

    private static String hash(Object of) {
        return HexFormat.of().toHexDigits(of.hashCode());
    }
}
