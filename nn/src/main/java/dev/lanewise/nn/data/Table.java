package dev.lanewise.nn.data;

import java.util.List;

/**
 * All rows that a data set and its views draw from. Never written after construction.
 *
 * @param features values of a row, the product of {@code shape}
 * @param labels one class per row; empty for regression
 * @param classNames empty for regression
 * @param outputs targets of a row, 0 for classification
 * @param targets (rows, outputs), row-major
 */
record Table(String name, FeatureValues values, int features, List<Integer> shape, int[] labels,
        List<String> classNames, int outputs, float[] targets) {
    Table withShape(List<Integer> extents) {
        return new Table(name, values, features, extents, labels, classNames, outputs, targets);
    }
}
