package dev.lanewise.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EarlyStopperTest {
    private static final double[] LOSSES = {4, 3, Double.NaN, 2.5, 2.6, 2.45, 2.7, 2.4, 2, 2.1, 2.2, 2.3,
            2.4};

    private static EpochMetrics epoch(int epoch, double validationLoss) {
        return new EpochMetrics(epoch, 2 * validationLoss, Double.NaN, 0, validationLoss, 1 - validationLoss,
                0.1f, 1, 1);
    }

    /** {@code +} for an improvement, {@code .} for none, {@code !} where the training is to stop; then it ends. */
    private static String decisions(EarlyStopping settings, double... losses) {
        return decisions(new EarlyStopper(settings), 0, losses);
    }

    private static String decisions(EarlyStopper stopper, int from, double... losses) {
        var text = new StringBuilder();
        for (int i = from; i < losses.length; i++) {
            boolean improved = stopper.observe(epoch(i + 1, losses[i]));
            text.append(stopper.shouldStop() ? '!' : improved ? '+' : '.');
            if (stopper.shouldStop()) {
                break;
            }
        }
        return text.toString();
    }

    private static EarlyStopping settings(int patience, double minimumImprovement, int warmUp) {
        return new EarlyStopping(Monitor.VALIDATION_LOSS, patience, minimumImprovement, warmUp, true);
    }

    @ParameterizedTest
    @CsvSource({"1, 0, 0, ++!", "2, 0, 0, ++.+.+.++.!", "3, 0, 0, ++.+.+.++..!", "4, 0, 0, ++.+.+.++...!",
            "5, 0, 0, ++.+.+.++....", "2, 0.0625, 0, ++.+.!", "3, 0.0625, 0, ++.+..!",
            "4, 0.0625, 0, ++.+...++...!"})
    void stopsAfterPatience(int patience, double minimumImprovement, int warmUp, String decisions) {
        assertThat(decisions(settings(patience, minimumImprovement, warmUp), LOSSES)).isEqualTo(decisions);
    }

    @Test
    void anImprovementOfExactlyTheMinimumIsNone() {
        assertThat(decisions(settings(9, 0.5, 0), 4, 3.5, 3.25, 3, 2.75, 2.5)).isEqualTo("+.+..+");
        assertThat(decisions(settings(9, 0, 0), 4, 4, 3)).isEqualTo("+.+");
    }

    @Test
    void doesNotLookAtTheWarmUp() {
        assertThat(decisions(settings(2, 0, 3), 1, 1, 1, 9, 8, 9, 9, 1)).isEqualTo("...++.!");
    }

    @Test
    void nanAndTheWorstNeverImprove() {
        double infinity = Double.POSITIVE_INFINITY;
        assertThat(decisions(settings(3, 0, 0), Double.NaN, infinity, 5, Double.NaN, infinity, Double.NaN))
                .isEqualTo("..+..!");
        var stopper = new EarlyStopper(settings(3, 0, 0));
        stopper.observe(epoch(1, Double.NaN));
        assertThat(stopper.bestEpoch()).isZero();
        assertThat(stopper.best()).isInfinite();
    }

    @Test
    void knowsTheBestEpoch() {
        var stopper = new EarlyStopper(settings(3, 0, 0));
        decisions(stopper, 0, LOSSES);
        assertThat(stopper.bestEpoch()).isEqualTo(9);
        assertThat(stopper.best()).isEqualTo(2);
        assertThat(stopper.waited()).isEqualTo(3);
    }

    @Test
    void followsWhatItIsTold() {
        var loss = new EarlyStopping(Monitor.TRAIN_LOSS, 9, 0, 0, true);
        var accuracy = new EarlyStopping(Monitor.VALIDATION_ACCURACY, 9, 0, 0, true);
        var own = new EarlyStopping(new Monitor("seconds", EpochMetrics::epoch, true), 9, 0, 0, true);
        var stopper = new EarlyStopper(loss);
        assertThat(decisions(stopper, 0, 0.5, 0.25, 0.75)).isEqualTo("++.");
        assertThat(stopper.best()).isEqualTo(0.5);
        stopper = new EarlyStopper(accuracy);
        assertThat(decisions(stopper, 0, 0.5, 0.25, 0.75)).isEqualTo("++.");
        assertThat(stopper.best()).isEqualTo(0.75);
        assertThat(decisions(own, 1, 2, 3)).isEqualTo("+++");
    }

    @ParameterizedTest
    @CsvSource({"2, 0", "3, 0.0625", "4, 0.0625", "9, 0"})
    void decidesTheSameFromAnyState(int patience, double minimumImprovement) {
        EarlyStopping settings = settings(patience, minimumImprovement, 2);
        String all = decisions(settings, LOSSES);
        for (int cut = 0; cut < all.length(); cut++) {
            var first = new EarlyStopper(settings);
            decisions(first, 0, Arrays.copyOf(LOSSES, cut));
            var second = new EarlyStopper(settings);
            second.restore(first.state());
            assertThat(second.state()).isEqualTo(first.state());
            assertThat(all.substring(0, cut) + decisions(second, cut, LOSSES)).isEqualTo(all);
        }
    }

    @Test
    void refusesStatesThatAreNone() {
        List<Runnable> wrong = new ArrayList<>();
        wrong.add(() -> new EarlyStopper.State(-1, 0, 0));
        wrong.add(() -> new EarlyStopper.State(0, Double.NaN, 0));
        wrong.add(() -> new EarlyStopper.State(0, 0, -1));
        assertThat(wrong).allSatisfy(state -> assertThatIllegalArgumentException().isThrownBy(state::run)
                .withMessageStartingWith("early stopping: bestEpoch "));
    }

    /** What a training without validation data, or of a regression, can follow. */
    @ParameterizedTest
    @EnumSource
    void monitorsNeedTheirNumbers(Data data) {
        for (Monitor monitor : Monitor.NAMED) {
            boolean fits = switch (monitor.name()) {
                case "val-loss" -> data.validation;
                case "val-accuracy" -> data.validation && data.classes;
                default -> true;
            };
            if (fits) {
                monitor.check(data.validation, data.classes);
            } else {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> monitor.check(data.validation, data.classes))
                        .withMessageStartingWith("monitor: " + monitor.name() + " (expected ");
            }
        }
    }

    enum Data {
        BOTH(true, true), CLASSES(false, true), REGRESSION(true, false), NEITHER(false, false);

        private final boolean validation;
        private final boolean classes;

        Data(boolean validation, boolean classes) {
            this.validation = validation;
            this.classes = classes;
        }
    }
}
