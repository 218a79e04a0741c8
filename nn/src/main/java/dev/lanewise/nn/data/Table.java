package dev.lanewise.nn.data;

import java.util.List;

/** All rows that a data set and its views draw from. Never written after construction. */
final class Table {
    final String name;
    final FeatureValues values;
    /** Values of a row, the product of {@code shape}. */
    final int features;
    final List<Integer> shape;
    /** One class per row; empty for regression. */
    final int[] labels;
    /** Empty for regression. */
    final List<String> classNames;
    /** Targets of a row, 0 for classification. */
    final int outputs;
    /** (rows, outputs), row-major. */
    final float[] targets;
    final Schema schema;

    private Table(String name, FeatureValues values, List<Integer> shape, int[] labels,
            List<String> classNames,
            int outputs, float[] targets, Schema schema) {
        this.name = name;
        this.values = values;
        this.features = shape.stream().reduce(1, (a, b) -> a * b);
        this.shape = shape;
        this.labels = labels;
        this.classNames = classNames;
        this.outputs = outputs;
        this.targets = targets;
        this.schema = schema;
    }

    static Table ofClasses(String name, FeatureValues values, int features, int[] labels,
            List<String> classNames) {
        return new Table(name, values, List.of(features), labels, List.copyOf(classNames), 0, new float[0],
                Schema.NONE);
    }

    static Table ofTargets(String name, FeatureValues values, int features, int outputs, float[] targets) {
        return new Table(name, values, List.of(features), new int[0], List.of(), outputs, targets,
                Schema.NONE);
    }

    Table withShape(List<Integer> extents) {
        return new Table(name, values, extents, labels, classNames, outputs, targets, schema);
    }

    Table withSchema(Schema other) {
        return new Table(name, values, shape, labels, classNames, outputs, targets, other);
    }
}
