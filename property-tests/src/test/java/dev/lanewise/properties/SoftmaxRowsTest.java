package dev.lanewise.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.lanewise.kernels.Losses;
import dev.lanewise.kernels.Reductions;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What rows with extreme logits give, at widths of a row below, at and above a vector's and a block's. */
class SoftmaxRowsTest {
    private static final float INF = Float.POSITIVE_INFINITY;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 16, 17, 64, 100, 5000, 100_000})
    void equalLogitsAreEquallyLikely(int n) {
        for (float logit : new float[]{0f, -0f, 88f, -104f, 1e30f, -1e30f, Float.MAX_VALUE,
                Float.MIN_VALUE}) {
            float[] x = filled(n, logit);
            assertThat(softmax(x)).containsOnly(1f / n);
            float expected = logSoftmax(x)[0];
            assertThat(expected).isEqualTo((float) -Math.log(n), offset(1e-6f));
            assertThat(logSoftmax(x)).containsOnly(expected);
            assertThat(crossEntropy(x, n - 1)).isEqualTo(-expected);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 10, 16, 17, 64, 100, 5000})
    void oneLogitFarAboveTheOthersTakesAll(int n) {
        for (float low : new float[]{-INF, -1e30f, -Float.MAX_VALUE}) {
            float[] x = filled(n, low);
            x[n / 2] = 88f;
            float[] expected = new float[n];
            expected[n / 2] = 1f;
            assertThat(softmax(x)).containsExactly(expected);
            assertThat(logSoftmax(x)[n / 2]).isEqualTo(0f);
            assertThat(logSoftmax(x)[0 == n / 2 ? 1 : 0]).isEqualTo(low - 88f);
            assertThat(crossEntropy(x, n / 2)).isEqualTo(0f);
            assertThat(softTargets(x, expected)).isEqualTo(0f);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 16, 17, 64, 100, 5000})
    void rowsWithoutADistributionGiveNan(int n) {
        for (float bad : new float[]{INF, Float.NaN}) {
            float[] x = filled(n, 1f);
            x[n / 2] = bad;
            assertNan(x);
        }
        assertNan(filled(n, -INF));
        assertNan(filled(n, INF));
    }

    private static void assertNan(float[] x) {
        assertThat(softmax(x)).containsOnly(Float.NaN);
        assertThat(logSoftmax(x)).containsOnly(Float.NaN);
        assertThat(crossEntropy(x, 0)).isNaN();
        assertThat(softTargets(x, filled(x.length, 1f / x.length))).isNaN();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 10, 16, 17, 64, 100, 9000})
    void maximaOfSpecialValues(int n) {
        float[] x = filled(n, -0f);
        assertThat(Float.floatToRawIntBits(Reductions.max(n, x, 0))).isZero();
        assertThat(Reductions.argmax(n, x, 0)).isZero();
        x[n - 1] = 0f;
        assertThat(Float.floatToRawIntBits(Reductions.max(n, x, 0))).isZero();
        assertThat(Reductions.argmax(n, x, 0)).isZero();
        x[0] = -INF;
        x[n - 1] = INF;
        assertThat(Reductions.max(n, x, 0)).isEqualTo(INF);
        assertThat(Reductions.argmax(n, x, 0)).isEqualTo(n - 1);
        x[n / 2] = Float.intBitsToFloat(0xFFC00001);
        assertThat(Reductions.max(n, x, 0)).isNaN();
        assertThat(Reductions.argmax(n, x, 0)).isEqualTo(n / 2);
        assertThat(Reductions.max(n, filled(n, -INF), 0)).isEqualTo(-INF);
        assertThat(Reductions.argmax(n, filled(n, -INF), 0)).isZero();
    }

    private static float[] filled(int n, float value) {
        float[] x = new float[n];
        Arrays.fill(x, value);
        return x;
    }

    private static float[] softmax(float[] x) {
        float[] y = new float[x.length];
        Losses.softmax(1, x.length, x, 0, x.length, y, 0, x.length);
        return y;
    }

    private static float[] logSoftmax(float[] x) {
        float[] y = new float[x.length];
        Losses.logSoftmax(1, x.length, x, 0, x.length, y, 0, x.length);
        return y;
    }

    private static float crossEntropy(float[] x, int label) {
        float[] loss = new float[1];
        Losses.softmaxCrossEntropy(1, x.length, x, 0, x.length, new int[]{label}, 0, 0f, new float[x.length],
                0, x.length, loss, 0);
        return loss[0];
    }

    private static float softTargets(float[] x, float[] t) {
        float[] loss = new float[1];
        Losses.softTargetCrossEntropy(1, x.length, x, 0, x.length, t, 0, x.length, new float[x.length], 0,
                x.length, loss, 0);
        return loss[0];
    }
}
