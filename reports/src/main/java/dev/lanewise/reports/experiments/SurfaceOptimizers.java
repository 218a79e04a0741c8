package dev.lanewise.reports.experiments;

import static dev.lanewise.reports.experiments.TrainingText.number;

import dev.lanewise.reports.page.Plot;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The library's optimizers on surfaces of two parameters, from analytic gradients. Nothing in it is random. */
public final class SurfaceOptimizers implements Experiment {
    private static final int STEPS = 5000;
    /** The rate at which all roll towards two valleys; SGD is stable there up to 0.16. */
    private static final float ROLLING_RATE = 0.02f;
    private static final double LOCAL_MINIMUM = -1;
    private static final double LOWEST_POINT = 2;
    private static final double NEAR = 0.1;
    /** In this part of SGD's steps the others shall arrive. */
    private static final double PART = 0.5;
    private static final float ANY_RATE = Float.POSITIVE_INFINITY;
    /** With larger rates Adagrad jumps over the ravine and back. */
    private static final float SHOWN_RATE = 0.5f;
    private static final int SHOWN = 500;
    private static final int SHOWN_AFTER_ARRIVAL = 20;

    private final int steps;

    /** With 5,000 steps for each way. */
    public SurfaceOptimizers() {
        this(STEPS);
    }

    SurfaceOptimizers(int steps) {
        this.steps = steps;
    }

    /** The best way of each optimizer over one surface. */
    private record Ways(SurfaceShape shape, Map<SurfaceChoice, SurfaceWalk> best) {
        int arrival(SurfaceChoice choice) {
            return walk(choice).arrival();
        }

        SurfaceWalk walk(SurfaceChoice choice) {
            return Objects.requireNonNull(best.get(choice));
        }
    }

    @Override
    public String name() {
        return "optimizers-surfaces";
    }

    @Override
    public String title() {
        return "Optimizers on ravines, saddles, plateaus and in local minima";
    }

    @Override
    public String question() {
        return "Where the gradient is small or points the wrong way: which optimizers get through, and how fast?";
    }

    @Override
    public String claim() {
        return "Gradients vanish in local minima, at saddle points and on plateaus. Learning rates of its own for each "
                + "parameter (Adagrad, RMSProp), momentum, and both (Adam) go on; momentum may even roll out of a local "
                + "minimum.";
    }

    @Override
    public Outcome run(Setting setting) {
        Ways ravine = ways(SurfaceShape.ravine(), ANY_RATE);
        Ways turned = ways(SurfaceShape.turnedRavine(), ANY_RATE);
        Ways saddle = ways(SurfaceShape.saddle(), ANY_RATE);
        Ways plateau = ways(SurfaceShape.plateau(), ANY_RATE);
        Map<SurfaceChoice, SurfaceWalk> rolling = rolling();
        return new Outcome(
                List.of(faster(ravine, "the end of the ravine"),
                        faster(saddle, "the valley beyond the saddle"),
                        faster(plateau, "the hole in the plateau"), leaves(rolling)),
                plots(ways(SurfaceShape.ravine(), SHOWN_RATE), saddle, plateau, rolling),
                List.of(table(List.of(ravine, turned, saddle, plateau)), valleys(rolling)),
                measured(ravine, turned, saddle, plateau, rolling));
    }

    /** With rates up to {@code most}. */
    private Ways ways(SurfaceShape shape, float most) {
        Map<SurfaceChoice, SurfaceWalk> best = new EnumMap<>(SurfaceChoice.class);
        for (SurfaceChoice choice : SurfaceChoice.values()) {
            best.put(choice, choice.best(shape, steps, most));
        }
        return new Ways(shape, best);
    }

    private Map<SurfaceChoice, SurfaceWalk> rolling() {
        Map<SurfaceChoice, SurfaceWalk> walks = new EnumMap<>(SurfaceChoice.class);
        for (SurfaceChoice choice : SurfaceChoice.values()) {
            walks.put(choice, SurfaceWalk.of(choice.at(ROLLING_RATE), SurfaceShape.twoValleys(), steps));
        }
        return walks;
    }

