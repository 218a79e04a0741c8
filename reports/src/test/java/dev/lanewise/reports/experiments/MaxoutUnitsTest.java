package dev.lanewise.reports.experiments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanewise.kernels.Workers;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.Scaling;
import dev.lanewise.nn.data.Dataset;
import dev.lanewise.nn.data.Digits;
import dev.lanewise.nn.data.Split;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MaxoutUnitsTest {
    private static final String HIDDEN = "maxout:6x3 maxout:5x2";
    private static final Setting SETTING = setting();

    private static Setting setting() {
        Dataset all = Digits.generate(120, 7);
        Split split = new Split(all.take(80), all.subset(IntStream.range(80, 120).toArray()));
        return new Setting(split, Scaling.bytes(), true, 3, Workers.shared());
    }

    @Test
    void aSecondPieceOfZeroIsRelu() {
        MaxoutAsRelu found = MaxoutAsRelu.compare(SETTING, SETTING.data().train(), SETTING.data().test());
        assertThat(found).isEqualTo(new MaxoutAsRelu(400, 0));
    }

    @Test
    void columnsAreWeightsAndTheBiasBelow() {
        Network network = Network.input(2).maxout(1, 2).build(1);
        float[] parameters = {1, 2, 3, 4, 5, 6};
        System.arraycopy(parameters, 0, network.parameters(), 0, 6);
        assertThat(new MaxoutColumn(network, 0, 2, 1).values()).containsExactly(2, 4, 6);
        new MaxoutColumn(network, 0, 2, 0).set(7, 8, 9);
        assertThat(network.parameters()).containsExactly(7, 2, 8, 4, 9, 6);
    }

    /** The lines -x, 0.1 and x - 1 over -2 to 2: they cross at -0.1 and at 1.1. */
    @Test
    void linesHaveSegmentsWhereTheyAreTheGreatest() {
        Network network = Network.input(1).maxout(1, 3).build(1);
        float[] parameters = {-1, 0, 1, 0, 0.1f, -1};
        System.arraycopy(parameters, 0, network.parameters(), 0, 6);
        MaxoutLines lines = new MaxoutLines(network, 3);
        assertThat(lines.winner(-2)).isZero();
        assertThat(lines.winner(0)).isOne();
        assertThat(lines.winner(2)).isEqualTo(2);
        assertThat(lines.segments(-2, -1, 0, 1, 2)).isEqualTo(3);
        assertThat(lines.segments(0, 0.5f, 1)).isEqualTo(1);
        assertThat(lines.convex(-2, -1, 0, 1, 2)).isTrue();
        assertThat(lines.convex(2, 0)).isFalse();
    }

    /** Of {@code x^2} over -1 to 1 by one line, the constant 1/3, there is 4/45 left. */
    @Test
    void theLeastErrorOfASquareIsThatOfItsParts() {
        assertThat(MaxoutTarget.leastSquareError(1)).isEqualTo(16.0 / 180);
        assertThat(MaxoutTarget.leastSquareError(2)).isEqualTo(1.0 / 180);
    }

    @Test
    void twoPiecesLearnAMagnitude() {
        MaxoutFunction learned = MaxoutFunction.learn(MaxoutTarget.MAGNITUDE, 2, 300, SETTING);
        assertThat(learned.isPiecewiseConvex()).isTrue();
        assertThat(learned.segments()).isEqualTo(2);
        assertThat(learned.error()).isLessThan(1e-4);
    }

    @Test
    void aStepTrainsTheThinNetworkOfTheWinners() {
        Network network = Trainings.network(SETTING, HIDDEN);
        for (int i = 0; i < 5; i++) {
            MaxoutStep step = MaxoutStep.of(SETTING, HIDDEN, network, SETTING.data().train().subset(i));
            assertThat(step.firstLayer()).isLessThan(1e-5);
            assertThat(step).isEqualTo(new MaxoutStep(true, true, true, true, step.firstLayer()));
        }
    }

    /** With one maxout layer every sum has one order. */
    @Test
    void aStepOfOneLayerIsTheThinNetworksBitForBit() {
        Network network = Trainings.network(SETTING, "maxout:6x3");
        MaxoutStep step = MaxoutStep.of(SETTING, "maxout:6x3", network, SETTING.data().train().take(1));
        assertThat(step).isEqualTo(new MaxoutStep(true, true, true, true, 0));
    }

    @Test
    void idlePiecesOfAMiniBatchStay() {
        Network network = Trainings.network(SETTING, HIDDEN);
        MaxoutBatch batch = MaxoutBatch.of(SETTING, HIDDEN, network, SETTING.data().train().take(3));
        assertThat(batch.pieces()).isEqualTo(28);
        assertThat(batch.idle()).isBetween(1, 17);
        assertThat(batch.holds()).isTrue();
        assertThat(new MaxoutBatch(3, 28, 5, 4, 23).holds()).isFalse();
        assertThat(new MaxoutBatch(3, 28, 0, 0, 28).holds()).isFalse();
    }
}
