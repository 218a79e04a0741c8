package dev.lanewise.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.lanewise.kernels.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PredictorTest {
    private static final int INPUTS = 37;
    private static final int OUTPUTS = 10;
    private static final int SAMPLES = 130;

    private static final Network NETWORK = Network.input(INPUTS)
            .scaling(Scaling.uniform(0.5f, 2f))
            .add("dense:70 relu dense:33 sigmoid dense:" + OUTPUTS)
            .build(3);

    /** Outputs of all samples, predicted in batches of the given size. */
    private static float[] predict(int batch, Workers workers, float[] rows, boolean probabilities) {
        Predictor predictor = new Predictor(NETWORK, batch, workers);
        float[] all = new float[SAMPLES * OUTPUTS];
        float[] out = new float[batch * OUTPUTS];
        for (int from = 0; from < SAMPLES; from += batch) {
            int count = Math.min(batch, SAMPLES - from);
            float[] part = Arrays.copyOfRange(rows, from * INPUTS, (from + count) * INPUTS);
            if (probabilities) {
                predictor.probabilities(count, part, out);
            } else {
                predictor.outputs(count, part, out);
            }
            System.arraycopy(out, 0, all, from * OUTPUTS, count * OUTPUTS);
        }
        return all;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 7, 64, 129, 130, 1000})
    void aPredictionDoesNotDependOnItsBatch(int batch) {
        float[] rows = Samples.uniform(SAMPLES * INPUTS, new Random(1));
        try (Workers workers = Workers.of(2)) {
            for (boolean probabilities : new boolean[]{false, true}) {
                assertThat(predict(batch, workers, rows, probabilities))
                        .containsExactly(predict(1, Workers.of(1), rows, probabilities));
            }
        }
    }

    @Test
    void probabilitiesAreTheSoftmaxOfTheOutputs() {
        float[] rows = Samples.uniform(SAMPLES * INPUTS, new Random(2));
        float[] outputs = predict(SAMPLES, Workers.of(1), rows, false);
        float[] probabilities = predict(SAMPLES, Workers.of(1), rows, true);
        for (int i = 0; i < SAMPLES; i++) {
            double sum = 0;
            for (int j = 0; j < OUTPUTS; j++) {
                sum += Math.exp(outputs[i * OUTPUTS + j]);
            }
            for (int j = 0; j < OUTPUTS; j++) {
                assertThat((double) probabilities[i * OUTPUTS + j])
                        .isCloseTo(Math.exp(outputs[i * OUTPUTS + j]) / sum, within(32 * 0x1p-24));
            }
        }
    }

    @Test
    void leavesItsArgumentsAndTheRestOfTheOutputAlone() {
        Predictor predictor = new Predictor(NETWORK, 4, Workers.of(1));
        float[] rows = Samples.uniform(4 * INPUTS, new Random(3));
        float[] copy = rows.clone();
        float[] out = new float[4 * OUTPUTS];
        Arrays.fill(out, 99f);
        predictor.outputs(0, rows, out);
        assertThat(out).containsOnly(99f);
        predictor.probabilities(2, rows, out);
        assertThat(rows).containsExactly(copy);
        assertThat(Arrays.copyOf(out, 2 * OUTPUTS)).doesNotContain(99f);
        assertThat(Arrays.copyOfRange(out, 2 * OUTPUTS, out.length)).containsOnly(99f);
    }

    @Test
    void followsTheLiveParameters() {
        Network network = Network.input(1).dense(1).build(1);
        Predictor predictor = new Predictor(network, 1, Workers.of(1));
        float[] out = new float[1];
        network.parameters()[0] = 2;
        network.parameters()[1] = 1;
        predictor.outputs(1, new float[]{3}, out);
        assertThat(out[0]).isEqualTo(7);
        network.parameters()[1] = -1;
        predictor.outputs(1, new float[]{3}, out);
        assertThat(out[0]).isEqualTo(5);
    }

    @Test
    void refusesWhatDoesNotFitAndWritesNothing() {
        Predictor predictor = new Predictor(NETWORK, 4, Workers.of(1));
        float[] rows = new float[4 * INPUTS];
        float[] out = new float[4 * OUTPUTS];
        assertRefused(-1, rows, out, predictor, "count: -1 (expected 0 to 4)");
        assertRefused(5, rows, out, predictor, "count: 5 (expected 0 to 4)");
        assertRefused(4, new float[4 * INPUTS - 1], out, predictor, "rows: length 147 (expected >= 148)");
        assertRefused(4, rows, new float[4 * OUTPUTS - 1], predictor, "out: length 39 (expected >= 40)");
        assertThatIllegalArgumentException().isThrownBy(() -> new Predictor(NETWORK, 0, Workers.of(1)))
                .withMessage("capacity: 0 (expected >= 1)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Predictor(NETWORK, Integer.MAX_VALUE, Workers.of(1)))
                .withMessage("batchSize: 2147483647 x 37 features (expected a product below 2^31)");
    }

    private static void assertRefused(int count, float[] rows, float[] out, Predictor predictor,
            String message) {
        assertThatIllegalArgumentException().isThrownBy(() -> predictor.outputs(count, rows, out))
                .withMessage(message);
        assertThatIllegalArgumentException().isThrownBy(() -> predictor.probabilities(count, rows, out))
                .withMessage(message);
        assertThat(out).containsOnly(0f);
    }

    @Test
    void argmaxTakesTheFirstOfEquals() {
        float[] values = {9, 1, 5, 5, -1, 5, 9};
        assertThat(Predictor.argmax(values, 1, 5)).isEqualTo(1);
        assertThat(Predictor.argmax(values, 0, 7)).isZero();
        assertThat(Predictor.argmax(values, 4, 3)).isEqualTo(2);
        assertThat(Predictor.argmax(values, 4, 1)).isZero();
        assertThat(Predictor.argmax(new float[]{-0f, 0f}, 0, 2)).isZero();
    }

    /** The second call comes from a task of the first, so that they overlap on every machine. */
    @Test
    void twoCallsAtATimeAreRefused() {
        Network network = Network.input(512).add("dense:512 relu dense:3").build(1);
        float[] rows = new float[64 * 512];
        float[] out = new float[64 * 3];
        List<Predictor> predictors = new ArrayList<>();
        List<RuntimeException> refused = new ArrayList<>();
        Executor nested = task -> {
            try {
                predictors.getFirst().outputs(1, rows, new float[3]);
            } catch (IllegalStateException expected) {
                refused.add(expected);
            }
            task.run();
        };
        try (Workers workers = Workers.using(nested, 2)) {
            predictors.add(new Predictor(network, 64, workers));
            predictors.getFirst().outputs(64, rows, out);
            assertThat(refused).isNotEmpty()
                    .allSatisfy(failure -> assertThat(failure).hasMessage(
                            "predictor: in use by another call (expected one at a time: give each thread a "
                                    + "predictor of its own)"));
        }
    }

    /** A call that was refused, for whatever reason, does not lock the predictor. */
    @Test
    void isFreeAfterEveryCall() {
        Predictor predictor = new Predictor(Network.input(2).dense(3).build(1), 2, Workers.of(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> predictor.outputs(1, new float[2], new float[1]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> predictor.probabilities(3, new float[6], new float[9]));
        float[] out = new float[3];
        for (int i = 0; i < 3; i++) {
            predictor.probabilities(1, new float[2], out);
        }
        assertThat(out[0] + out[1] + out[2]).isCloseTo(1, within(1e-6f));
    }

    @Test
    void manyThreadsNeverSeeRowsOfOthers() throws Exception {
        Network network = Network.input(64).add("dense:64 relu dense:3").build(1);
        Predictor shared = new Predictor(network, 8, Workers.of(1));
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> results = new ArrayList<>();
            for (int t = 0; t < 4; t++) {
                float[] rows = new float[8 * 64];
                Arrays.fill(rows, t);
                float[] expected = new float[8 * 3];
                new Predictor(network, 8, Workers.of(1)).outputs(8, rows, expected);
                results.add(threads.submit(() -> answered(shared, rows, expected)));
            }
            int answers = 0;
            for (Future<Integer> result : results) {
                answers += result.get();
            }
            assertThat(answers).isPositive();
        }
    }

    /** How many calls were not refused; each gives the caller's own rows. */
    private static int answered(Predictor predictor, float[] rows, float[] expected) {
        int answers = 0;
        for (int i = 0; i < 2_000; i++) {
            float[] out = new float[expected.length];
            try {
                predictor.outputs(8, rows, out);
                assertThat(out).isEqualTo(expected);
                answers++;
            } catch (IllegalStateException busy) {
                assertThat(out).containsOnly(0f);
            }
        }
        return answers;
    }
}
