package dev.lanewise.reports.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lanewise.kernels.RandomStream;
import dev.lanewise.kernels.Workers;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.Predictor;
import dev.lanewise.nn.Scaling;
import dev.lanewise.nn.data.Dataset;
import dev.lanewise.nn.data.Digits;
import dev.lanewise.nn.data.Split;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnsembleDropoutTest {
    private static final Dataset DATA = Dataset.ofFloats("two", 1, new float[]{0, 1}, new int[]{0, 1},
            List.of("a", "b"));

    private static EnsembleMasks masks(int inputs, double keep) {
        return new EnsembleMasks(inputs, keep, new RandomStream(1, 0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.8, 1})
    void theMeanOverAllMasksOfALinearLayerIsTheScaledLayer(double keep) {
        for (int inputs = 1; inputs <= 10; inputs++) {
            assertThat(masks(inputs, keep).linearDifference()).isLessThan(1e-14);
            assertThat(masks(inputs, keep).geometricDifference()).isLessThan(1e-14);
        }
    }

    @Test
    void itIsNotBehindWhatIsNotLinear() {
        assertThat(masks(6, 0.5).reluDifference()).isGreaterThan(1e-3);
        assertThat(masks(6, 0.5).softmaxDifference()).isGreaterThan(1e-3);
    }

    @Test
    void meansOfProbabilitiesAndOfScores() {
        EnsembleMean mean = new EnsembleMean(DATA);
        float log3 = (float) Math.log(3);
        mean.add(0, 0, 0, log3); // 1/2 1/2, 1/4 3/4
        mean.add(2 * log3, 0, 0, -log3); // 9/10 1/10, 3/4 1/4
        assertThat(mean.arithmetic()).containsExactly(new double[]{0.7, 0.3, 0.5, 0.5}, within(1e-6));
        assertThat(mean.geometric()).containsExactly(new double[]{0.75, 0.25, 0.5, 0.5}, within(1e-6));
        assertThat(mean.distance(new double[]{0.7, 0.3, 0.5, 0.5}, new double[]{0.5, 0.5, 0.5, 0.5}))
                .isCloseTo(0.1, within(1e-15));
        assertThat(mean.accuracy(0.7, 0.3, 0.4, 0.6)).isEqualTo(1);
        assertThat(mean.accuracy(0.7, 0.3, 0.6, 0.4)).isEqualTo(0.5);
        assertThat(mean.agreement(new double[]{0.7, 0.3, 0.6, 0.4}, new double[]{0.9, 0.1, 0.4, 0.6}))
                .isEqualTo(0.5);
    }

    /** With ones everywhere an output is the number of units that are left, and the bias. */
    @Test
    void thinnedNetworksKeepHalfOfTheUnitsUnscaled() {
        Network network = Network.input(1).add("dense:100 relu dropout:0.5:lecture dense:2").build(1);
        Arrays.fill(network.parameters(), 1f);
        EnsembleThin thin = new EnsembleThin(setting(), network);
        Predictor predictor = thin.predictor(1);
        float[] first = thin.outputs(1, predictor, 1, new float[]{0}).clone();
        float[] again = thin.outputs(1, predictor, 1, new float[]{0});
        float[] second = thin.outputs(2, predictor, 1, new float[]{0});
        assertThat(first[0] - 1).isBetween(30f, 70f).isEqualTo(first[1] - 1);
        assertThat(again).containsExactly(first);
        assertThat(second[0]).isNotEqualTo(first[0]);
        float[] scaled = new float[2];
        new Predictor(network, 1, Workers.shared()).outputs(1, new float[]{0}, scaled);
        assertThat(scaled).containsExactly(51, 51);
    }

    @Test
    void withoutDroppedUnitsAllNetworksAreTheWeightScaledOne() {
        Setting setting = setting();
        Network network = Trainings.network(setting, "dense:8 relu dropout:0:lecture");
        EnsembleCourse course = EnsembleCourse.of(setting, network, setting.data().test(), List.of(1, 3));
        assertThat(course.points()).extracting(EnsembleCourse.Point::members).containsExactly(1, 3);
        for (EnsembleCourse.Point point : course.points()) {
            assertThat(point.distance()).isZero();
            assertThat(point.geometric()).isLessThan(1e-6);
            assertThat(point.agreement()).isEqualTo(1);
            assertThat(point.accuracy()).isEqualTo(course.scaledAccuracy())
                    .isEqualTo(course.meanSingle(EnsembleCourse.Single::accuracy));
            assertThat(course.meanSingle(EnsembleCourse.Single::distance)).isZero();
        }
    }

    private static Setting setting() {
        Dataset all = Digits.generate(40, 7);
        return new Setting(new Split(all.take(20), all.subset(20, 21, 22, 23, 24)), Scaling.bytes(), true, 3,
                Workers.shared());
    }
}
