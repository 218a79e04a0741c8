package dev.lanewise.nn.diagnosis;

import dev.lanewise.kernels.Reductions;
import dev.lanewise.nn.Scaling;
import dev.lanewise.nn.data.Dataset;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Whether rows with like inputs have like labels, without any network: the {@value #NEIGHBOURS} nearest of some rows.
 *
 * @param rows whose neighbours were looked at
 * @param points among which they were looked for
 * @param pure share of them whose neighbours, but one at most, all have one class
 * @param accuracy share of them whose class is the most frequent one of their neighbours
 */
record Neighbourhoods(int rows, int points, double pure, double accuracy) {
    static final int NEIGHBOURS = 10;
    private static final int QUERIES = 300;
    private static final int POINTS = 3000;

    static Neighbourhoods of(Dataset train, Scaling scaling, long seed) {
        Dataset points = Rows.of(train, POINTS, seed);
        float[] x = scaling.scaled(points);
        int queries = Math.min(QUERIES, points.size());
        int pure = 0;
        int right = 0;
        for (int i = 0; i < queries; i++) {
            int[] counts = counts(points, x, i);
            int most = IntStream.range(0, counts.length)
                    .reduce(0, (j, k) -> counts[k] > counts[j] ? k : j);
            pure += counts[most] >= Math.min(NEIGHBOURS, points.size() - 1) - 1 ? 1 : 0;
            right += most == points.label(i) ? 1 : 0;
        }
        return new Neighbourhoods(queries, points.size(), (double) pure / queries, (double) right / queries);
    }

    /** How many of the row's neighbours each class has. */
    private static int[] counts(Dataset points, float[] x, int row) {
        int features = points.features();
        double[] distances = new double[points.size()];
        for (int i = 0; i < distances.length; i++) {
            distances[i] = i == row
                    ? Double.POSITIVE_INFINITY
                    : Reductions.squaredDistance(features, x, i * features, x, row * features);
        }
        int[] counts = new int[points.classes()];
        IntStream.range(0, distances.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> distances[i]))
                .limit(NEIGHBOURS)
                .forEach(i -> counts[points.label(i)]++);
        return counts;
    }
}