    private static Check faster(Ways ways, String where) {
        int sgd = ways.arrival(SurfaceChoice.SGD);
        boolean holds = others().allMatch(choice -> ways.arrival(choice) <= PART * sgd);
        List<String> arrivals = new ArrayList<>();
        for (SurfaceChoice choice : SurfaceChoice.values()) {
            arrivals.add(choice.label() + " " + arrival(ways.walk(choice)));
        }
        return new Check(
                "each at its best rate, all others reach " + where + " in at most half of SGD's steps", holds,
                "steps: " + String.join(", ", arrivals));
    }

    private static Stream<SurfaceChoice> others() {
        return Stream.of(SurfaceChoice.values()).filter(choice -> choice != SurfaceChoice.SGD);
    }

    private static Check leaves(Map<SurfaceChoice, SurfaceWalk> rolling) {
        double sgd = end(rolling, SurfaceChoice.SGD);
        double momentum = end(rolling, SurfaceChoice.MOMENTUM);
        return new Check(
                "at the same rate of " + ROLLING_RATE + " SGD ends in the local minimum at " + LOCAL_MINIMUM
                        + ", and Momentum rolls over the pass to the lowest point at " + LOWEST_POINT,
                Math.abs(sgd - LOCAL_MINIMUM) < NEAR && Math.abs(momentum - LOWEST_POINT) < NEAR,
                "SGD ends at " + number(sgd) + ", Momentum at " + number(momentum));
    }

    private static double end(Map<SurfaceChoice, SurfaceWalk> walks, SurfaceChoice choice) {
        return Objects.requireNonNull(walks.get(choice)).end();
    }

    private static List<Plot> plots(Ways ravine, Ways saddle, Ways plateau,
            Map<SurfaceChoice, SurfaceWalk> rolling) {
        Plot first = Plot.of("A ravine, each at its best rate up to " + SHOWN_RATE)
                .xRange(-4.4, 1)
                .yRange(-1.2, 1.2)
                .contours(ravine.shape().f(), 0.1, 1, 4, 12, 30, 70)
                .mark(0, 0, "minimum");
        Plot second = Plot.of("From a saddle to a valley")
                .xRange(-1.2, 1.2)
                .yRange(-0.4, 1.5)
                .contours(saddle.shape().f(), -0.24, -0.15, -0.05, 0, 0.3, 1, 3)
                .mark(0, 0, "saddle")
                .mark(0, 1, "minimum");
        Plot third = Plot.of("Height on the plateau").x("step").y("loss").logX();
        Plot fourth = Plot.of("Two valleys, all at the rate " + ROLLING_RATE)
                .xRange(-2.2, 2.8)
                .yRange(-0.8, 1.2)
                .contours(SurfaceShape.twoValleys().f(), -3.5, -2.5, -1.5, -0.5, -0.2, 0, 0.3, 1)
                .mark(LOCAL_MINIMUM, 0, "local minimum")
                .mark(LOWEST_POINT, 0, "lowest point");
        for (SurfaceChoice choice : SurfaceChoice.values()) {
            draw(first, choice, ravine.walk(choice));
            draw(second, choice, saddle.walk(choice));
            if (plateau.walk(choice).arrives()) {
                double[] heights = plateau.walk(choice).heights(shown(plateau.walk(choice)));
                third.line(choice.label(), numbers(heights.length), heights);
            }
        }
        rolling.forEach((choice, walk) -> fourth.line(choice.label(), walk.x(SHOWN), walk.y(SHOWN)));
        return List.of(parameters(first), parameters(second), third, parameters(fourth));
    }

    private static Plot parameters(Plot plot) {
        return plot.x("first parameter").y("second parameter");
    }

    private static void draw(Plot plot, SurfaceChoice choice, SurfaceWalk walk) {
        if (walk.arrives()) {
            plot.line(choice.label(), walk.x(shown(walk)), walk.y(shown(walk)));
        }
    }

