package dev.lanewise.nn.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Steps computed by hand, with numbers whose operations are exact unless written otherwise. */
class OptimizerStepsTest {
    /** Small enough to vanish beside the roots in these tests. */
    private static final float NO_EPSILON = 1e-16f;

    @Test
    void sgd() {
        assertThat(Steps.of(new Sgd(0.25f), 1f).all(1f, -2f, 0f)).containsExactly(0.75f, 1.25f, 1.25f);
    }

    /** v = -1/4, -3/8, -3/16. */
    @Test
    void momentumHasTheLearningRateInTheVelocity() {
        assertThat(Steps.of(new Momentum(0.25f, 0.5f), 1f).all(1f, 1f, 0f)).containsExactly(0.75f, 0.375f,
                0.1875f);
    }

    /** Inside: v = -1/4, then -1/8 - 1/8. Outside: v = 1, then 3/2 at half the rate. */
    @Test
    void aChangedRateShowsWhereItIs() {
        Steps inside = Steps.of(new Momentum(0.25f, 0.5f), 1f);
        Steps outside = Steps.of(new Momentum(0.25f, 0.5f, 0f, true), 1f);
        assertThat(inside.step(1f)).isEqualTo(0.75f);
        assertThat(outside.step(1f)).isEqualTo(0.75f);
        assertThat(inside.step(1f, 0.125f, 0.5f)).isEqualTo(0.5f);
        assertThat(outside.step(1f, 0.125f, 0.5f)).isEqualTo(0.5625f);
        assertThat(inside.slot(0)).isEqualTo(-0.25f);
        assertThat(outside.slot(0)).isEqualTo(1.5f);
    }

    /** v = 1 undampened, then 1/2 + 1/4. */
    @Test
    void dampeningLeavesTheFirstGradient() {
        assertThat(Steps.of(new Momentum(0.25f, 0.5f, 0.75f, true), 1f).all(1f, 1f))
                .containsExactly(0.75f, 0.5625f);
        assertThat(Steps.of(new Momentum(0.25f, 0.5f, 0.75f, false), 1f).all(1f, 1f))
                .containsExactly(0.75f, 0.5625f);
    }

    @Test
    void aScheduleChangesTheMomentum() {
        Steps steps = Steps.of(new Momentum(0.25f, 0.5f), 1f);
        steps.step(1f);
        assertThat(steps.step(0f, 0.25f, 0.25f)).isEqualTo(0.75f - 0.0625f);
    }

    /** v = -1/4, w + v/2 - 1/4; then v = -3/8, w + v/2 - 1/4. */
    @Test
    void nesterov() {
        assertThat(Steps.of(new Nesterov(0.25f, 0.5f), 1f).all(1f, 1f)).containsExactly(0.625f, 0.1875f);
    }

    /** v = 1, step 3/2; then v = 3/2 and step 7/4 at half the rate. */
    @Test
    void nesterovWithTheRateOutside() {
        Steps steps = Steps.of(new Nesterov(0.25f, 0.5f, true), 1f);
        assertThat(steps.step(1f)).isEqualTo(0.625f);
        assertThat(steps.step(1f, 0.125f, 0.5f)).isEqualTo(0.625f - 0.21875f);
    }

    /** s = 9, 25, 169: quotients 1, 4/5, 12/13. */
    @Test
    void adagrad() {
        assertThat(Steps.of(new Adagrad(0.5f, 0f, NO_EPSILON, false), 2f).all(3f, 4f, 12f))
                .containsExactly(1.5f, Math.fma(-0.5f, 0.8f, 1.5f),
                        Math.fma(-0.5f, 12f / 13, Math.fma(-0.5f, 0.8f, 1.5f)));
    }

    /** s = 7 + 9: outside 3 / (4 + 2), inside 3 / sqrt(16 + 9). */
    @Test
    void adagradBeginsAtItsAccumulatorAndAddsEpsilon() {
        assertThat(Steps.of(new Adagrad(0.5f, 7f, 2f, false), 2f).all(3f)).containsExactly(1.75f);
        assertThat(Steps.of(new Adagrad(0.5f, 7f, 9f, true), 2f).all(3f))
                .containsExactly(Math.fma(-0.5f, 0.6f, 2f));
    }

    /** v = 1/4 of 4; d = sqrt(3 / (1 + 3)) 2; u = 1/4 of 3. */
    @Test
    void adadelta() {
        Steps steps = Steps.of(new Adadelta(0.5f, 0.75f, 3f), 2f);
        float d = (float) Math.sqrt(0.75f) * 2f;
        assertThat(steps.step(2f)).isEqualTo(Math.fma(-0.5f, d, 2f));
        assertThat(steps.slot(0)).isEqualTo(1f);
        assertThat(steps.slot(1)).isEqualTo(0.25f * d * d);
    }

    /** s = 3/4 of 0 + 1/4 of 16 = 4, then 3 + 1. */
    @Test
    void rmspropDividesByTheRoot() {
        assertThat(Steps.of(new RmsProp(0.5f, 0.75f, 0f, false, false, NO_EPSILON, false), 4f).all(4f, 2f))
                .containsExactly(3f, 2.5f);
    }

    /** s = 4: outside 4 / (2 + 2), inside 4 / sqrt(4 + 12). */
    @Test
    void rmspropAddsEpsilon() {
        assertThat(Steps.of(new RmsProp(0.5f, 0.75f, 0f, false, false, 2f, false), 4f).all(4f))
                .containsExactly(3.5f);
        assertThat(Steps.of(new RmsProp(0.5f, 0.75f, 0f, false, false, 12f, true), 4f).all(4f))
                .containsExactly(3.5f);
    }

