package dev.lanewise.nn.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StrokeRendererTest {

    private static float[] draw(float radius, float edge, float[]... strokes) {
        float[] ink = new float[5 * 7];
        new StrokeRenderer(7, 5).draw(strokes, radius, edge, ink);
        return ink;
    }

    @Test
    void inkFallsWithTheDistanceToTheStroke() {
        // Along the centres of row 2, columns 2 to 4: rows 1 and 3 are 1 away, rows 0 and 4 are 2 away.
        float[] ink = draw(0.5f, 1, new float[]{2.5f, 2.5f, 4.5f, 2.5f});
        for (int column = 2; column <= 4; column++) {
            assertThat(ink[2 * 7 + column]).isEqualTo(1);
            assertThat(ink[7 + column]).isEqualTo(0.5f);
            assertThat(ink[3 * 7 + column]).isEqualTo(0.5f);
            assertThat(ink[column]).isZero();
        }
        assertThat(ink[2 * 7 + 1]).isEqualTo(0.5f);
        assertThat(ink[2 * 7]).isZero();
    }

    @Test
    void aPointIsADot() {
        float[] ink = draw(0.5f, 1, new float[]{3.5f, 2.5f, 3.5f, 2.5f});
        assertThat(ink[2 * 7 + 3]).isEqualTo(1);
        assertThat(ink[2 * 7 + 2]).isEqualTo(0.5f);
        assertThat(ink[0]).isZero();
    }

    @Test
    void theNearestStrokeCountsWhateverTheOrder() {
        float[] across = {0.5f, 2.5f, 6.5f, 2.5f};
        float[] down = {3.5f, 0.5f, 3.5f, 4.5f};
        float[] both = draw(0.5f, 1, across, down);
        assertThat(both).isEqualTo(draw(0.5f, 1, down, across));
        float[] first = draw(0.5f, 1, across);
        float[] second = draw(0.5f, 1, down);
        for (int i = 0; i < both.length; i++) {
            assertThat(both[i]).isEqualTo(Math.max(first[i], second[i]));
        }
    }

    @Test
    void strokesMayLeaveThePage() {
        float[] ink = draw(0.5f, 1, new float[]{-20, 2.5f, 40, 2.5f}, new float[]{-9, -9, -8, -8},
                new float[]{30, 30, 40, 31});
        for (int column = 0; column < 7; column++) {
            assertThat(ink[2 * 7 + column]).isEqualTo(1);
            assertThat(ink[column]).isZero();
        }
    }
}
