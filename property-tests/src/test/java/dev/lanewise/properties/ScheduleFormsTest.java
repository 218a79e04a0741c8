package dev.lanewise.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.lanewise.nn.optim.CosineDecay;
import dev.lanewise.nn.optim.ExponentialDecay;
import dev.lanewise.nn.optim.InverseTimeDecay;
import dev.lanewise.nn.optim.MomentumSchedule;
import dev.lanewise.nn.optim.OneCycle;
import dev.lanewise.nn.optim.PolynomialDecay;
import dev.lanewise.nn.optim.Schedule;
import dev.lanewise.nn.optim.Span;
import dev.lanewise.nn.optim.StepDecay;
import dev.lanewise.nn.optim.WarmUp;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The schedules at every step against their closed forms, and at a few steps against numbers worked out by hand. */
@Tag("once")
class ScheduleFormsTest {
    private static final int EPOCH = 7;
    private static final int TOTAL = 1000;

    static Stream<Arguments> schedules() {
        return Stream.of(
                arguments(Schedule.constant(), (IntToDoubleFunction) t -> 1),
                arguments(new StepDecay(Span.steps(30), 0.7), PaperSchedules.step(30, 0.7)),
                arguments(new StepDecay(Span.epochs(4), 0.5), PaperSchedules.step(4 * EPOCH, 0.5)),
                arguments(new ExponentialDecay(0.99, Span.steps(1), 0), PaperSchedules.exponential(0.99, 1)),
                arguments(new ExponentialDecay(0.8, Span.epochs(2), 0),
                        PaperSchedules.exponential(0.8, 2 * EPOCH)),
                arguments(new ExponentialDecay(1 / 1.000004, Span.steps(1), 0), // Goodfellow et al. 2013
                        PaperSchedules.exponential(1 / 1.000004, 1)),
                arguments(new InverseTimeDecay(0.5, Span.steps(20)), PaperSchedules.inverseTime(0.5, 20)),
                arguments(new CosineDecay(0), PaperSchedules.cosine(TOTAL, 0)),
                arguments(new CosineDecay(0.1), PaperSchedules.cosine(TOTAL, 0.1)),
                arguments(PolynomialDecay.linear(0), PaperSchedules.polynomial(TOTAL, 1, 0)),
                arguments(PolynomialDecay.linear(0.2), PaperSchedules.ramp(1, 0.2, TOTAL)),
                arguments(new PolynomialDecay(2.5, 0.2), PaperSchedules.polynomial(TOTAL, 2.5, 0.2)),
                arguments(new OneCycle(), PaperSchedules.oneCycle(TOTAL, 0.3, 25, 1e4)),
                arguments(new OneCycle(0.45, 10, 100), PaperSchedules.oneCycle(TOTAL, 0.45, 10, 100)));
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void everyFactorIsTheClosedForms(Schedule schedule, IntToDoubleFunction form) {
        for (int t = 0; t < TOTAL + 10; t++) {
            double expected = form.applyAsDouble(t);
            assertThat((double) schedule.factor(t, EPOCH, TOTAL)).as("%s, step %s", schedule, t)
                    .isEqualTo(expected, rounding(expected));
        }
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void warmUpLeadsIntoAny(Schedule schedule, IntToDoubleFunction form) {
        for (int length : new int[]{1, 3 * EPOCH}) {
            IntToDoubleFunction warm = PaperSchedules.warmUp(length, form);
            var warmUp = new WarmUp(Span.steps(length), schedule);
            for (int t = 0; t < TOTAL + length; t++) {
                double expected = warm.applyAsDouble(t);
                assertThat((double) warmUp.factor(t, EPOCH, TOTAL + length)).as("%s, step %s", warmUp, t)
                        .isEqualTo(expected, rounding(expected));
            }
        }
    }

    @Test
    void momentumRisesInALine() {
        var schedule = new MomentumSchedule(0.5, 0.7, Span.epochs(10));
        IntToDoubleFunction form = PaperSchedules.ramp(0.5, 0.7, 10 * EPOCH);
        for (int t = 0; t < 20 * EPOCH; t++) {
            double expected = form.applyAsDouble(t);
            assertThat((double) schedule.momentum(t, EPOCH)).isEqualTo(expected, rounding(expected));
        }
    }

    @Test
    void byHand() {
        assertThat(new StepDecay(Span.epochs(1), 0.5).factor(3 * EPOCH - 1, EPOCH, TOTAL)).isEqualTo(0.25f);
        assertThat(new StepDecay(Span.epochs(1), 0.5).factor(3 * EPOCH, EPOCH, TOTAL)).isEqualTo(0.125f);
        assertThat(new ExponentialDecay(0.25, Span.steps(10), 0).factor(5, EPOCH, TOTAL)).isEqualTo(0.5f);
        assertThat(new InverseTimeDecay(1, Span.steps(1)).factor(3, EPOCH, TOTAL)).isEqualTo(0.25f);
        // A third of half a wave has fallen by a quarter, two thirds by three quarters.
        assertThat(new CosineDecay(0).factor(30, EPOCH, 90)).isEqualTo(0.75f);
        assertThat(new CosineDecay(0).factor(60, EPOCH, 90)).isEqualTo(0.25f);
        assertThat(PolynomialDecay.linear(0).factor(750, EPOCH, TOTAL)).isEqualTo(0.25f);
        assertThat(new PolynomialDecay(2, 0).factor(750, EPOCH, TOTAL)).isEqualTo(0.0625f);
        // Of 12 steps the top is 0.5 * 12 - 1 = 5 and the last 11, so that step 8 is half way down to 1 / (4 * 2).
        var cycle = new OneCycle(0.5, 4, 2);
        assertThat(cycle.factor(0, EPOCH, 12)).isEqualTo(0.25f);
        assertThat(cycle.factor(5, EPOCH, 12)).isEqualTo(1f);
        assertThat(cycle.factor(8, EPOCH, 12)).isEqualTo(0.5625f);
        assertThat(cycle.factor(11, EPOCH, 12)).isEqualTo(0.125f);
        assertThat(new WarmUp(Span.steps(4), Schedule.constant()).factor(0, EPOCH, TOTAL)).isEqualTo(0.25f);
        assertThat(new WarmUp(Span.steps(4), Schedule.constant()).factor(3, EPOCH, TOTAL)).isEqualTo(1f);
    }

    /** One rounding to float; the forms here are written so simply that they lose some 1e-15 where they cancel. */
    private static Offset<Double> rounding(double expected) {
        return within(0x1p-24 * expected + 1e-15);
    }
}