    /** q = 2, 1: inside b = -1, then -1/2 - 1/4; outside b = 2, then 1 + 1 at half the rate. */
    @Test
    void rmspropMomentum() {
        Steps inside = Steps.of(new RmsProp(0.5f, 0.75f, 0.5f, false, false, NO_EPSILON, false), 4f);
        Steps outside = Steps.of(new RmsProp(0.5f, 0.75f, 0.5f, true, false, NO_EPSILON, false), 4f);
        assertThat(inside.step(4f)).isEqualTo(3f);
        assertThat(outside.step(4f)).isEqualTo(3f);
        assertThat(inside.step(2f, 0.25f, 0.5f)).isEqualTo(2.25f);
        assertThat(outside.step(2f, 0.25f, 0.5f)).isEqualTo(2.5f);
    }

    /** s = 1/2 of 8^2, a = 1/2 of 8: variance 16, quotient 2. Then s = 16 + 1/2 of 4, a = 2 + 1: variance 9. */
    @Test
    void rmspropCentred() {
        float second = Math.fma(-0.5f, 2f / 3, 3f);
        assertThat(Steps.of(new RmsProp(0.5f, 0.5f, 0f, false, true, NO_EPSILON, false), 4f).all(8f, 2f))
                .containsExactly(3f, second);
        assertThat(Steps.of(new RmsProp(0.5f, 0.5f, 0.5f, false, true, NO_EPSILON, false), 4f).all(8f))
                .containsExactly(3f);
    }

    /**
     * beta1 = 1/2, beta2 = 3/4. Step 1: m = 2, v = 4, corrected 4 and 16: quotient 1. Step 2, g = 0: m = 1, v = 3, corrected
     * 4/3 and 48/7.
     */
    @Test
    void adam() {
        Steps steps = Steps.of(new Adam(0.5f, 0.5f, 0.75f, NO_EPSILON, false, false), 2f);
        assertThat(steps.step(4f)).isEqualTo(1.5f);
        assertThat(steps.slot(0)).isEqualTo(2f);
        assertThat(steps.slot(1)).isEqualTo(4f);
        assertThat((double) steps.step(0f)).isCloseTo(1.5 - 0.5 * (4.0 / 3) / Math.sqrt(48.0 / 7),
                within(2e-7));
    }

    /** m^ = v^ = 4 and 16. After: 4 / (4 + 4). Before: 1/2 sqrt(1/4) / (1/2) 2 / (2 + 4). */
    @Test
    void adamAddsEpsilonAfterTheCorrectionOrBefore() {
        assertThat(Steps.of(new Adam(0.5f, 0.5f, 0.75f, 4f, false, false), 2f).all(4f))
                .containsExactly(1.75f);
        assertThat(Steps.of(new Adam(0.5f, 0.5f, 0.75f, 4f, false, true), 2f).all(4f))
                .containsExactly(Math.fma(-0.5f, 2f / 6, 2f));
    }

    /** The largest v stays 4. Its correction in step 2 is 1 - 9/16: m^ = 4/3, v^ = 64/7. */
    @Test
    void amsgradKeepsTheLargestSquare() {
        Steps steps = Steps.of(new Adam(0.5f, 0.5f, 0.75f, NO_EPSILON, true, false), 2f);
        assertThat(steps.step(4f)).isEqualTo(1.5f);
        assertThat((double) steps.step(0f)).isCloseTo(1.5 - 0.5 * (4.0 / 3) / Math.sqrt(64.0 / 7),
                within(2e-7));
        assertThat(steps.slot(1)).isEqualTo(3f);
        assertThat(steps.slot(2)).isEqualTo(4f);
    }

    /** The weight loses eta decay w = 1/2 1/4 2 beside Adam's step; a bias does not. */
    @Test
    void adamWDecaysWeightsOnly() {
        AdamW optimizer = new AdamW(new Adam(0.5f, 0.5f, 0.75f, NO_EPSILON, false, false), 0.25f);
        assertThat(Steps.of(optimizer, 2f).all(4f)).containsExactly(1.25f);
        assertThat(new Steps(optimizer, 2f, 0f, 0f, 0f, false).all(4f)).containsExactly(1.5f);
        assertThat(new Steps(optimizer, 2f, 0f, 0f, 0.25f, true).all(4f)).containsExactly(1f);
    }

    /** momentumDecay = 0: every mu is beta1 / 2 = 1/4, so P = 1/4, 1/16, 1/64. m = 2, v^ = 16; then m = 1, v^ = 48/7. */
    @Test
    void nadam() {
        Steps steps = Steps.of(new Nadam(0.5f, 0.5f, 0.75f, NO_EPSILON, 0f), 2f);
        double first = 2 - 0.5 * (0.25 * 2 / (1 - 0.0625) + 0.75 * 4 / 0.75) / 4;
        assertThat((double) steps.step(4f)).isCloseTo(first, within(2e-7));
        double second = first - 0.5 * (0.25 * 1 / (1 - 0.015625)) / Math.sqrt(48.0 / 7);
        assertThat((double) steps.step(0f)).isCloseTo(second, within(4e-7));
    }

    /** beta1 = 1/2, beta2 = 3/4: m = 1, so c = 1/2 1 - 1/2 2 turns the sign; a zero direction moves nothing. */
    @Test
    void lion() {
        Steps steps = Steps.of(new Lion(0.5f, 0.5f, 0.75f), 2f);
        assertThat(steps.step(4f)).isEqualTo(1.5f);
        assertThat(steps.slot(0)).isEqualTo(1f);
        assertThat(steps.step(-2f)).isEqualTo(2f);
        assertThat(steps.slot(0)).isEqualTo(0.25f);
        assertThat(steps.step(-0.25f)).isEqualTo(2f);
    }
}
