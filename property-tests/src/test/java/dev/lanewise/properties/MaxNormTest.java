package dev.lanewise.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lanewise.kernels.MaxNorm;
import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** Columns within the limit keep their bits, others become as long as the limit, and the division does not matter. */
@Domain(KernelDomain.class)
@Domain(DomainContext.Global.class)
class MaxNormTest {
    private static final int ROWS = 23;
    private static final int GAP = 3;

    /** Moderate weights, every third column being a tenth as long. */
    private static float[] weights(int columns, long seed) {
        float[] w = Flavour.MODERATE.array(seed, ROWS * (columns + GAP));
        for (int at = 0; at < w.length; at++) {
            w[at] *= at % (columns + GAP) % 3 == 0 ? 0.1f : 1f;
        }
        return w;
    }

    private static double norm(float[] w, int columns, int column) {
        double squares = 0;
        for (int i = 0; i < ROWS; i++) {
            double v = w[i * (columns + GAP) + column];
            squares += v * v;
        }
        return Math.sqrt(squares);
    }

    private static float[] column(float[] w, int columns, int column) {
        float[] values = new float[ROWS];
        for (int i = 0; i < ROWS; i++) {
            values[i] = w[i * (columns + GAP) + column];
        }
        return values;
    }

    @KernelProperty
    void limitsNormsAndNothingElse(@ForAll @IntRange(min = 1, max = 600) int columns, @ForAll long seed) {
        float[] w = weights(columns, seed);
        double[] norms = new double[columns];
        Arrays.setAll(norms, j -> norm(w, columns, j));
        float limit = 1.0001f * (float) Arrays.stream(norms).average().orElseThrow();
        float[] limited = w.clone();
        MaxNorm.apply(ROWS, columns, limit, limited, 0, columns + GAP);
        for (int j = 0; j < columns; j++) {
            if (norms[j] > limit * 1.00001) {
                assertThat(norm(limited, columns, j)).as("column %d", j)
                        .isCloseTo(limit, within(4e-6 * limit));
            } else if (norms[j] < limit * 0.99999) {
                assertThat(column(limited, columns, j)).as("column %d", j).isEqualTo(column(w, columns, j));
            }
        }
        for (int j = columns; j < columns + GAP; j++) {
            assertThat(column(limited, columns, j)).as("gap %d", j).isEqualTo(column(w, columns, j));
        }
    }

    @KernelProperty
    void anyDivisionOfTheColumnsGivesTheSameBits(@ForAll @IntRange(min = 2, max = 600) int columns,
            @ForAll @IntRange(max = 100) int percent, @ForAll long seed) {
        float[] whole = weights(columns, seed);
        float[] divided = whole.clone();
        float limit = 2f;
        int left = columns * percent / 100;
        MaxNorm.apply(ROWS, columns, limit, whole, 0, columns + GAP);
        MaxNorm.apply(ROWS, columns - left, limit, divided, left, columns + GAP);
        MaxNorm.apply(ROWS, left, limit, divided, 0, columns + GAP);
        assertThat(divided).isEqualTo(whole);
    }

    @Example
    void aNormOfThreeIsHalved() {
        float[] w = {1f, 0f, 2f, 1f, -2f, 0f};
        MaxNorm.apply(3, 2, 1.5f, w, 0, 2);
        assertThat(w).containsExactly(0.5f, 0f, 1f, 1f, -1f, 0f);
    }

    @Example
    void normsThatAreNoNumbersStay() {
        float[] w = {Float.NaN, Float.POSITIVE_INFINITY, 1e20f, 9f, 8f, 7f};
        float[] before = w.clone();
        MaxNorm.apply(2, 3, 1f, w, 0, 3);
        assertThat(w).isEqualTo(before);
    }
}
