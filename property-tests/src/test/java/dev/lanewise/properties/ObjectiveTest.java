package dev.lanewise.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The objectives' gradients, derived by hand, against differences. */
@Tag("once")
class ObjectiveTest {
    @Test
    void rosenbrock() {
        var objective = new Rosenbrock();
        assertThat(objective.value(new double[]{-1.2, 1})).isEqualTo(24.2, within(1e-13));
        assertThat(objective.gradient(new double[]{-1.2, 1}))
                .containsExactly(new double[]{-215.6, -88}, within(1e-12));
        assertThat(objective.gradient(new double[]{1, 1})).containsExactly(-0.0, 0);
        assertGradient(objective, objective.start());
    }

    @Test
    void sigmoidNetwork() {
        var objective = new SigmoidNetwork();
        double[] zero = new double[33];
        assertThat(objective.start()).hasSize(33);
        assertThat(objective.value(zero)).isEqualTo(0.25); // each output is 1/2
        assertGradient(objective, zero);
        assertGradient(objective, objective.start());
    }

    private static void assertGradient(Objective objective, double[] w) {
        double h = 1e-5;
        double[] gradient = objective.gradient(w);
        for (int i = 0; i < w.length; i++) {
            double difference = (at(objective, w, i, h) - at(objective, w, i, -h)) / (2 * h);
            assertThat(gradient[i]).as("gradient %s", i)
                    .isEqualTo(difference, within(1e-8 * scale(gradient)));
        }
    }

    private static double at(Objective objective, double[] w, int i, double h) {
        double[] moved = w.clone();
        moved[i] += h;
        return objective.value(moved);
    }

    private static double scale(double[] gradient) {
        double largest = 1e-2;
        for (double g : gradient) {
            largest = Math.max(largest, Math.abs(g));
        }
        return largest;
    }
}
