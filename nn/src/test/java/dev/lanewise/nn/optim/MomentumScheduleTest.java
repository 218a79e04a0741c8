package dev.lanewise.nn.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MomentumScheduleTest {
    @ParameterizedTest
    @CsvSource({"0, 0.5", "62500, 0.6", "31250, 0.55", "125000, 0.7", "125001, 0.7", "9999999, 0.7"})
    void goesStraightFromOneToTheOther(long step, float momentum) {
        var schedule = new MomentumSchedule(0.5, 0.7, Span.epochs(250));
        assertThat(schedule.momentum(step, 500)).isEqualTo(momentum);
    }

    @Test
    void mayFallAndCountSteps() {
        var schedule = new MomentumSchedule(0.75, 0.25, Span.steps(4));
        for (int step = 0; step < 8; step++) {
            assertThat(schedule.momentum(step, 1)).isEqualTo(Math.max(0.25f, 0.75f - 0.125f * step));
        }
    }

    @Test
    void refusesMomentaThatDiverge() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MomentumSchedule(0.5, 1, Span.epochs(1)))
                .withMessage("to: 1 (expected >= 0 and < 1)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MomentumSchedule(Double.NaN, 0.5, Span.epochs(1)))
                .withMessage("from: NaN (expected >= 0 and < 1)");
    }
}
