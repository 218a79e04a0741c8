package dev.lanewise.nn.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lanewise.kernels.GlobalNorm;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GradientClippingTest {
    @ParameterizedTest
    @CsvSource({"1, 0, 1", "1, 0.5, 1", "1, 1, 1", "1, 2, 0.5", "1, 1.0000001, 0.9999999", "3, 4, 0.75",
            "1, NaN, 1", "1, Infinity, 1", "Infinity, 1e38, 1", "1e-30, 1e30, 0"})
    void scalesWhatIsLongerThanTheLimit(float limit, float norm, float scale) {
        assertThat(GradientClipping.byNorm(limit).gradientScale(norm)).isEqualTo(scale);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void leavesTheNormWithinTheLimit(long seed) {
        var random = new Random(seed);
        float[] gradients = new float[1 + random.nextInt(5000)];
        for (int i = 0; i < gradients.length; i++) {
            gradients[i] = (float) random.nextGaussian();
        }
        float limit = (float) Math.pow(10, random.nextInt(4) - 2);
        float scale = GradientClipping.byNorm(limit).gradientScale(norm(gradients));
        for (int i = 0; i < gradients.length; i++) {
            gradients[i] *= scale;
        }
        assertThat(scale).isLessThanOrEqualTo(1f);
        assertThat(norm(gradients)).isLessThanOrEqualTo(limit * (1 + 0x1p-20f));
    }

    private static float norm(float[] gradients) {
        var norm = new GlobalNorm();
        norm.add(gradients.length, gradients, 0);
        return norm.value();
    }

    @Test
    void bringsElementsIntoTheirLimits() {
        float[] gradients = {9f, 0.5f, 0.75f, -3f, -0f, Float.NaN, Float.NEGATIVE_INFINITY, 9f};
        GradientClipping.byValue(0.5f).clipValues(6, gradients, 1);
        assertThat(gradients).containsExactly(9f, 0.5f, 0.5f, -0.5f, -0f, Float.NaN, -0.5f, 9f);
    }

    @Test
    void noLimitChangesNothing() {
        float[] gradients = {1e38f, Float.NEGATIVE_INFINITY, Float.NaN};
        float[] before = gradients.clone();
        GradientClipping.NONE.clipValues(3, gradients, 0);
        assertThat(gradients).isEqualTo(before);
        assertThat(GradientClipping.NONE.gradientScale(3e38f)).isEqualTo(1f);
        assertThat(GradientClipping.NONE.clipsNorm()).isFalse();
        assertThat(GradientClipping.NONE.clipsValues()).isFalse();
        assertThat(GradientClipping.byNorm(1f).clipsNorm()).isTrue();
        assertThat(GradientClipping.byValue(1f).clipsValues()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(floats = {0f, -1f, Float.NaN})
    void refusesOtherLimits(float limit) {
        String text = Float.toString(limit).replace(".0", "");
        assertThatIllegalArgumentException().isThrownBy(() -> GradientClipping.byNorm(limit))
                .withMessage("clip norm: %s (expected > 0; Infinity for none)", text);
        assertThatIllegalArgumentException().isThrownBy(() -> GradientClipping.byValue(limit))
                .withMessage("clip value: %s (expected > 0; Infinity for none)", text);
    }
}