    private static int shown(SurfaceWalk walk) {
        return walk.arrival() + SHOWN_AFTER_ARRIVAL;
    }

    /** 1, 2, ... so that the start has a place on a logarithmic axis. */
    private static double[] numbers(int n) {
        double[] numbers = new double[n];
        for (int i = 0; i < n; i++) {
            numbers[i] = i + 1;
        }
        return numbers;
    }

    private static Table table(List<Ways> all) {
        List<String> header = new ArrayList<>(List.of("surface", "goal"));
        for (SurfaceChoice choice : SurfaceChoice.values()) {
            header.add(choice.label());
        }
        List<List<String>> rows = new ArrayList<>();
        for (Ways ways : all) {
            List<String> row = new ArrayList<>(List.of(ways.shape().name(), number(ways.shape().goal())));
            for (SurfaceChoice choice : SurfaceChoice.values()) {
                SurfaceWalk walk = ways.walk(choice);
                row.add(arrival(walk) + (walk.arrives() ? " at " + walk.optimizer().learningRate() : ""));
            }
            rows.add(row);
        }
        return new Table("Steps until the loss stays at the goal, at the best of 15 rates from 0.0001 to 5",
                header, rows);
    }

    private static Table valleys(Map<SurfaceChoice, SurfaceWalk> rolling) {
        List<List<String>> rows = new ArrayList<>();
        rolling.forEach((choice, walk) -> rows.add(List.of(choice.label(), number(walk.end()),
                walk.arrives() ? "yes" : "no", number(walk.heights(STEPS)[walk.heights(STEPS).length - 1]))));
        return new Table("Two valleys at the rate " + ROLLING_RATE,
                List.of("optimizer", "first parameter at the end", "in the deeper valley", "loss"), rows);
    }

    private static String arrival(SurfaceWalk walk) {
        return walk.arrives() ? TrainingText.count(walk.arrival()) : "never";
    }

    private String measured(Ways ravine, Ways turned, Ways saddle, Ways plateau,
            Map<SurfaceChoice, SurfaceWalk> rolling) {
        SurfaceShape valleys = SurfaceShape.twoValleys();
        long jumps = SurfaceChoice.SGD.all(valleys, steps).filter(SurfaceWalk::arrives).count();
        long rolls = SurfaceChoice.MOMENTUM.all(valleys, steps).filter(SurfaceWalk::arrives).count();
        return "In a ravine 200 times as steep across as along, SGD needs "
                + arrival(ravine.walk(SurfaceChoice.SGD))
                + " steps at its best rate, Momentum " + arrival(ravine.walk(SurfaceChoice.MOMENTUM))
                + ", Adagrad "
                + arrival(ravine.walk(SurfaceChoice.ADAGRAD)) + " and Adam "
                + arrival(ravine.walk(SurfaceChoice.ADAM))
                + ". If the ravine is turned by 30 degrees, rates of its own for each parameter help less: Adagrad needs "
                + arrival(turned.walk(SurfaceChoice.ADAGRAD)) + ", RMSProp "
                + arrival(turned.walk(SurfaceChoice.RMSPROP))
                + " and Momentum " + arrival(turned.walk(SurfaceChoice.MOMENTUM))
                + " steps. A millionth beside a saddle SGD needs "
                + arrival(saddle.walk(SurfaceChoice.SGD)) + " steps to leave, Adagrad "
                + arrival(saddle.walk(SurfaceChoice.ADAGRAD)) + "; on the plateau it is "
                + arrival(plateau.walk(SurfaceChoice.SGD)) + " against "
                + arrival(plateau.walk(SurfaceChoice.ADAGRAD))
                + ". Between two valleys Momentum ends at " + number(end(rolling, SurfaceChoice.MOMENTUM))
                + ", SGD at "
                + number(end(rolling, SurfaceChoice.SGD)) + ". SGD gets to the lowest point with " + jumps
                + " of 15 rates, Momentum with " + rolls + ".";
    }
}
