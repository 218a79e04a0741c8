package dev.lanewise.properties.corpus;

import dev.lanewise.kernels.RandomStream;
import dev.lanewise.nn.data.Dataset;
import java.util.List;
import java.util.stream.IntStream;

/** Draws points whose classes have simple shapes. Labels are drawn too, so that the order of rows says nothing. */
final class Shapes {
    private static final long CENTRES = 0;
    private static final long LABELS = 1;
    private static final long POINTS = 2;

    /** Means of the four measures of each flower in cm, then their standard deviations. */
    private static final float[][] FLOWERS = {{5.0f, 3.4f, 1.5f, 0.25f}, {5.9f, 2.8f, 4.3f, 1.3f},
            {6.6f, 3.0f, 5.5f, 2.0f}};
    private static final float[][] FLOWER_DEVIATIONS = {{0.35f, 0.38f, 0.17f, 0.1f},
            {0.5f, 0.31f, 0.45f, 0.2f}, {0.6f, 0.32f, 0.5f, 0.25f}};

    private Shapes() {
    }

    /** Each class is a round cloud of standard deviation {@code spread}; the centres are standard normal. */
    static Dataset blobs(int classes, int features, float spread, int rows, long seed) {
        float[] centres = new float[classes * features];
        new RandomStream(seed, CENTRES).normal(0f, 1f, centres.length, centres, 0);
        float[] values = new float[rows * features];
        new RandomStream(seed, POINTS).normal(0f, spread, values.length, values, 0);
        int[] labels = labels(classes, rows, seed);
        for (int i = 0; i < values.length; i++) {
            values[i] += centres[labels[i / features] * features + i % features];
        }
        return Dataset.ofFloats("blobs", features, values, labels, names(classes));
    }

    /** Class k is a ring of radius k + 1 around the origin, with normal noise. */
    static Dataset rings(int classes, float noise, int rows, long seed) {
        RandomStream random = new RandomStream(seed, POINTS);
        float[] values = new float[rows * 2];
        random.normal(0f, noise, values.length, values, 0);
        int[] labels = labels(classes, rows, seed);
        for (int i = 0; i < rows; i++) {
            double angle = 2 * Math.PI * random.nextFloat();
            values[2 * i] += (float) ((labels[i] + 1) * StrictMath.cos(angle));
            values[2 * i + 1] += (float) ((labels[i] + 1) * StrictMath.sin(angle));
        }
        return Dataset.ofFloats("rings", 2, values, labels, names(classes));
    }

    /** Uniform points of a square; the class is the colour of the cell, {@code cells} to a side. */
    static Dataset checkerboard(int cells, int rows, long seed) {
        RandomStream random = new RandomStream(seed, POINTS);
        float[] values = new float[rows * 2];
        int[] labels = new int[rows];
        for (int i = 0; i < rows; i++) {
            values[2 * i] = random.nextFloat();
            values[2 * i + 1] = random.nextFloat();
            labels[i] = ((int) (values[2 * i] * cells) + (int) (values[2 * i + 1] * cells)) % 2;
        }
        return Dataset.ofFloats("checkerboard", 2, values, labels, names(2));
    }

    /** Three kinds of flowers by four measures, which are the larger the larger the flower is. */
    static Dataset flowers(int rows, long seed) {
        RandomStream random = new RandomStream(seed, POINTS);
        int[] labels = labels(FLOWERS.length, rows, seed);
        float[] values = new float[rows * 4];
        float[] draws = new float[5];
        for (int i = 0; i < rows; i++) {
            random.normal(0f, 1f, draws.length, draws, 0);
            for (int j = 0; j < 4; j++) {
                float own = 0.6f * draws[j] + 0.8f * draws[4];
                values[4 * i + j] = FLOWERS[labels[i]][j] + FLOWER_DEVIATIONS[labels[i]][j] * own;
            }
        }
        return Dataset.ofFloats("flowers", 4, values, labels, List.of("small", "middle", "large"));
    }

    /** Two round clouds in the plane that overlap; the second has about that share of the rows. */
    static Dataset twoClouds(float shareOfSecond, int rows, long seed) {
        RandomStream random = new RandomStream(seed, POINTS);
        float[] values = new float[rows * 2];
        random.normal(0f, 1f, values.length, values, 0);
        int[] labels = new int[rows];
        for (int i = 0; i < rows; i++) {
            labels[i] = random.nextFloat() < shareOfSecond ? 1 : 0;
            values[2 * i] += 2f * labels[i];
        }
        return Dataset.ofFloats("clouds", 2, values, labels, names(2));
    }

    private static int[] labels(int classes, int rows, long seed) {
        RandomStream random = new RandomStream(seed, LABELS);
        return IntStream.range(0, rows).map(_ -> random.nextInt(classes)).toArray();
    }

    private static List<String> names(int classes) {
        return IntStream.range(0, classes).mapToObj(Integer::toString).toList();
    }
}
