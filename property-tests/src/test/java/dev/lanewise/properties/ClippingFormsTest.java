package dev.lanewise.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lanewise.kernels.GlobalNorm;
import dev.lanewise.nn.optim.GradientClipping;
import org.junit.jupiter.api.Test;

/** Clipping against Pascanu et al. 2013 in double: {@code g min(1, c / |g|)}, the norm being that of all gradients. */
class ClippingFormsTest {
    /** Four rounded operations at most beside the sums of a few dozen squares, whose errors the root halves. */
    private static final double RELATIVE = 8 * 0x1p-24;

    @Test
    void scaleOfAGradientsNorm() {
        for (Objective objective : new Objective[]{new Rosenbrock(), new SigmoidNetwork()}) {
            double[] g = objective.gradient(objective.start());
            double norm = norm(g);
            for (double part : new double[]{1e-3, 0.1, 0.5, 0.999, 1.001, 2, 1e3}) {
                float limit = (float) (part * norm);
                double expected = Math.min(1, limit / norm);
                float scale = GradientClipping.byNorm(limit).gradientScale(libraryNorm(g));
                assertThat((double) scale).isEqualTo(expected, within(RELATIVE * expected));
                assertThat(norm * scale).isLessThanOrEqualTo(limit * (1 + RELATIVE));
            }
        }
    }

    @Test
    void byHand() {
        assertThat(GradientClipping.byNorm(2.5f).gradientScale(libraryNorm(3, 4))).isEqualTo(0.5f);
        assertThat(GradientClipping.byNorm(5f).gradientScale(libraryNorm(3, 4))).isEqualTo(1f);
        float[] g = {-3f, 0.5f, 2f};
        GradientClipping.byValue(1f).clipValues(3, g, 0);
        assertThat(g).containsExactly(-1f, 0.5f, 1f);
    }

    /** In two parts, as of two layers. */
    private static float libraryNorm(double... g) {
        float[] x = new float[g.length];
        for (int i = 0; i < g.length; i++) {
            x[i] = (float) g[i];
        }
        var norm = new GlobalNorm();
        norm.add(1, x, 0);
        norm.add(x.length - 1, x, 1);
        return norm.value();
    }

    private static double norm(double[] g) {
        double sum = 0;
        for (double x : g) {
            sum += x * x;
        }
        return Math.sqrt(sum);
    }
}
