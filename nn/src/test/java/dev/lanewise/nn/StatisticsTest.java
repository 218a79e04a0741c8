package dev.lanewise.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lanewise.kernels.Activation;
import dev.lanewise.kernels.Workers;
import dev.lanewise.nn.data.Dataset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Statistics against plain double arithmetic: norms on copies of the arrays, statistics of outputs on those of
 * {@link DoubleNetwork} for the layers up to each one. Features and weights are of order 1, so that outputs err by less than
 * a hundred roundings of 2^-24.
 */
class StatisticsTest {
    private static final double OUTPUT_TOLERANCE = 100 * 0x1p-24;
    /** Of a sum of squares of some thousand terms in 64 chains, relative. */
    private static final double NORM_TOLERANCE = 100 * 0x1p-24;
    private static final long SEED = 5;
    private static final long STEP = 12;

    /** A measured step, the arrays it must have seen, and the data. */
    private record Step(Network network, List<Float> before, Workspace workspace, Dataset data,
            StepStatistics statistics) {
    }

    /** A step that moves every parameter by up to 0.1. */
    private static Step step(int inputs, String layers, int batch, long seed) {
        Network network = Network.input(inputs).add(layers).build(seed);
        Dataset data = Samples.classes(batch, inputs, network.outputs(), seed);
        Workspace workspace = new Workspace(network, batch + 3, Workers.of(1), true);
        LossPass loss = new LossPass(Loss.SOFTMAX_CROSS_ENTROPY, workspace, network.outputs());
        new Evaluator(network, workspace, loss).forward(data, TrainingRun.ascending(batch), 0, batch, SEED, 1,
                STEP);
        loss.backward();
        workspace.backward();
        StatisticsCollector collector = new StatisticsCollector(network, 1, true);
        collector.beforeStep(STEP + 1, true);
        List<Float> before = new ArrayList<>();
        for (float parameter : network.parameters()) {
            before.add(parameter);
        }
        float[] moves = Samples.uniform(before.size(), new Random(seed));
        for (int i = 0; i < moves.length; i++) {
            network.parameters()[i] += 0.1f * moves[i];
        }
        return new Step(network, before, workspace, data,
                Objects.requireNonNull(collector.afterStep(workspace, 4, STEP + 1, true)));
    }

    private static final String DEEP = "dense:20 relu dropout:0.25 maxout:9x3 dense:17 sigmoid dense:33 tanh "
            + "dense:70 prelu:feature leaky dense:11 gelu dense:4";

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 2", "7, 33", "66, 130"})
    void normsAreThoseOfTheArrays(int inputs, int batch) {
        Step step = step(inputs, DEEP, batch, 100 + batch);
        for (LayerStatistics layer : step.statistics.layers()) {
            int from = step.network.offset(layer.layer());
            int to = from + step.network.parameterCount(layer.layer());
            if (from == to) {
                assertThat(new double[]{layer.parameterNorm(), layer.gradientNorm(), layer.updateNorm(),
                        layer.updateRatio()}).containsOnly(Double.NaN);
                continue;
            }
            double parameters = norm(from, to, i -> step.before.get(i));
            double update = norm(from, to, i -> (double) step.network.parameters()[i] - step.before.get(i));
            assertRelative(layer.parameterNorm(), parameters);
            assertRelative(layer.gradientNorm(), norm(from, to, i -> step.workspace.gradients()[i]));
            assertThat(update).isPositive();
            assertRelative(layer.updateNorm(), update);
            assertRelative(layer.updateRatio(), update / parameters);
        }
    }

    private static double norm(int from, int to, IntToDoubleFunction value) {
        return Math.sqrt(IntStream.range(from, to).mapToDouble(value).map(x -> x * x).sum());
    }

    private static void assertRelative(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(NORM_TOLERANCE * expected));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 2", "7, 33", "66, 130"})
    void outputsOfALongNetwork(int inputs, int batch) {
        assertOutputs(step(inputs, DEEP, batch, 200 + batch));
    }

    @ParameterizedTest
    @MethodSource("dev.lanewise.nn.Samples#everyLayer")
    void outputsOfEveryLayer(String word) {
        for (String layers : List.of("%s dense:3", "dense:4 %s", "dense:9 %s dense:3",
                "tanh %s %s dense:2")) {
            assertOutputs(step(6, layers.replace("%s", word), 9, 3));
        }
    }

    private static void assertOutputs(Step step) {
        List<Layer> layers = step.network.layers();
        assertThat(step.statistics.layers()).hasSize(layers.size());
        for (int i = 0; i < layers.size(); i++) {
            LayerStatistics statistics = step.statistics.layers().get(i);
            assertThat(statistics.layer()).isEqualTo(i);
            assertThat(statistics.spec()).isEqualTo(layers.get(i).spec());
            double[][] y = outputs(step, i + 1);
            assertMoments(step.network, statistics, y);
            assertFractions(layers.get(i), statistics, y);
            assertEntropy(step, statistics);
        }
    }

