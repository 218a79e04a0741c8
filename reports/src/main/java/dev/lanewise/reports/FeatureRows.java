package dev.lanewise.reports;

import dev.lanewise.nn.data.Dataset;

/**
 * Rows without labels.
 *
 * @param name of the data
 * @param size number of rows
 * @param features of a row
 * @param source of their values
 */
record FeatureRows(String name, int size, int features, Source source) {
    /** Copies the raw features of rows. */
    @FunctionalInterface
    interface Source {
        /** Copies {@code count} rows from row {@code from}, counted from 0, to the start of {@code destination}. */
        void copy(int from, int count, float[] destination);
    }

    static FeatureRows of(Dataset data) {
        int[] order = new int[data.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        return new FeatureRows(data.name(), data.size(), data.features(),
                (from, count, destination) -> data.gather(order, from, count, destination));
    }

    static FeatureRows of(String name, float[] values, int features) {
        return new FeatureRows(name, values.length / features, features, (from, count, destination) -> System
                .arraycopy(values, from * features, destination, 0, count * features));
    }
}
