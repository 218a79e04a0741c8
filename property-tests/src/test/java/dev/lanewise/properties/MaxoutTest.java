package dev.lanewise.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanewise.kernels.Activation;
import dev.lanewise.kernels.Activations;
import dev.lanewise.kernels.Maxout;
import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** What maxout is for. Small integers make the arithmetic exact, so that inequalities and equalities hold to the bit. */
@Domain(KernelDomain.class)
@Domain(DomainContext.Global.class)
class MaxoutTest {
    private static final int ROWS = 3;

    private static final class Output {
        private final float[] y;
        private final int[] winner;

        Output(int n) {
            y = new float[n];
            winner = new int[n];
        }
    }

    private static Output forward(int rows, int units, int pieces, float[] z) {
        var output = new Output(rows * units);
        Maxout.forward(rows, units, pieces, z, 0, output.y, 0, output.winner, 0);
        return output;
    }

    /** A unit of the pieces {z, 0} is a ReLU, and its gradient is ReLU's. */
    @KernelProperty
    void aUnitBesideZeroIsRelu(@ForAll Flavour flavour, @ForAll @IntRange(min = 1, max = 70) int units,
            @ForAll long seed) {
        float[] x = flavour.array(seed, units);
        float[] z = Arrays.copyOf(x, 2 * units);
        float[] relu = new float[units];
        Activations.activate(Activation.RELU, 0f, units, x, 0, relu, 0);
        Output output = forward(1, units, 2, z);
        assertThat(bits(output.y)).isEqualTo(bits(relu));
        float[] dy = flavour.array(seed + 1, units);
        float[] dz = new float[2 * units];
        float[] dx = new float[units];
        Maxout.backward(1, units, 2, output.winner, 0, dy, 0, dz, 0);
        Activations.activateBackward(Activation.RELU, 0f, units, x, 0, dy, 0, dx, 0);
        assertThat(bits(Arrays.copyOf(dz, units))).isEqualTo(bits(dx));
    }

    @KernelProperty
    void isMonotone(@ForAll @IntRange(min = 2, max = 16) int pieces,
            @ForAll @IntRange(min = 1, max = 40) int units, @ForAll long seed) {
        float[] z = integers(seed, ROWS * units * pieces);
        float[] more = z.clone();
        var random = new SplittableRandom(seed);
        for (int i = 0; i < more.length; i++) {
            more[i] += random.nextInt(3);
        }
        float[] y = forward(ROWS, units, pieces, z).y;
        float[] higher = forward(ROWS, units, pieces, more).y;
        for (int i = 0; i < y.length; i++) {
            assertThat(higher[i]).isGreaterThanOrEqualTo(y[i]);
        }
    }

    @KernelProperty
    void isConvex(@ForAll @IntRange(min = 2, max = 16) int pieces,
            @ForAll @IntRange(min = 1, max = 40) int units, @ForAll long seed) {
        float[] a = integers(seed, ROWS * units * pieces);
        float[] b = integers(seed + 1, a.length);
        float[] middle = new float[a.length];
        for (int i = 0; i < a.length; i++) {
            middle[i] = (a[i] + b[i]) / 2;
        }
        float[] atA = forward(ROWS, units, pieces, a).y;
        float[] atB = forward(ROWS, units, pieces, b).y;
        float[] between = forward(ROWS, units, pieces, middle).y;
        for (int i = 0; i < between.length; i++) {
            assertThat(between[i]).isLessThanOrEqualTo((atA[i] + atB[i]) / 2);
        }
    }

    /** Of a number x, pieces {@code slope x + bias} give slopes that only grow, and no more of them than pieces. */
    @KernelProperty
    void piecesOfANumberGiveNoMoreSegmentsThanPieces(@ForAll @IntRange(min = 2, max = 16) int pieces,
            @ForAll @IntRange(min = 1, max = 40) int units, @ForAll long seed) {
        int points = 200;
        float[] slope = integers(seed, units * pieces);
        float[] bias = integers(seed + 1, units * pieces);
        float[] z = new float[points * units * pieces];
        for (int i = 0; i < points; i++) {
            for (int q = 0; q < units * pieces; q++) {
                z[i * units * pieces + q] = slope[q] * (i - points / 2);
            }
        }
        float[] y = new float[points * units];
        int[] winner = new int[points * units];
        Maxout.biasForward(points, units, pieces, z, 0, bias, 0, y, 0, winner, 0);
        for (int unit = 0; unit < units; unit++) {
            int segments = 1;
            for (int i = 1; i < points; i++) {
                float before = slope[winner[(i - 1) * units + unit] * units + unit];
                float now = slope[winner[i * units + unit] * units + unit];
                assertThat(now).isGreaterThanOrEqualTo(before);
                segments += now > before ? 1 : 0;
            }
            assertThat(segments).isLessThanOrEqualTo(pieces);
        }
    }

    /** {@code <dz, v> = <dy, v at the winners>} for any v: backward is the transpose of choosing the winners. */
    @KernelProperty
    void backwardIsTheAdjoint(@ForAll @IntRange(min = 2, max = 16) int pieces,
            @ForAll @IntRange(min = 1, max = 40) int units, @ForAll long seed) {
        int n = ROWS * units;
        int[] winner = forward(ROWS, units, pieces, integers(seed, n * pieces)).winner;
        float[] dy = integers(seed + 1, n);
        float[] dz = new float[n * pieces];
        Arrays.fill(dz, Float.NaN);
        Maxout.backward(ROWS, units, pieces, winner, 0, dy, 0, dz, 0);
        float[] v = integers(seed + 2, n * pieces);
        double left = 0;
        for (int i = 0; i < v.length; i++) {
            left += (double) dz[i] * v[i];
        }
        double right = 0;
        for (int i = 0; i < n; i++) {
            right += (double) dy[i] * v[(i / units * pieces + winner[i]) * units + i % units];
        }
        assertThat(left).isEqualTo(right);
    }

    @Example
    void tiesGoToTheFirstPiece() {
        Output output = forward(1, 3, 3, new float[]{1, -0f, 0f, 2, 0f, -0f, 2, -1, 0f});
        assertThat(bits(output.y)).isEqualTo(bits(new float[]{2, -0f, 0f}));
        assertThat(output.winner).isEqualTo(new int[]{1, 0, 0});
    }

    @Example
    void theFirstNanWins() {
        float nan = Float.NaN;
        float infinity = Float.POSITIVE_INFINITY;
        Output output = forward(1, 4, 3,
                new float[]{nan, 1, infinity, -infinity, 2, nan, nan, -infinity, nan, nan, 3, nan});
        assertThat(bits(output.y)).isEqualTo(bits(new float[]{nan, nan, nan, nan}));
        assertThat(output.winner).isEqualTo(new int[]{0, 1, 1, 2});
    }

    private static float[] integers(long seed, int n) {
        var random = new SplittableRandom(seed);
        float[] values = new float[n];
        for (int i = 0; i < n; i++) {
            values[i] = random.nextInt(-9, 10);
        }
        return values;
    }

    private static int[] bits(float[] x) {
        int[] bits = new int[x.length];
        Arrays.setAll(bits, i -> Float.floatToIntBits(x[i]));
        return bits;
    }
}
