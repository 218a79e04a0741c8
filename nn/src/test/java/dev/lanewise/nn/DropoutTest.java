package dev.lanewise.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lanewise.kernels.Workers;
import dev.lanewise.nn.data.Dataset;
import dev.lanewise.nn.optim.Optimizer;
import dev.lanewise.nn.optim.Update;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When dropout drops, with which masks, and what is done instead where it does not. */
class DropoutTest {
    private static final int INPUTS = 6;
    private static final int UNITS = 3;

    /** Multiples of 1/8: all sums and products here are exact. */
    private static void makeDyadic(float[] values) {
        Random random = new Random(1);
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(-8, 9) * 0.125f;
        }
    }

    private static float[] row() {
        float[] row = new float[INPUTS];
        makeDyadic(row);
        for (int i = 0; i < INPUTS; i++) {
            row[i] += 2;
        }
        return row;
    }

    /** A linear layer behind a dropout layer. */
    private static Network linear(String dropout) {
        Network network = Network.input(INPUTS).add(dropout + " dense:" + UNITS).build(1);
        makeDyadic(network.parameters());
        return network;
    }

    private static float[] predicted(Network network, float[] row) {
        float[] out = new float[network.outputs()];
        new Predictor(network, 1, Workers.of(1)).outputs(1, row, out);
        return out;
    }

    private static float[] masked(float[] row, int mask) {
        float[] masked = row.clone();
        for (int i = 0; i < INPUTS; i++) {
            masked[i] = (mask >> i & 1) == 0 ? 0 : row[i];
        }
        return masked;
    }

    /** The outputs' expectation over all 2^INPUTS masks, each with its probability, of a layer that does not scale. */
    private static double[] average(Network network, float[] row, double rate) {
        Network plain = Network.input(INPUTS).dense(UNITS).build(1);
        System.arraycopy(network.parameters(), 0, plain.parameters(), 0, plain.parameterCount());
        double[] average = new double[UNITS];
        for (int mask = 0; mask < 1 << INPUTS; mask++) {
            int kept = Integer.bitCount(mask);
            double probability = Math.pow(1 - rate, kept) * Math.pow(rate, INPUTS - kept);
            float[] y = predicted(plain, masked(row, mask));
            for (int j = 0; j < UNITS; j++) {
                average[j] += probability * y[j];
            }
        }
        return average;
    }

    /** The lecture's claim: for one linear layer, scaled weights give the average of all thinned networks. Exactly. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.25, 0.5, 0.75})
    void theLecturesFormPredictsTheAverageOverAllMasks(double rate) {
        Network network = linear("dropout:" + rate + ":lecture");
        double[] average = average(network, row(), rate);
        float[] y = predicted(network, row());
        for (int j = 0; j < UNITS; j++) {
            assertThat((double) y[j]).isEqualTo(average[j]);
        }
    }

    /** The bias is not dropped, so that only the rest of the average is scaled by {@code 1 / (1 - rate)}. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 0.75})
    void theInvertedFormPredictsTheAverageOverAllScaledMasks(double rate) {
        Network network = linear("dropout:" + rate);
        double[] average = average(network, row(), rate);
        float[] y = predicted(network, row());
        for (int j = 0; j < UNITS; j++) {
            double bias = network.parameters()[INPUTS * UNITS + j];
            assertThat((double) y[j]).isEqualTo((average[j] - bias) / (1 - rate) + bias);
        }
    }

    /** What a step of training lets through, as bits. */
    private static int maskOf(Workspace workspace, long seed, long step, float kept) {
        workspace.forward(1, seed, step);
        int mask = 0;
        for (int i = 0; i < INPUTS; i++) {
            float y = workspace.outputs()[i];
            assertThat(y).isIn(0f, kept);
            mask |= y == 0 ? 0 : 1 << i;
        }
        return mask;
    }

    @ParameterizedTest
    @CsvSource({"dropout:0.5, 2", "dropout:0.5:lecture, 1", "dropout:0.75, 4"})
    void aTrainingMeetsAllMasks(String dropout, float kept) {
        Network network = Network.input(INPUTS).add(dropout).build(1);
        Workspace workspace = new Workspace(network, 1, Workers.of(1), true);
        Arrays.fill(workspace.inputs(), 1f);
        Set<Integer> masks = new HashSet<>();
        int[] first = new int[100];
        for (int step = 0; step < 40_000; step++) {
            int mask = maskOf(workspace, 7, step, kept);
            masks.add(mask);
            if (step < first.length) {
                first[step] = mask;
            }
        }
        assertThat(masks).hasSize(1 << INPUTS);
        assertThat(IntStream.range(0, first.length).map(step -> maskOf(workspace, 7, step, kept)))
                .as("the same steps again")
                .containsExactly(box(first));
        assertThat(IntStream.range(0, first.length).map(step -> maskOf(workspace, 8, step, kept)).toArray())
                .as("another seed")
                .isNotEqualTo(first);
    }

    private static Integer[] box(int[] values) {
        return Arrays.stream(values).boxed().toArray(Integer[]::new);
    }

    @Test
    void layersAndStepsHaveMasksOfTheirOwn() {
        Set<Long> streams = new HashSet<>();
        for (int layer : new int[]{0, 1, 2, 1000}) {
            assertThat(streams.add(Streams.initialWeights(layer))).isTrue();
            assertThat(streams.add(Streams.shuffling(layer))).isTrue();
            for (long step : new long[]{0, 1, 2, 1L << 32, (1L << 40) - 1}) {
                assertThat(streams.add(Streams.masks(layer, step))).isTrue();
            }
        }
        Network network = Network.input(1000).add("dropout:0.5:lecture dropout:0.5:lecture").build(1);
        Workspace workspace = new Workspace(network, 1, Workers.of(1), true);
        Arrays.fill(workspace.inputs(), 1f);
        workspace.forward(1, 1, 0);
        assertThat(IntStream.range(0, 1000).filter(i -> workspace.outputs()[i] == 1f).count())
                .as("kept by two masks that are independent")
                .isBetween(190L, 310L);
    }

    /** Writes down which weights of a layer with one unit have a gradient. */
    private record MaskRecorder(int inputs, List<List<Integer>> masks) implements Optimizer {
        @Override
        public String name() {
            return "recorder";
        }

        @Override
        public float learningRate() {
            return 0;
        }

        @Override
        public void step(Update update) {
            if (update.offset() == 0) {
                masks.add(
                        IntStream.range(0, inputs).filter(i -> update.gradients()[i] != 0).boxed().toList());
            }
        }
    }

    /** "A new mask for every mini-batch", and in the next epoch others again. */
    @Test
    void everyStepOfATrainingHasAMaskOfItsOwn() {
        float[] ones = new float[4 * 64];
        Arrays.fill(ones, 1f);
        Dataset data = Dataset.ofTargets("ones", 64, ones, new float[]{9, 9, 9, 9});
        Network network = Network.input(64).add("dropout:0.5 dense:1").build(1);
        MaskRecorder recorder = new MaskRecorder(64, new ArrayList<>());
        Trainer.of(network)
                .loss(Loss.MEAN_SQUARED_ERROR)
                .optimizer(recorder)
                .batchSize(1)
                .epochs(3)
                .fit(data);
        assertThat(recorder.masks).hasSize(12).doesNotHaveDuplicates();
        assertThat(recorder.masks).allSatisfy(mask -> assertThat(mask).hasSizeBetween(15, 49));
    }

    /** Evaluation, validation and prediction see the network without its dropout. */
    @Test
    void dropsInTrainingOnly() {
        Network with = Network.input(2)
                .add("dropout:0.5 dense:20 dropout:0.9 relu dropout:0.5 dense:3")
                .build(1);
        Network without = Network.input(2).add("dense:20 relu dense:3").build(1);
        Dataset clouds = Samples.clouds(90, 3, 1);
        Trainer trainer = Trainer.of(with).batchSize(7).epochs(3);
        History history = trainer.fit(clouds, clouds);
        System.arraycopy(with.parameters(), 0, without.parameters(), 0, without.parameterCount());

        Evaluation evaluation = Trainer.of(without).evaluate(clouds);
        assertThat(trainer.evaluate(clouds)).isEqualTo(evaluation);
        assertThat(history.last().validationAccuracy()).isEqualTo(evaluation.accuracy());
        assertThat(history.last().trainLoss()).isGreaterThan(history.last().validationLoss());
        for (float[] row : Samples.rows(clouds)) {
            assertThat(predicted(with, row)).containsExactly(predicted(without, row));
        }
    }

    private static float[] trainedOnOneSample(String layers, long seed) {
        Network network = Network.input(2).add(layers).build(1);
        Trainer.of(network).seed(seed).epochs(5).fit(Samples.clouds(1, 3, 1));
        return network.parameters();
    }

    /** One sample has one order, so that the seed decides on nothing but masks. */
    @Test
    void theSeedOfTheTrainingDecidesOnTheMasks() {
        String layers = "dense:9 relu dropout:0.5 dense:3";
        assertThat(trainedOnOneSample(layers, 1)).containsExactly(trainedOnOneSample(layers, 1))
                .isNotEqualTo(trainedOnOneSample(layers, 2));
        String without = "dense:9 relu dense:3";
        assertThat(trainedOnOneSample(without, 1)).containsExactly(trainedOnOneSample(without, 2));
    }

    @ParameterizedTest
    @ValueSource(floats = {1f, -0.1f, 2f, Float.NaN, Float.POSITIVE_INFINITY})
    void refusesRatesThatAreNone(float rate) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Dropout(rate))
                .withMessage("rate: %s (expected >= 0 and < 1)", rate);
    }
}
