package dev.lanewise.nn.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Schedules beside their closed forms, and values worked out by hand. */
class ScheduleTest {
    private static final int PER_EPOCH = 10;
    private static final long TOTAL = 1000;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            constant                   |    0 | 1
            constant                   |  999 | 1
            cosine                     |    0 | 1
            cosine                     |  250 | 0.85355339059327376
            cosine                     |  500 | 0.5
            cosine                     |  750 | 0.14644660940672624
            cosine                     | 1000 | 0
            cosine                     | 5000 | 0
            cosine:0.01                |  500 | 0.505
            cosine:0.01                | 1000 | 0.01
            cosine:1                   |  333 | 1
            linear                     |    0 | 1
            linear                     |  250 | 0.75
            linear                     |  999 | 0.001
            linear                     | 1000 | 0
            linear:0.2                 |  500 | 0.6
            linear:0.2                 | 9999 | 0.2
            polynomial:2               |  500 | 0.25
            polynomial:0.5:0.1         |  750 | 0.55
            polynomial:3               | 1000 | 0
            step:10:0.5                |    0 | 1
            step:10:0.5                |   99 | 1
            step:10:0.5                |  100 | 0.5
            step:10:0.5                |  199 | 0.5
            step:10:0.5                |  999 | 0.001953125
            step:10steps:0.5           |   39 | 0.125
            step:1:0.1                 |   25 | 0.01
            exponential:0.5            |    3 | 0.125
            exponential:0.999          |    1 | 0.999
            exponential:0.81:2steps    |    1 | 0.9
            exponential:0.25:1epochs   |    5 | 0.5
            exponential:0.25:1epochs   |   20 | 0.0625
            exponential:0.5:1:0.1      |    3 | 0.125
            exponential:0.5:1:0.1      |    4 | 0.1
            inverse-time:1             |    0 | 1
            inverse-time:1             |    3 | 0.25
            inverse-time:0.5:1epochs   |   20 | 0.5
            inverse-time:0             |  999 | 1
            one-cycle                  |    0 | 0.04
            one-cycle                  |  299 | 1
            one-cycle                  |  649 | 0.500002
            one-cycle                  |  999 | 0.000004
            one-cycle                  | 5000 | 0.000004
            one-cycle:0.201:10:100     |  100 | 0.55
            one-cycle:0.201:10:100     |  200 | 1
            one-cycle:0.201:10:100     |  999 | 0.001
            plateau:0.5:5              |  999 | 1
            warmup:4+constant          |    0 | 0.25
            warmup:4+constant          |    3 | 1
            warmup:4+constant          |    4 | 1
            warmup:1+linear            |    0 | 1
            warmup:2epochs             |    9 | 0.5
            warmup:200+linear          |  199 | 1
            warmup:200+linear          |  200 | 1
            warmup:200+linear          |  600 | 0.5
            warmup:200+cosine          |  600 | 0.5
            warmup:200+cosine          | 1000 | 0
            warmup:5+step:1:0.5        |   14 | 1
            warmup:5+step:1:0.5        |   15 | 0.5
            warmup:2000+cosine         |  999 | 0.5
            """)
    void hasTheValueOfItsFormula(String spec, long step, double expected) {
        Schedule schedule = ScheduleParser.parse(spec);
        assertThat(schedule.value(step, PER_EPOCH, TOTAL)).isCloseTo(expected, within(1e-15));
        assertThat(schedule.factor(step, PER_EPOCH, TOTAL)).isCloseTo((float) expected, within(1e-15f))
                .isEqualTo((float) schedule.value(step, PER_EPOCH, TOTAL));
    }

    @Test
    void cosineIsHalfAWave() {
        for (int step = 0; step <= TOTAL; step++) {
            double wave = (1 + Math.cos(Math.PI * step / TOTAL)) / 2;
            assertThat(new CosineDecay(0).value(step, PER_EPOCH, TOTAL)).as("step %d", step)
                    .isCloseTo(wave, within(5e-16));
            assertThat(new CosineDecay(0.1).value(step, PER_EPOCH, TOTAL)).as("step %d", step)
                    .isCloseTo(0.1 + 0.9 * wave, within(5e-16));
        }
    }

    @Test
    void cosineKeepsItsDigitsAtTheEnd() {
        double angle = Math.PI / 2e9;
        assertThat(new CosineDecay(0).value(999_999_999, PER_EPOCH, 1_000_000_000))
                .isCloseTo(angle * angle, within(1e-27));
    }

    /** The two phases as PyTorch's OneCycleLR interpolates them. */
    @ParameterizedTest
    @ValueSource(longs = {2, 3, 4, 7, 10, 100, 1000, 12_345})
    void oneCycleIsThatOfPyTorch(long total) {
        for (long step = 0; step < total; step++) {
            assertThat(new OneCycle().value(step, PER_EPOCH, total)).as("step %d of %d", step, total)
                    .isCloseTo(oneCycle(step, total), within(1e-13));
        }
    }

    private static double oneCycle(long step, long total) {
        double initial = 1.0 / 25;
        double minimum = initial / 1e4;
        double top = 0.3 * total - 1;
        return step <= top
                ? interpolate(initial, 1, step / top)
                : interpolate(1, minimum, (step - top) / (total - 1 - top));
    }

    private static double interpolate(double start, double end, double part) {
        return end + (start - end) / 2 * (1 + Math.cos(Math.PI * part));
    }

    @Test
    void aThousandthOfAMillionthPerBatchIsTheQuotientOfTheMaxoutRecipe() {
        Schedule schedule = ScheduleParser.parse("exponential:" + 1 / 1.000004 + ":1:1e-5");
        double quotient = 1;
        for (int step = 0; step < 600_000; step++) {
            assertThat(schedule.factor(step, 500, 1_000_000)).isCloseTo((float) quotient, within(1e-7f));
            quotient /= 1.000004;
        }
        assertThat(schedule.factor(3_000_000, 500, 4_000_000)).isEqualTo(1e-5f);
    }

    @ParameterizedTest
    @ValueSource(strings = {"step:3:0.9", "exponential:0.99", "exponential:0.5:7epochs:0.01",
            "inverse-time:0.01", "linear", "linear:0.3", "cosine", "cosine:0.3", "polynomial:0.7",
            "polynomial:2.5:0.1"})
    void neverRisesAndStaysWithinItsEnds(String spec) {
        Schedule schedule = ScheduleParser.parse(spec);
        float last = 1f;
        assertThat(schedule.factor(0, PER_EPOCH, TOTAL)).isEqualTo(1f);
        for (int step = 1; step <= 2 * TOTAL; step++) {
            float factor = schedule.factor(step, PER_EPOCH, TOTAL);
            assertThat(factor).as("step %d", step).isBetween(0f, last);
            last = factor;
        }
    }

    @Test
    void oneCycleRisesToOneAndFalls() {
        Schedule schedule = new OneCycle();
        for (int step = 1; step < TOTAL; step++) {
            double change = schedule.value(step, PER_EPOCH, TOTAL)
                    - schedule.value(step - 1, PER_EPOCH, TOTAL);
            assertThat(change > 0).as("rises to step %d", step).isEqualTo(step <= 299);
        }
    }

    @Test
    void warmUpRisesInEqualStepsThatAreNeverZero() {
        Schedule schedule = new WarmUp(Span.epochs(5), new CosineDecay(0));
        for (int step = 0; step < 50; step++) {
            assertThat(schedule.factor(step, PER_EPOCH, TOTAL)).isEqualTo((step + 1) / 50f);
        }
        for (int step = 0; step < 950; step++) {
            assertThat(schedule.value(50 + step, PER_EPOCH, TOTAL))
                    .isEqualTo(new CosineDecay(0).value(step, PER_EPOCH, 950));
        }
    }

    @Test
    void warmUpPassesOnTheReductionOfWhatFollows() {
        var plateau = new ReduceOnPlateau(0.5, 5);
        assertThat(new WarmUp(Span.steps(7), plateau).plateau()).contains(plateau);
        assertThat(new WarmUp(Span.steps(7), Schedule.constant()).plateau()).isEmpty();
        assertThat(new CosineDecay(0).plateau()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-1, 1, 1, step: -1 (expected >= 0)", "0, 0, 1, stepsPerEpoch: 0 (expected >= 1)",
            "0, 1, 0, totalSteps: 0 (expected >= 1)"})
    void refusesStepsThatAreNone(long step, int perEpoch, long total, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Schedule.constant().factor(step, perEpoch, total))
                .withMessage(message);
    }

    @Test
    void longTrainingsDoNotOverflow() {
        long total = 4L * Integer.MAX_VALUE;
        assertThat(new StepDecay(Span.epochs(Integer.MAX_VALUE), 0.5).factor(total - 1, 4, total))
                .isEqualTo(1f);
        assertThat(new CosineDecay(0).factor(total / 2, 4, total)).isEqualTo(0.5f);
    }
}
