package dev.lanewise.nn.data;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The argument checks of {@link Dataset}: each failure is one message that names what was given and what was expected. */
final class DatasetChecks {
    private DatasetChecks() {
    }

    static void shape(int rows, int features, int values) {
        require(features >= 1, "features: " + features + " (expected >= 1)");
        long expected = (long) rows * features;
        require(values == expected,
                "values.length: " + values + " (expected rows x features = " + rows + " x " + features + " = "
                        + expected + ")");
    }

    static void labels(int[] labels, List<String> classNames) {
        int classes = classNames.size();
        require(classes >= 1, "classNames: none (expected >= 1)");
        distinct("classNames", classNames);
        for (int row = 0; row < labels.length; row++) {
            int label = labels[row];
            if (label < 0 || label >= classes) {
                throw new IllegalArgumentException(
                        "label of row " + row + ": " + label + " (expected 0.." + (classes - 1) + ")");
            }
        }
    }

    static void schema(Schema schema, int features, int outputs) {
        List<String> names = schema.targetNames();
        require(schema.featureNames().isEmpty() || schema.featureNames().size() == features,
                "featureNames: " + schema.featureNames().size() + " (expected one for each of " + features
                        + " features, or none)");
        require(schema.labelName() == null || outputs == 0,
                "labelName: " + schema.labelName() + " (expected none for regression)");
        require(names.isEmpty() || names.size() == outputs,
                "targetNames: " + names.size() + " (expected one for each of " + outputs
                        + " targets, or none)");
        distinct("targetNames", names);
    }

    private static void distinct(String what, List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            require(seen.add(name), what + ": \"" + name + "\" occurs twice (expected distinct names)");
        }
    }

    static void finiteFeatures(float[] values, int features) {
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                throw new IllegalArgumentException(
                        "feature at row " + i / features + ", column " + i % features + ": " + values[i]
                                + " (expected a finite number)");
            }
        }
    }

    static void targets(float[] targets, int outputs) {
        require(outputs >= 1, "outputs: " + outputs + " (expected >= 1)");
        require(targets.length % outputs == 0,
                "targets.length: " + targets.length + " (expected a multiple of outputs = " + outputs + ")");
        for (int i = 0; i < targets.length; i++) {
            if (!Float.isFinite(targets[i])) {
                throw new IllegalArgumentException("target of row " + i / outputs
                        + (outputs == 1 ? "" : ", output " + i % outputs) + ": " + targets[i]
                        + " (expected a finite number)");
            }
        }
    }

    static void weights(float[] weights, int size) {
        require(weights.length == size,
                "weights: " + weights.length + " (expected one for each of " + size + " rows)");
        boolean any = size == 0;
        for (int row = 0; row < size; row++) {
            if (!(weights[row] >= 0 && weights[row] <= Float.MAX_VALUE)) {
                throw new IllegalArgumentException(
                        "weight of row " + row + ": " + weights[row] + " (expected a finite number >= 0)");
            }
            any |= weights[row] > 0;
        }
        require(any, "weights: all 0 (expected one above 0 at least)");
    }

    /** Checks {@code order[from..from+count)}, whose entries are rows of a data set of {@code size} rows. */
    static void batch(int[] order, int from, int count, int size) {
        if (from < 0 || count < 0 || count > order.length - from) {
            throw new IllegalArgumentException("from, count: " + from + ", " + count
                    + " (expected a range of order, length " + order.length + ")");
        }
        for (int i = from; i < from + count; i++) {
            row(order[i], size);
        }
    }

    static void row(int row, int size) {
        if (row < 0 || row >= size) {
            throw new IllegalArgumentException("row: " + row + " (expected 0.." + (size - 1) + ")");
        }
    }

    static void destination(int length, int offset, long needed) {
        if (offset < 0) {
            throw new IllegalArgumentException("offset: " + offset + " (expected >= 0)");
        }
        if (length < offset + needed) {
            throw new IllegalArgumentException(
                    "destination.length: " + length + " (expected >= " + (offset + needed) + ")");
        }
    }

    /** For factories only: the message is built even if all is well, which a batch or a loop must not pay. */
    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
