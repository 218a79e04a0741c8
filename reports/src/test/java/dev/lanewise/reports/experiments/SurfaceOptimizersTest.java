package dev.lanewise.reports.experiments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lanewise.nn.optim.Momentum;
import dev.lanewise.nn.optim.Sgd;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SurfaceOptimizersTest {
    /** {@code x^2 / 2 + y}. */
    private static final SurfaceShape BOWL = new SurfaceShape("bowl", (x, y) -> x * x / 2 + y, (x, _) -> x,
            (_, _) -> 1,
            List.of(4f, 0f), -1.25);

    static Stream<SurfaceShape> shapes() {
        return Stream.of(SurfaceShape.ravine(), SurfaceShape.turnedRavine(), SurfaceShape.saddle(),
                SurfaceShape.plateau(), SurfaceShape.twoValleys());
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void derivativesAreThoseOfTheHeight(SurfaceShape shape) {
        double h = 1e-5;
        for (double x : new double[]{-2, -0.7, 0, 0.4, 1.9}) {
            for (double y : new double[]{-0.9, 0.1, 1.1}) {
                double dx = (shape.f().applyAsDouble(x + h, y) - shape.f().applyAsDouble(x - h, y)) / (2 * h);
                double dy = (shape.f().applyAsDouble(x, y + h) - shape.f().applyAsDouble(x, y - h)) / (2 * h);
                assertThat(shape.dx().applyAsDouble(x, y)).as("%s by x at %s, %s", shape.name(), x, y)
                        .isCloseTo(dx, within(1e-6));
                assertThat(shape.dy().applyAsDouble(x, y)).as("%s by y at %s, %s", shape.name(), x, y)
                        .isCloseTo(dy, within(1e-6));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void theGoalIsBelowTheStart(SurfaceShape shape) {
        assertThat(shape.f().applyAsDouble(shape.start().get(0), shape.start().get(1)))
                .isGreaterThan(shape.goal());
    }

    /** x halves, y falls by a half: heights 8, 1.5, -0.5, -1.375. */
    @Test
    void walksAsTheOptimizerSteps() {
        SurfaceWalk walk = SurfaceWalk.of(new Sgd(0.5f), BOWL, 3);
        assertThat(walk.x(9)).containsExactly(4, 2, 1, 0.5);
        assertThat(walk.y(2)).containsExactly(0, -0.5, -1);
        assertThat(walk.heights(3)).containsExactly(8, 1.5, -0.5, -1.375);
        assertThat(walk.end()).isEqualTo(0.5);
        assertThat(walk.arrival()).isEqualTo(3);
    }

    /** v = -2, then -1 - 1; x = 4, 2, 0. */
    @Test
    void keepsTheOptimizersState() {
        assertThat(SurfaceWalk.of(new Momentum(0.5f, 0.5f), BOWL, 2).x(2)).containsExactly(4, 2, 0);
    }

    @Test
    void whoDoesNotStayAtTheGoalHasNotArrived() {
        SurfaceShape back = new SurfaceShape("back", (x, _) -> Math.abs(x), (x, _) -> 1, (_, _) -> 0,
                List.of(1f, 0f), 0.25);
        assertThat(SurfaceWalk.of(new Sgd(0.5f), back, 2).arrives()).isTrue();
        assertThat(SurfaceWalk.of(new Sgd(0.5f), back, 3).arrives()).isFalse();
    }

    @Test
    void theBestRateTakesTheFewestSteps() {
        SurfaceWalk best = SurfaceChoice.SGD.best(SurfaceShape.ravine(), 1000, 1f);
        int fewest = SurfaceChoice.SGD.all(SurfaceShape.ravine(), 1000)
                .mapToInt(SurfaceWalk::arrival)
                .min()
                .orElseThrow();
        assertThat(best.arrival()).isEqualTo(fewest).isPositive();
        assertThat(SurfaceChoice.SGD.best(SurfaceShape.ravine(), 1000, 0.002f).arrival())
                .isGreaterThan(fewest);
    }
}
