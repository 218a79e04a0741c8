package dev.lanewise.properties;

import static dev.lanewise.properties.Errors.U;
import static dev.lanewise.properties.Errors.assertWithin;
import static dev.lanewise.properties.Errors.gamma;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lanewise.kernels.Transpose;
import dev.lanewise.kernels.reference.LossReference;
import dev.lanewise.kernels.reference.ReductionReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The definitions themselves are accurate: their errors against sums in double stay within the bounds of the
 * textbook, which {@link Errors} has.
 */
@Tag("once")
class AccuracyTest {
    static Stream<GemmCase> products() {
        return Stream.of(1, 2, 17, 64, 257, 1000, 4096)
                .flatMap(k -> Stream.of(
                        GemmCase.of(Transpose.N, Transpose.N, 7, 9, k, k),
                        GemmCase.of(Transpose.T, Transpose.N, 5, 3, k, k + 1L).with(0.3f, -1.7f),
                        GemmCase.of(Transpose.N, Transpose.T, 4, 6, k, k + 2L).with(-1f, 1f),
                        GemmCase.of(Transpose.T, Transpose.T, 3, 8, k, k + 3L).with(3f, 0.1f)));
    }

    @ParameterizedTest
    @MethodSource("products")
    void productStaysWithinGammaK(GemmCase any) {
        GemmCase.Operands before = any.operands();
        GemmCase.Operands x = any.operands();
        any.reference(x);
        for (int i = 0; i < any.shape().m(); i++) {
            for (int j = 0; j < any.shape().n(); j++) {
                double exact = 0;
                double magnitude = 0;
                for (int p = 0; p < any.shape().k(); p++) {
                    double term = (double) a(any, before, i, p) * b(any, before, p, j);
                    exact += term;
                    magnitude += Math.abs(term);
                }
                double c = (double) any.beta() * before.c().get(i, j);
                double bound = gamma(any.shape().k() + 2) * (Math.abs(any.alpha()) * magnitude + Math.abs(c));
                assertWithin(x.c().get(i, j), any.alpha() * exact + c, bound);
            }
        }
    }

    /** Integers times a power of two: no rounding is excused. */
    @ParameterizedTest
    @ValueSource(ints = {1, 16, 65, 512})
    void productOfDyadicNumbersIsExact(int k) {
        var any = new GemmCase(Transpose.N, Transpose.T, new GemmCase.Shape(9, 11, k), 1f, 1f, 2,
                Flavour.DYADIC, k);
        GemmCase.Operands before = any.operands();
        GemmCase.Operands x = any.operands();
        any.reference(x);
        for (int i = 0; i < 9; i++) {
            for (int j = 0; j < 11; j++) {
                double exact = before.c().get(i, j);
                for (int p = 0; p < k; p++) {
                    exact += (double) a(any, before, i, p) * b(any, before, p, j);
                }
                assertThat((double) x.c().get(i, j)).isEqualTo(exact);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 63, 64, 65, 128, 129, 1000, 4097, 100_000})
    void sumsStayWithinTheirBound(int n) {
        float[] x = Flavour.MODERATE.array(n, n);
        float[] y = Flavour.MODERATE.array(n + 1L, n);
        double sum = 0;
        double sumMagnitude = 0;
        double dot = 0;
        double dotMagnitude = 0;
        double distance = 0;
        for (int i = 0; i < n; i++) {
            sum += x[i];
            sumMagnitude += Math.abs(x[i]);
            dot += (double) x[i] * y[i];
            dotMagnitude += Math.abs((double) x[i] * y[i]);
            distance += ((double) x[i] - y[i]) * ((double) x[i] - y[i]);
        }
        int roundings = Math.ceilDiv(n, 64) + 5;
        assertWithin(ReductionReference.sum(n, x, 0), sum, gamma(roundings) * sumMagnitude);
        assertWithin(ReductionReference.dot(n, x, 0, y, 0), dot, gamma(roundings + 1) * dotMagnitude);
        assertWithin(ReductionReference.squaredDistance(n, x, 0, y, 0), distance,
                gamma(roundings + 3) * distance);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 64, 1000})
    void columnSumsStayWithinGammaRows(int rows) {
        int columns = 13;
        float[] x = Flavour.MODERATE.array(rows, rows * columns);
        float[] sums = new float[columns];
        ReductionReference.columnSums(rows, columns, x, 0, columns, sums, 0);
        for (int j = 0; j < columns; j++) {
            double exact = 0;
            double magnitude = 0;
            for (int i = 0; i < rows; i++) {
                exact += x[i * columns + j];
                magnitude += Math.abs(x[i * columns + j]);
            }
            assertWithin(sums[j], exact, gamma(rows) * magnitude);
        }
    }

    /**
     * With D the row's spread, an exponential is off by D u (its argument) + 2 u (1 ULP), the sum by as much and
     * gamma(ceil(n / 64) + 5), the quotient by u; the loss by the sum's error, 1 ULP of the logarithm, D u of
     * the logit and u of the difference.
     */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10, 64, 65, 1000})
    void softmaxAndCrossEntropyStayWithinTheirBound(int columns) {
        for (int seed = 0; seed < 50; seed++) {
            float[] x = Flavour.MODERATE.array(seed, columns);
            for (int j = 0; j < columns; j++) {
                x[j] = x[j] / 10f;
            }
            assertSoftmax(columns, x, seed % columns);
        }
    }

    private static void assertSoftmax(int n, float[] x, int label) {
        float[] y = new float[n];
        float[] loss = new float[1];
        LossReference.softmaxCrossEntropy(1, n, x, 0, n, new int[]{label}, 0, 0f, y, 0, n, loss, 0);
        double max = Double.NEGATIVE_INFINITY;
        double min = Double.POSITIVE_INFINITY;
        for (float logit : x) {
            max = Math.max(max, logit);
            min = Math.min(min, logit);
        }
        double sum = 0;
        for (float logit : x) {
            sum += StrictMath.exp(logit - max);
        }
        double exponential = (max - min + 2) * U;
        double sumError = exponential + gamma(Math.ceilDiv(n, 64) + 5);
        for (int j = 0; j < n; j++) {
            double exact = StrictMath.exp(x[j] - max) / sum;
            assertWithin(y[j], exact,
                    1.01 * (exponential + sumError + U) * exact + n * (double) Float.MIN_VALUE);
        }
        double exact = StrictMath.log(sum) - (x[label] - max);
        assertWithin(loss[0], exact, 1.01 * (sumError + (2 * StrictMath.log(sum) + (max - min) + exact) * U));
    }

    private static float a(GemmCase any, GemmCase.Operands x, int i, int p) {
        return any.transA() == Transpose.N ? x.a().get(i, p) : x.a().get(p, i);
    }

    private static float b(GemmCase any, GemmCase.Operands x, int p, int j) {
        return any.transB() == Transpose.N ? x.b().get(p, j) : x.b().get(j, p);
    }
}