    /** Outputs of the first {@code count} layers with the parameters before the step; a row for each sample. */
    private static double[][] outputs(Step step, int count) {
        List<float[]> rows = Samples.rows(step.data);
        if (count == 0) {
            return rows.stream()
                    .map(row -> IntStream.range(0, row.length).mapToDouble(j -> row[j]).toArray())
                    .toArray(double[][]::new);
        }
        NetworkBuilder builder = Network.input(step.network.inputs());
        step.network.layers().subList(0, count).forEach(builder::add);
        Network head = builder.build(0);
        for (int i = 0; i < head.parameterCount(); i++) {
            head.parameters()[i] = step.before.get(i);
        }
        DoubleNetwork oracle = new DoubleNetwork(head, SEED, STEP);
        return IntStream.range(0, rows.size())
                .mapToObj(i -> oracle.outputs(rows.get(i), i))
                .toArray(double[][]::new);
    }

    private static void assertMoments(Network network, LayerStatistics statistics, double[][] y) {
        int i = statistics.layer();
        boolean replaced = i + 1 < network.layers().size() && network.layers().get(i) instanceof Dense
                && network.layers().get(i + 1) instanceof ActivationLayer(Activation f, float _)
                && f.backwardFrom() == Activation.Saved.OUTPUT;
        double mean = replaced ? Double.NaN : values(y).average().orElseThrow();
        double deviation = Math.sqrt(values(y).map(v -> (v - mean) * (v - mean)).average().orElseThrow());
        assertClose(statistics.activationMean(), mean);
        assertClose(statistics.activationDeviation(), deviation);
    }

    private static void assertClose(double actual, double expected) {
        if (Double.isNaN(expected)) {
            assertThat(actual).isNaN();
        } else {
            assertThat(actual).isCloseTo(expected, within(OUTPUT_TOLERANCE));
        }
    }

    private static DoubleStream values(double[][] y) {
        return Arrays.stream(y).flatMapToDouble(Arrays::stream);
    }

    private static void assertFractions(Layer layer, LayerStatistics statistics, double[][] y) {
        Activation f = layer instanceof ActivationLayer(Activation g, float _) ? g : Activation.IDENTITY;
        long n = values(y).count();
        assertThat(statistics.saturated()).isEqualTo(Double.valueOf(switch (f) {
            case SIGMOID -> (double) values(y).filter(v -> v < 0.01 || v > 0.99).count() / n;
            case TANH -> (double) values(y).filter(v -> Math.abs(v) > 0.99).count() / n;
            default -> Double.NaN;
        }));
        int units = y[0].length;
        assertThat(statistics.dead()).isEqualTo(Double.valueOf(f == Activation.RELU
                ? (double) IntStream.range(0, units)
                        .filter(j -> Arrays.stream(y).allMatch(row -> row[j] == 0))
                        .count() / units
                : Double.NaN));
    }

    private static void assertEntropy(Step step, LayerStatistics statistics) {
        int i = statistics.layer();
        if (!(step.network.layers().get(i) instanceof Maxout(int units, int pieces, var _))) {
            assertThat(statistics.winnerEntropy()).isNaN();
            return;
        }
        double[][] x = outputs(step, i);
        double sum = 0;
        for (int unit = 0; unit < units; unit++) {
            double[] wins = new double[pieces];
            for (double[] row : x) {
                wins[winner(step, i, row, unit, units, pieces)]++;
            }
            sum += Arrays.stream(wins)
                    .filter(w -> w > 0)
                    .map(w -> -w / x.length * Math.log(w / x.length))
                    .sum();
        }
        assertThat(statistics.winnerEntropy()).isCloseTo(sum / units / Math.log(pieces), within(1e-12));
    }

