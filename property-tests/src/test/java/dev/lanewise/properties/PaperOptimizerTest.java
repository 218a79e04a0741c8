package dev.lanewise.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The papers' optimizers against closed forms and numbers worked out by hand, not by another program. */
@Tag("once")
class PaperOptimizerTest {
    private static final double ETA = 0.1;
    private static final double G = -3;
    private static final int STEPS = 60;

    @Test
    void descentOnAParabola() {
        double w = 2;
        for (int t = 1; t <= STEPS; t++) {
            w = PaperRule.of(new PaperDescents.Sgd()).step(w, 4 * w, new double[0], t, 0.1);
            assertThat(w).isEqualTo(2 * Math.pow(0.6, t), within(1e-14));
        }
    }

    /** A constant gradient: the velocity is a geometric sum. */
    @Test
    void momentum() {
        everyChange(new PaperDescents.Momentum(0.9), t -> -ETA * G * (1 - Math.pow(0.9, t)) / 0.1);
        everyChange(new PaperDescents.Nesterov(0.9), t -> -ETA * G * (1 - Math.pow(0.9, t + 1)) / 0.1);
    }

    /** Word by word as in Sutskever et al.: the gradient is taken at theta + mu v. */
    @Test
    void nesterovLooksAhead() {
        var optimizer = new PaperDescents.Nesterov(0.8);
        double theta = 1;
        double v = 0;
        double w = 1;
        double[] s = optimizer.start();
        for (int t = 1; t <= STEPS; t++) {
            double ahead = theta + 0.8 * v;
            assertThat(w).isEqualTo(ahead, within(1e-14));
            v = 0.8 * v - ETA * 3 * ahead;
            theta += v;
            w += optimizer.change(3 * w, s, t, ETA);
        }
    }

    @Test
    void adagrad() {
        everyChange(new PaperDescents.Adagrad(0.5, 1e-2),
                t -> -ETA * G / (Math.sqrt(0.5 + t * G * G) + 1e-2));
    }

    @Test
    void rmsProp() {
        everyChange(new PaperDescents.RmsProp(0.9, 1e-2, false, 0),
                t -> -ETA * G / (Math.sqrt(G * G * (1 - Math.pow(0.9, t))) + 1e-2));
        everyChange(new PaperDescents.RmsProp(0.9, 1e-2, true, 0), t -> {
            double rest = Math.pow(0.9, t);
            return -ETA * G / (Math.sqrt(G * G * rest * (1 - rest)) + 1e-2);
        });
    }

    /** With alpha = 0 each normalised gradient is sign(g) and the rest is momentum. */
    @Test
    void rmsPropWithMomentum() {
        everyChange(new PaperDescents.RmsProp(0, 0, false, 0.5), t -> 2 * ETA * (1 - Math.pow(0.5, t)));
    }

    @Test
    void adadelta() {
        var optimizer = new PaperDescents.Adadelta(0.5, 1);
        double[] s = optimizer.start();
        // s = 0.5 * 8 = 4, d = -1/sqrt(5) sqrt(8), u = 0.5 * 8/5
        assertThat(optimizer.change(Math.sqrt(8), s, 1, 1)).isEqualTo(-Math.sqrt(8.0 / 5), within(1e-15));
        assertThat(s).containsExactly(new double[]{4, 0.8}, within(1e-15));
        // s = 2, d = sqrt(1.8) / sqrt(3) * 0
        assertThat(optimizer.change(0, s, 2, 1)).isZero();
        assertThat(s).containsExactly(new double[]{2, 0.4}, within(1e-15));
        // s = 1 + 0.5 = 1.5, d = -sqrt(1.4 / 2.5), halved by the rate; u = 0.2 + 0.28
        assertThat(optimizer.change(1, s, 3, 0.5)).isEqualTo(-0.5 * Math.sqrt(0.56), within(1e-15));
        assertThat(s).containsExactly(new double[]{1.5, 0.48}, within(1e-15));
    }

    /** Bias correction makes both moments of a constant gradient exact from the first step. */
    @Test
    void adamOfAConstantGradient() {
        for (boolean amsgrad : new boolean[]{false, true}) {
            everyChange(new PaperMoments.Adam(0.9, 0.99, 1e-2, amsgrad), t -> -ETA * G / (3 + 1e-2));
        }
    }

