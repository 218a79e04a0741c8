package dev.lanewise.reports.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lanewise.reports.page.ContourLines.Piece;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContourLinesTest {
    /** One unit of the drawing is a hundredth of a value. */
    private static final Frame FRAME = new Frame(new Axis(-2, 2, 1), new Axis(-2, 2, 1), 0, 400, 0, 400, 0);

    private static double radius(double x, double y) {
        return Math.hypot(x / 100 - 2, 2 - y / 100);
    }

    @Test
    void aCircleIsRoundAndClosed() {
        List<Piece> pieces = new ContourLines(FRAME, Math::hypot).at(1.5);
        Map<String, Integer> ends = new HashMap<>();
        for (Piece piece : pieces) {
            assertThat(radius(piece.x1(), piece.y1())).isCloseTo(1.5, within(1e-3));
            assertThat(radius(piece.x2(), piece.y2())).isCloseTo(1.5, within(1e-3));
            ends.merge(Math.round(piece.x1() * 1e6) + " " + Math.round(piece.y1() * 1e6), 1, Integer::sum);
            ends.merge(Math.round(piece.x2() * 1e6) + " " + Math.round(piece.y2() * 1e6), 1, Integer::sum);
        }
        assertThat(pieces).hasSizeGreaterThan(200);
        assertThat(ends.values()).containsOnly(2);
    }

    @Test
    void linesGoAroundThePeaksOfASaddle() {
        // The pass lies in the middle of a cell of 1/24 by 1/15.
        ContourLines lines = new ContourLines(FRAME, (x, y) -> (x - 1 / 48.0) * (y - 1 / 30.0));
        for (double level : new double[]{1e-4, -1e-4}) {
            assertThat(lines.at(level)).isNotEmpty().allSatisfy(piece -> {
                double x = (piece.x1() + piece.x2()) / 200 - 2 - 1 / 48.0;
                double y = 2 - (piece.y1() + piece.y2()) / 200 - 1 / 30.0;
                assertThat(Math.signum(x * y)).isEqualTo(Math.signum(level));
            });
        }
    }

    @Test
    void aPlaneHasOneStraightLine() {
        List<Piece> pieces = new ContourLines(FRAME, (x, y) -> 3 * x + 0 * y).at(1.5);
        assertThat(pieces).hasSize(60).allSatisfy(piece -> {
            assertThat(piece.x1()).isCloseTo(250, within(1e-9));
            assertThat(piece.x2()).isCloseTo(250, within(1e-9));
        });
    }

    @Test
    void whereASurfaceIsNotFiniteThereIsNoLine() {
        ContourLines lines = new ContourLines(FRAME, (x, y) -> x < 0 ? Double.NaN : y);
        assertThat(lines.at(0.5)).isNotEmpty().allMatch(piece -> Math.min(piece.x1(), piece.x2()) >= 200);
        assertThat(new ContourLines(FRAME, (_, _) -> Double.NaN).defaultLevels()).isEmpty();
        assertThat(new ContourLines(FRAME, (_, _) -> 7).at(7)).isEmpty();
    }

    @Test
    void defaultLevelsDivideTheArea() {
        double[] levels = new ContourLines(FRAME, (x, _) -> x).defaultLevels();
        assertThat(levels).hasSize(8).isSorted();
        assertThat(levels[0]).isCloseTo(-1.75, within(0.05));
        assertThat(levels[7]).isCloseTo(1.75, within(0.05));
    }
}
