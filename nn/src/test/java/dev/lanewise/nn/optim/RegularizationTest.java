package dev.lanewise.nn.optim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegularizationTest {
    private static final float[] W = {100f, 1f, -2f, 3f, -0f, 0.5f, 100f};

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "2, 0, 13", "0, 4, 28.5", "2, 4, 41.5"})
    void penaltyIsTheSumOfMagnitudesAndHalfTheSquares(float l1, float l2, double penalty) {
        var regularization = new Regularization(l1, l2, 7f, 1f);
        assertThat(regularization.penalty(5, W, 1)).isEqualTo(penalty);
        assertThat(regularization.penalizes()).isEqualTo(penalty > 0);
    }

    /** The gradient that optimizers add is this penalty's. */
    @Test
    void itsDerivativeIsL1TimesTheSignPlusL2TimesTheWeight() {
        var regularization = new Regularization(0.25f, 0.5f, 0f, Float.POSITIVE_INFINITY);
        float h = 0x1p-10f;
        for (float w : new float[]{-3f, -0.5f, 0.25f, 2f}) {
            double above = regularization.penalty(1, new float[]{w + h}, 0);
            double below = regularization.penalty(1, new float[]{w - h}, 0);
            assertThat((above - below) / (2 * h)).isCloseTo(0.25 * Math.signum(w) + 0.5 * w, within(1e-4));
        }
    }

    @Test
    void noneIsNone() {
        assertThat(Regularization.NONE.penalty(7, W, 0)).isZero();
        assertThat(Regularization.NONE.penalizes()).isFalse();
        assertThat(Regularization.NONE.limitsNorms()).isFalse();
        assertThat(new Regularization(0f, 0f, 0f, 3f).limitsNorms()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -1  | 0        | 0   | 1   | l1: -1 (expected >= 0 and finite)
            0   | Infinity | 0   | 1   | l2: Infinity (expected >= 0 and finite)
            0   | 0        | NaN | 1   | decay: NaN (expected >= 0 and finite)
            0   | 0        | 0   | 0   | maxNorm: 0 (expected > 0; Infinity for none)
            0   | 0        | 0   | NaN | maxNorm: NaN (expected > 0; Infinity for none)
            """)
    void refusesOtherCoefficients(float l1, float l2, float decay, float maxNorm, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Regularization(l1, l2, decay, maxNorm))
                .withMessage(message);
    }
}