    /** One gradient of 1, then none: the moments are powers of their rates. */
    @Test
    void adamForgetsAndAmsgradRemembers() {
        for (boolean amsgrad : new boolean[]{false, true}) {
            var optimizer = new PaperMoments.Adam(0.5, 0.75, 0, amsgrad);
            double[] s = optimizer.start();
            assertThat(optimizer.change(1, s, 1, 1)).isEqualTo(-1);
            for (int t = 2; t <= STEPS; t++) {
                double m = Math.pow(0.5, t) / (1 - Math.pow(0.5, t));
                double v = 0.25 * (amsgrad ? 1 : Math.pow(0.75, t - 1)) / (1 - Math.pow(0.75, t));
                assertThat(optimizer.change(0, s, t, 1)).isEqualTo(-m / Math.sqrt(v), within(1e-14));
            }
        }
    }

    /** Without a schedule of the momenta (psi = 0: mu = beta1 / 2) all is elementary. */
    @Test
    void nadam() {
        everyChange(new PaperMoments.Nadam(0.5, 0.99, 1e-2, 0, STEPS), t -> {
            double ahead = 0.25 * G * (1 - Math.pow(0.5, t)) / (1 - Math.pow(0.25, t + 1));
            double now = 0.75 * G / (1 - Math.pow(0.25, t));
            return -ETA * (ahead + now) / (3 + 1e-2);
        });
        double first = 1 - 0.5 * Math.pow(0.96, 0.004);
        double second = 1 - 0.5 * Math.pow(0.96, 0.008);
        assertThat(new PaperMoments.Nadam(0.9, 0.999, 1e-8, 0.004, 2).product(2))
                .isEqualTo(0.81 * first * second, within(1e-15));
    }

    @Test
    void lion() {
        var optimizer = new PaperMoments.Lion(0.5, 0.75);
        double[] s = optimizer.start();
        assertThat(optimizer.change(4, s, 1, ETA)).isEqualTo(-ETA);
        assertThat(s).containsExactly(1.0);
        // 0.5 - 0.75 < 0; m = 0.75 - 0.375
        assertThat(optimizer.change(-1.5, s, 2, ETA)).isEqualTo(ETA);
        assertThat(s).containsExactly(0.375);
        // 0.1875 - 0.125 > 0; m = 0.28125 - 0.0625
        assertThat(optimizer.change(-0.25, s, 3, ETA)).isEqualTo(-ETA);
        assertThat(s).containsExactly(0.21875);
        // 0.109375 - 0.109375 = 0 moves nothing
        assertThat(optimizer.change(-0.21875, s, 4, ETA)).isZero();
    }

    @Test
    void penaltiesJoinTheGradientAndDecayDoesNot() {
        var sgd = new PaperDescents.Sgd();
        // g' = 0.5 * 8 + 0.25 * 2 + 1 = 5.5
        assertThat(new PaperRule(sgd, 0.5, 1, 0.25, 0).step(2, 8, new double[0], 1, 1)).isEqualTo(-3.5);
        assertThat(new PaperRule(sgd, 0.5, 1, 0.25, 0).step(-2, 8, new double[0], 1, 1)).isEqualTo(-4.5);
        assertThat(new PaperRule(sgd, 1, 1, 0, 0).step(0, 0, new double[0], 1, 1)).isZero();
        // Adam's first step is eta sign(g) whatever the size of g; decay takes eta * decay * w beside it.
        var adam = new PaperMoments.Adam(0.9, 0.999, 0, false);
        assertThat(new PaperRule(adam, 1, 0, 0, 0.25).step(4, 7, adam.start(), 1, 0.5))
                .isEqualTo(4 - 0.5 - 0.5, within(1e-14));
        assertThat(new PaperRule(adam, 1, 0, 0.25, 0).step(4, 7, adam.start(), 1, 0.5))
                .isEqualTo(3.5, within(1e-14));
    }

    private static void everyChange(PaperOptimizer optimizer, IntToDoubleFunction closedForm) {
        double[] s = optimizer.start();
        for (int t = 1; t <= STEPS; t++) {
            assertThat(optimizer.change(G, s, t, ETA)).as("%s, step %s", optimizer, t)
                    .isEqualTo(closedForm.applyAsDouble(t), within(1e-12));
        }
    }
}
