package dev.lanewise.nn.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PlateauReducerTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    private static float[] factors(ReduceOnPlateau settings, double... losses) {
        var reducer = new PlateauReducer(settings);
        float[] factors = new float[losses.length];
        for (int i = 0; i < losses.length; i++) {
            float before = reducer.factor();
            boolean reduced = reducer.observe(losses[i]);
            factors[i] = reducer.factor();
            assertThat(reduced).as("epoch %d", i).isEqualTo(factors[i] < before);
        }
        return factors;
    }

    @Test
    void lowersTheRateAfterPatience() {
        assertThat(factors(new ReduceOnPlateau(0.5, 2), 4, 3, 3, 3, 3, 3, 2, 2, 2)).containsExactly(1, 1, 1,
                0.5f, 0.5f, 0.25f, 0.25f, 0.25f, 0.125f);
    }

    @Test
    void anImprovementMustBeMoreThanTheMinimum() {
        var settings = new ReduceOnPlateau(0.5, 1, 0.25, 0, 0);
        assertThat(factors(settings, 4, 3.75, 3.5, 3)).containsExactly(1, 0.5f, 0.5f, 0.5f);
        assertThat(factors(settings, 4, 3.75, 3.75, 3.75)).containsExactly(1, 0.5f, 0.25f, 0.125f);
    }

    @Test
    void epochsOfTheCooldownDoNotCount() {
        var settings = new ReduceOnPlateau(0.5, 1, 0, 2, 0);
        assertThat(factors(settings, 1, 1, 1, 1, 1, 1, 1, 1)).containsExactly(1, 0.5f, 0.5f, 0.5f, 0.25f,
                0.25f, 0.25f, 0.125f);
    }

    @Test
    void improvesInTheCooldownToo() {
        var settings = new ReduceOnPlateau(0.5, 1, 0, 1, 0);
        assertThat(factors(settings, 4, 4, 3, 3)).containsExactly(1, 0.5f, 0.5f, 0.25f);
    }

    @Test
    void staysAtTheFloor() {
        var settings = new ReduceOnPlateau(0.5, 1, 0, 0, 0.3);
        assertThat(factors(settings, 1, 1, 1, 1)).containsExactly(1, 0.5f, 0.3f, 0.3f);
    }

    @Test
    void nanAndInfinityNeverImprove() {
        assertThat(factors(new ReduceOnPlateau(0.5, 2), Double.NaN, INFINITY, -INFINITY, 7, Double.NaN,
                INFINITY)).containsExactly(1, 0.5f, 0.5f, 0.5f, 0.5f, 0.25f);
    }

    @Test
    void goesOnFromAnyState() {
        double[] losses = {4, 3, 3, Double.NaN, 2.5, 2.4, 2.6, 2.7, 2.4, 2.4, 2.3, 2.3, 2.3, 2.3, 1, 1, 1, 1};
        var settings = new ReduceOnPlateau(0.5, 2, 0.05, 1, 0.1);
        float[] uninterrupted = factors(settings, losses);
        assertThat(uninterrupted).contains(0.5f, 0.25f);
        for (int cut = 0; cut < losses.length; cut++) {
            var first = new PlateauReducer(settings);
            for (int i = 0; i < cut; i++) {
                first.observe(losses[i]);
            }
            var second = new PlateauReducer(settings);
            second.restore(first.state());
            assertThat(second.state()).isEqualTo(first.state());
            for (int i = cut; i < losses.length; i++) {
                second.observe(losses[i]);
                assertThat(second.factor()).as("epoch %d, cut at %d", i, cut).isEqualTo(uninterrupted[i]);
            }
        }
    }

    @Test
    void refusesStatesThatAreNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PlateauReducer.State(2, 1, 0, 0))
                .withMessage("factor: 2 (expected >= 0 and <= 1)");
        assertThatIllegalArgumentException().isThrownBy(() -> new PlateauReducer.State(1, Double.NaN, 0, 0))
                .withMessage("best: NaN (expected a number)");
        assertThatIllegalArgumentException().isThrownBy(() -> new PlateauReducer.State(1, 1, -1, 0))
                .withMessage("waited: -1 (expected >= 0)");
        assertThatIllegalArgumentException().isThrownBy(() -> new PlateauReducer.State(1, 1, 0, -1))
                .withMessage("cooling: -1 (expected >= 0)");
    }
}
