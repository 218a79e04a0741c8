package dev.lanewise.properties.independent;

import dev.lanewise.kernels.RandomStream;
import dev.lanewise.nn.data.Dataset;
import java.util.List;
import java.util.stream.IntStream;

/** Data sets drawn from a seed: row i depends on nothing but the seed and i. */
final class InventedData {
    /** Samples of one wave form. */
    static final int WAVE_SAMPLES = 32;

    private static final int MIXTURE_FEATURES = 12;
    private static final int MIXTURE_CLASSES = 6;
    private static final int MODES = 3;
    private static final List<String> WAVES = List.of("sine", "square", "triangle", "saw");
    /** Mean and standard deviation of platelets, cholesterol, sodium, glucose, creatinine and bilirubin in their units. */
    private static final float[][] BLOOD = {{250, 60}, {195, 35}, {140, 3}, {98, 18}, {0.95f, 0.25f},
            {0.7f, 0.25f}};
    /** Streams of what all rows share begin here; those of the rows begin at 0. */
    private static final long SHARED = 1L << 40;

    private InventedData() {
    }

    /** Three arms that wind around the origin. */
    static Dataset spirals(int rows, float turns, float noise, long seed) {
        float[] values = new float[2 * rows];
        int[] labels = new int[rows];
        for (int i = 0; i < rows; i++) {
            RandomStream random = new RandomStream(seed, i);
            labels[i] = random.nextInt(3);
            double along = random.nextFloat(0.1f, 1f);
            double angle = 2 * Math.PI * (labels[i] / 3.0 + turns * along);
            random.normal(0, noise, 2, values, 2 * i);
            values[2 * i] += (float) (along * StrictMath.cos(angle));
            values[2 * i + 1] += (float) (along * StrictMath.sin(angle));
        }
        return Dataset.ofFloats("spirals", 2, values, labels, List.of("first", "second", "third"));
    }

    /** Whether the first two of some normal features have unlike signs; the others mean nothing. */
    static Dataset exclusiveOr(int rows, int features, long seed) {
        float[] values = new float[features * rows];
        int[] labels = new int[rows];
        for (int i = 0; i < rows; i++) {
            new RandomStream(seed, i).normal(0, 1, features, values, i * features);
            labels[i] = values[i * features] * values[i * features + 1] < 0 ? 1 : 0;
        }
        return Dataset.ofFloats("exclusive or", features, values, labels, List.of("like", "unlike"));
    }

    /** One period or two of a wave with any phase, as a device records it: {@code gain * wave + offset + noise}. */
    static Dataset waves(int rows, float gain, float offset, float noise, long seed) {
        float[] values = new float[WAVE_SAMPLES * rows];
        int[] labels = new int[rows];
        for (int i = 0; i < rows; i++) {
            RandomStream random = new RandomStream(seed, i);
            labels[i] = random.nextInt(WAVES.size());
            float periods = random.nextFloat(1f, 2f);
            float phase = random.nextFloat();
            int at = i * WAVE_SAMPLES;
            random.normal(offset, noise, WAVE_SAMPLES, values, at);
            for (int t = 0; t < WAVE_SAMPLES; t++) {
                double turn = phase + periods * t / WAVE_SAMPLES;
                values[at + t] += gain * wave(labels[i], turn - Math.floor(turn));
            }
        }
        return Dataset.ofFloats("waves", WAVE_SAMPLES, values, labels, WAVES);
    }

    /** In [-1, 1], of a turn in [0, 1). */
    private static float wave(int kind, double turn) {
        return (float) switch (kind) {
            case 0 -> StrictMath.sin(2 * Math.PI * turn);
            case 1 -> turn < 0.5 ? 1 : -1;
            case 2 -> 4 * Math.abs(turn - 0.5) - 1;
            default -> 2 * turn - 1;
        };
    }

    /** Six classes of three clouds each, whose widths lie between 0.3 and 1. */
    static Dataset mixtures(int rows, long seed) {
        int clouds = MIXTURE_CLASSES * MODES;
        float[] centres = new float[clouds * MIXTURE_FEATURES];
        new RandomStream(seed, SHARED).normal(0, 1, centres.length, centres, 0);
        float[] values = new float[MIXTURE_FEATURES * rows];
        int[] labels = new int[rows];
        for (int i = 0; i < rows; i++) {
            RandomStream random = new RandomStream(seed, i);
            int cloud = random.nextInt(clouds);
            labels[i] = cloud % MIXTURE_CLASSES;
            int at = i * MIXTURE_FEATURES;
            random.normal(0, 0.3f + 0.7f * cloud / clouds, MIXTURE_FEATURES, values, at);
            for (int j = 0; j < MIXTURE_FEATURES; j++) {
                values[at + j] += centres[cloud * MIXTURE_FEATURES + j];
            }
        }
        return Dataset.ofFloats("mixtures", MIXTURE_FEATURES, values, labels, names(MIXTURE_CLASSES));
    }

    /** Blood counts in the units of the laboratory, and whether kidney or liver values are out of line with the others. */
    static Dataset bloodCounts(int rows, long seed) {
        int features = BLOOD.length;
        float[] values = new float[features * rows];
        int[] labels = new int[rows];
        for (int i = 0; i < rows; i++) {
            int at = i * features;
            new RandomStream(seed, i).normal(0, 1, features, values, at);
            float kidney = values[at + 4] + 0.5f * values[at + 3];
            float liver = values[at + 5] - 0.5f * values[at];
            labels[i] = Math.max(kidney, liver) < 0.5f ? 0 : kidney > liver ? 1 : 2;
            for (int j = 0; j < features; j++) {
                values[at + j] = Math.fma(values[at + j], BLOOD[j][1], BLOOD[j][0]);
            }
        }
        return Dataset.ofFloats("blood counts", features, values, labels,
                List.of("healthy", "kidney", "liver"));
    }

    /** The same rows, from {@code from} on with the label of the row before. */
    static Dataset slipped(Dataset data, int from) {
        float[] values = new float[data.size() * data.features()];
        int[] all = IntStream.range(0, data.size()).toArray();
        data.gather(all, 0, data.size(), values);
        int[] labels = IntStream.range(0, data.size())
                .map(row -> data.label(row < from ? row : row - 1))
                .toArray();
        return Dataset.ofFloats(data.name(), data.features(), values, labels, data.classNames());
    }

    private static List<String> names(int classes) {
        return IntStream.range(0, classes).mapToObj(label -> "class " + label).toList();
    }
}
