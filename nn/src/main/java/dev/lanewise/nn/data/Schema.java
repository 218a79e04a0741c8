package dev.lanewise.nn.data;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a table are called: a data set knows it of its file, a network of the data it is trained on, and a
 * model file keeps it, so that columns are found by name wherever they stand.
 *
 * @param featureNames by feature, distinct; empty if features have no names, as the pixels of images
 * @param labelName of the label column; null for regression or if it has none
 * @param targetNames of the targets of regression by output; empty for classification or if they have none
 * @param answerColumns where the label column, or each target column, stands in the file, from 0; empty if that is not known.
 *        For files without header
 */
public record Schema(List<String> featureNames, @Nullable String labelName, List<String> targetNames,
        List<Integer> answerColumns) {
    /** Nothing is known. */
    public static final Schema NONE = new Schema(List.of(), null, List.of(), List.of());

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if a feature's name occurs twice or is the label's or a target's, or columns are
     *         negative or not distinct
     */
    public Schema {
        featureNames = List.copyOf(featureNames);
        targetNames = List.copyOf(targetNames);
        answerColumns = List.copyOf(answerColumns);
        Set<String> seen = new HashSet<>();
        for (String name : featureNames) {
            if (!seen.add(name)) {
                throw new IllegalArgumentException(
                        "featureNames: \"" + name + "\" occurs twice (expected distinct names)");
            }
        }
        if ((labelName != null && seen.contains(labelName))
                || targetNames.stream().anyMatch(seen::contains)) {
            throw new IllegalArgumentException("featureNames: " + Names.list(featureNames)
                    + " (expected none of " + (labelName == null ? Names.list(targetNames) : labelName)
                    + ")");
        }
        if (Set.copyOf(answerColumns).size() != answerColumns.size()
                || answerColumns.stream().anyMatch(column -> column < 0)) {
            throw new IllegalArgumentException(
                    "answerColumns: " + answerColumns + " (expected distinct columns from 0)");
        }
    }

    /** The same with other names of features. */
    public Schema withFeatureNames(List<String> names) {
        return new Schema(names, labelName, targetNames, answerColumns);
    }

    /** The same with another name of the label. */
    public Schema withLabelName(@Nullable String name) {
        return new Schema(featureNames, name, targetNames, answerColumns);
    }

    /** The same with other names of targets. */
    public Schema withTargetNames(List<String> names) {
        return new Schema(featureNames, labelName, names, answerColumns);
    }

    /** The name of the label, or the names of the targets; empty if they have none. */
    public List<String> answerNames() {
        return labelName == null ? targetNames : List.of(labelName);
    }
}