    private static int winner(Step step, int layer, double[] x, int unit, int units, int pieces) {
        int columns = units * pieces;
        int offset = step.network.offset(layer);
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int q = 0; q < pieces; q++) {
            double z = step.before.get(offset + x.length * columns + q * units + unit);
            for (int k = 0; k < x.length; k++) {
                z += x[k] * step.before.get(offset + k * columns + q * units + unit);
            }
            if (z > most) {
                most = z;
                best = q;
            }
        }
        return best;
    }

    /** What a layer alone gives for a batch with one feature a unit. */
    private static LayerStatistics planted(String layer, int features, float... x) {
        Network network = Network.input(features).add(layer).build(1);
        return planted(network, x);
    }

    private static LayerStatistics planted(Network network, float... x) {
        int batch = x.length / network.inputs();
        Workspace workspace = new Workspace(network, batch + 1, Workers.of(1), true);
        Arrays.fill(workspace.inputs(), Float.NaN);
        System.arraycopy(x, 0, workspace.inputs(), 0, x.length);
        workspace.forward(batch, SEED, STEP);
        workspace.backward();
        StatisticsCollector collector = new StatisticsCollector(network, 1, false);
        collector.beforeStep(1, false);
        return Objects.requireNonNull(collector.afterStep(workspace, 1, 1, false)).layers().getFirst();
    }

    /** sigmoid(4.7) = 0.9910, sigmoid(4.5) = 0.9890; tanh(2.7) = 0.9910, tanh(2.6) = 0.9890. */
    @Test
    void saturatedUnitsAreCounted() {
        assertThat(planted("sigmoid", 2, 4.7f, -4.7f, 4.5f, -4.5f, 0, 1e9f, -1, 2).saturated())
                .isEqualTo(3 / 8.0);
        assertThat(planted("tanh", 2, 2.7f, -2.7f, 2.6f, -2.6f, 0, 1e9f, -1, 2).saturated())
                .isEqualTo(3 / 8.0);
        assertThat(planted("softplus", 1, 1e9f).saturated()).isNaN();
    }

    @Test
    void aUnitIsDeadIfItIsZeroForEverySample() {
        assertThat(planted("relu", 4, -1, -1, 0, 1, -1, Float.MIN_VALUE, -0f, 1).dead()).isEqualTo(0.5);
        assertThat(planted("relu", 1, -1, -2, -3).dead()).isEqualTo(1);
        assertThat(planted("relu", 1, -1, Float.NaN).dead()).isZero();
        assertThat(planted("leaky", 1, -1, -2, -3).dead()).isNaN();
        assertThat(planted("prelu", 1, -1, -2, -3).dead()).isNaN();
    }

    /** One input and four pieces of slopes -3, -1, 1, 3 and no bias: only the outer ones can win. */
    @Test
    void winnersEntropyIsOneIfAllPiecesWinEquallyOften() {
        Network network = Network.input(1).add("maxout:1x4").build(1);
        System.arraycopy(new float[]{-3, -1, 1, 3, 0, 0, 0, 0}, 0, network.parameters(), 0, 8);
        assertThat(planted(network, 1, 2, 3).winnerEntropy()).isZero();
        assertThat(planted(network, 1, -2, 3, -1).winnerEntropy()).isCloseTo(0.5, within(1e-15));
        // -3x, 2 - x, 2 + x, 3x: the pieces win left of -1, up to 0, up to 1, and right of it.
        network.parameters()[5] = 2;
        network.parameters()[6] = 2;
        assertThat(planted(network, -2, -0.5f, 0.5f, 2).winnerEntropy()).isCloseTo(1, within(1e-15));
    }

    @Test
    void winnersEntropyIsAMeanOverUnits() {
        Network network = Network.input(1).add("maxout:2x2").build(1);
        // Unit 0: max(x, -x). Unit 1: max(1, 0).
        System.arraycopy(new float[]{1, 0, -1, 0, 0, 1, 0, 0}, 0, network.parameters(), 0, 8);
        assertThat(planted(network, 1, -1).winnerEntropy()).isCloseTo(0.5, within(1e-15));
    }

    @Test
    void everyNthStepAndTheLastOfAnEpochAreMeasured() {
        Network network = Network.input(2).add("dense:3").build(1);
        Workspace workspace = new Workspace(network, 1, Workers.of(1), true);
        workspace.forward(1, SEED, STEP);
        StatisticsCollector collector = new StatisticsCollector(network, 3, true);
        for (int step = 1; step <= 10; step++) {
            boolean last = step == 5;
            collector.beforeStep(step, last);
            StepStatistics statistics = collector.afterStep(workspace, 2, step, last);
            if (step % 3 != 0 && !last) {
                assertThat(statistics).isNull();
                continue;
            }
            StepStatistics measured = Objects.requireNonNull(statistics);
            assertThat(measured.epoch()).isEqualTo(2);
            assertThat(measured.step()).isEqualTo(step);
            assertThat(measured.histograms()).hasSize(last ? 1 : 0);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void anIntervalBelowOneIsRefused(int interval) {
        Network network = Network.input(2).add("dense:3").build(1);
        assertThatThrownBy(() -> new StatisticsCollector(network, interval, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("statistics: every " + interval + " steps (expected >= 1)");
    }

    @Test
    void histogramsAreOfParametersAfterTheStepAndOfGradients() {
        Step step = step(5, "dense:6 relu dense:3", 7, 9);
        assertThat(step.statistics.histograms()).extracting(LayerHistograms::layer).containsExactly(0, 2);
        for (LayerHistograms layer : step.statistics.histograms()) {
            int n = step.network.parameterCount(layer.layer());
            int offset = step.network.offset(layer.layer());
            assertThat(layer.spec()).isEqualTo(step.network.layers().get(layer.layer()).spec());
            assertThat(layer.parameters()).isEqualTo(Histogram.of(n, step.network.parameters(), offset));
            assertThat(layer.gradients()).isEqualTo(Histogram.of(n, step.workspace.gradients(), offset));
        }
    }
}
