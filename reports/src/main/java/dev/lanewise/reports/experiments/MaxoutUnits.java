package dev.lanewise.reports.experiments;

import static dev.lanewise.reports.experiments.TrainingText.count;
import static dev.lanewise.reports.experiments.TrainingText.number;

import dev.lanewise.nn.Network;
import dev.lanewise.nn.data.Split;
import dev.lanewise.reports.page.Plot;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Maxout: ReLU is one, activation functions are learned, and each sample trains the thin network of its winners. */
public final class MaxoutUnits implements Experiment {
    private static final String HIDDEN = "maxout:32x3 maxout:32x3";
    private static final int BATCH = 8;
    private static final List<Integer> PIECES = List.of(2, 3, 5);
    /** So many times the least possible error may what is learned have. */
    private static final double SLACK = 1.5;
    /** The error that counts as none. */
    private static final double EXACT = 1e-4;
    private static final double ROUNDING = 1e-5;

    private final TrainingSize.Pair sizes;
    private final int steps;

    /** On 20 steps if quick, else on 100; epochs are those of one scalar function. */
    public MaxoutUnits() {
        this(new TrainingSize.Pair(new TrainingSize(2000, 2000, 1000),
                new TrainingSize(60_000, 10_000, 3000)), 20);
    }

    MaxoutUnits(TrainingSize.Pair sizes, int steps) {
        this.sizes = sizes;
        this.steps = steps;
    }

    /** What was found. */
    private record Found(MaxoutAsRelu asRelu, List<MaxoutFunction> squares, List<MaxoutFunction> usual,
            MaxoutFunction magnitude, MaxoutFunction relu, MaxoutFunction roof, List<MaxoutStep> steps,
            MaxoutBatch batch) {
        List<MaxoutFunction> functions() {
            List<MaxoutFunction> all = new ArrayList<>(squares);
            all.addAll(usual);
            all.addAll(List.of(magnitude, relu, roof));
            return all;
        }
    }

    @Override
    public String name() {
        return "maxout";
    }

    @Override
    public String title() {
        return "Maxout learns its activation function";
    }

    @Override
    public String question() {
        return "Is ReLU a maxout unit? Which functions can a group of 2, 3 or 5 pieces learn, and what is trained if only one "
                + "piece of each group counts?";
    }

    @Override
    public String claim() {
        return "ReLU is a special case of maxout. A group learns any piecewise linear convex function with as many pieces as "
                + "it has elements. Training trains the thin network of the greatest elements.";
    }

    @Override
    public Outcome run(Setting setting) {
        TrainingSize size = sizes.of(setting);
        Split data = size.of(setting);
        Found found = find(setting, data, size.epochs());
        return new Outcome(List.of(asRelu(found), convex(found), squares(found), corners(found), roof(found),
                thin(found), batch(found)), plots(found), List.of(table(found)), measured(found));
    }

    private Found find(Setting setting, Split data, int epochs) {
        List<MaxoutFunction> squares = new ArrayList<>();
        List<MaxoutFunction> usual = new ArrayList<>();
        for (int pieces : PIECES) {
            squares.add(MaxoutFunction.learn(MaxoutTarget.SQUARE, pieces, epochs, setting));
            usual.add(MaxoutFunction.learnUsually(MaxoutTarget.SQUARE, pieces, epochs, setting));
        }
        Network network = Trainings.network(setting, HIDDEN);
        List<MaxoutStep> found = new ArrayList<>();
        int samples = Math.min(setting.pick(steps, 5 * steps), data.train().size());
        for (int i = 0; i < samples; i++) {
            found.add(MaxoutStep.of(setting, HIDDEN, network, data.train().subset(i)));
        }
        return new Found(MaxoutAsRelu.compare(setting, data.train(), data.test()), squares, usual,
                MaxoutFunction.learn(MaxoutTarget.MAGNITUDE, 2, epochs, setting),
                MaxoutFunction.learn(MaxoutTarget.RELU, 2, epochs, setting),
                MaxoutFunction.learn(MaxoutTarget.ROOF, 5, epochs, setting), found,
                MaxoutBatch.of(setting, HIDDEN, network,
                        data.train().take(Math.min(BATCH, data.train().size()))));
    }

    private static Check asRelu(Found found) {
        return new Check(
                "a maxout network with the pieces w x + b and 0 has the outputs of a ReLU network bit for bit",
                found.asRelu().different() == 0 && found.asRelu().outputs() > 0,
                count(found.asRelu().different()) + " of " + count(found.asRelu().outputs())
                        + " outputs have other bits");
    }

    private static Check convex(Found found) {
        List<String> segments = found.functions().stream().map(f -> f.label() + ": " + f.segments()).toList();
        return new Check(
                "what a unit has learned is, bit for bit, the greatest of its lines: convex, with at most as many "
                        + "segments as pieces",
                found.functions().stream().allMatch(MaxoutFunction::isPiecewiseConvex),
                "segments: " + String.join("; ", segments));
    }

    private static Check squares(Found found) {
        boolean holds = found.squares()
                .stream()
                .allMatch(f -> f.error() <= SLACK * MaxoutTarget.leastSquareError(f.lines().pieces()));
        List<String> errors = found.squares()
                .stream()
                .map(f -> f.lines().pieces() + " pieces " + number(f.error()) + " (least possible "
                        + number(MaxoutTarget.leastSquareError(f.lines().pieces())) + ")")
                .toList();
        return new Check(
                "x^2 is learned with at most " + SLACK
                        + " times the least squared error that 2, 3 and 5 lines allow",
                holds, String.join(", ", errors));
    }

    private static Check corners(Found found) {
        double magnitude = found.magnitude().error();
        double relu = found.relu().error();
        return new Check("two pieces learn |x| and ReLU itself with a squared error of at most " + EXACT,
                magnitude <= EXACT && relu <= EXACT, "|x| " + number(magnitude) + ", ReLU " + number(relu));
    }

    private static Check roof(Found found) {
        double error = found.roof().error();
        return new Check(
                "what is not convex is not learned: -|x| keeps at least 0.9 of the squared error of a constant",
                error >= 0.9 * MaxoutTarget.ROOF_ERROR,
                number(error) + " with 5 pieces, " + number(MaxoutTarget.ROOF_ERROR) + " with a constant");
    }

    private static Check thin(Found found) {
        double first = found.steps().stream().mapToDouble(MaxoutStep::firstLayer).max().orElse(Double.NaN);
        boolean holds = first <= ROUNDING && found.steps()
                .stream()
                .allMatch(s -> s.sameOutputs() && s.losersStay() && s.winnersMove() && s.sameLayers());
        return new Check(
                "for one sample the thin network of the winners has the same outputs bit for bit; a step leaves the "
                        + "bits of all losers and moves the winners as the thin network's own step does: bit for bit behind the first "
                        + "layer, and there but for " + ROUNDING
                        + " of the largest change, since sums run in another order",
                holds,
                found.steps().size() + " samples: same outputs " + samples(found, MaxoutStep::sameOutputs)
                        + ", losers the same " + samples(found, MaxoutStep::losersStay) + ", winners moved "
                        + samples(found, MaxoutStep::winnersMove) + ", same layers "
                        + samples(found, MaxoutStep::sameLayers)
                        + "; first layer " + number(first));
    }

    /** For how many samples it is so. */
    private static String samples(Found found, Predicate<MaxoutStep> fact) {
        return Long.toString(found.steps().stream().filter(fact).count());
    }

    private static Check batch(Found found) {
        MaxoutBatch batch = found.batch();
        return new Check(
                "in a step on " + BATCH
                        + " samples exactly the pieces that win for none keep the bits of their weights",
                batch.holds(),
                batch.idle() + " of " + batch.pieces() + " pieces win for none, " + batch.idleStay()
                        + " of these stay; " + batch.othersMove() + " of the other "
                        + (batch.pieces() - batch.idle())
                        + " move");
    }

    private static List<Plot> plots(Found found) {
        Plot squares = axes("Learned from x^2");
        draw(squares, MaxoutTarget.SQUARE);
        found.squares().forEach(f -> draw(squares, f));
        Plot corners = axes("Learned with two pieces");
        draw(corners, found.magnitude());
        draw(corners, found.relu());
        Plot roof = axes("A roof is not convex");
        draw(roof, MaxoutTarget.ROOF);
        draw(roof, found.roof());
        return List.of(squares, pieces(found.squares().get(1)), corners, roof);
    }

    private static Plot axes(String title) {
        return Plot.of(title).x("input").y("output");
    }

    private static void draw(Plot plot, MaxoutTarget target) {
        float[] x = MaxoutFunction.points();
        plot.line(target.name(), MaxoutFunction.doubles(x), MaxoutFunction.doubles(target.values(x)));
    }

    private static void draw(Plot plot, MaxoutFunction function) {
        plot.line(function.label(), MaxoutFunction.doubles(MaxoutFunction.points()), function.outputs());
    }

    /** The lines of a unit, and the greatest. */
    private static Plot pieces(MaxoutFunction function) {
        float[] x = MaxoutFunction.points();
        Plot plot = axes("The lines behind " + function.label());
        for (int q = 0; q < function.lines().pieces(); q++) {
            float[] line = new float[x.length];
            for (int i = 0; i < x.length; i++) {
                line[i] = function.lines().value(q, x[i]);
            }
            plot.line("piece " + (q + 1), MaxoutFunction.doubles(x), MaxoutFunction.doubles(line));
        }
        return plot.line("the greatest", MaxoutFunction.doubles(x), function.outputs());
    }

    private static Table table(Found found) {
        List<List<String>> rows = found.functions()
                .stream()
                .map(f -> List.of(f.target().name(),
                        found.usual().contains(f) ? "usual" : "each wins somewhere",
                        Integer.toString(f.lines().pieces()), Integer.toString(f.segments()),
                        number(f.error())))
                .toList();
        return new Table("Functions learned over -1 to 1",
                List.of("function", "initial lines", "pieces", "straight segments", "mean squared error"),
                rows);
    }

    private static String measured(Found found) {
        List<String> squares = found.squares().stream().map(f -> number(f.error())).toList();
        MaxoutFunction usual = found.usual().getLast();
        return "Of " + count(found.asRelu().outputs()) + " outputs of a ReLU network "
                + count(found.asRelu().different())
                + " differ from those of maxout with a second piece of 0. Groups of 2, 3 and 5 pieces learn x^2 with squared "
                + "errors of " + String.join(", ", squares)
                + ", if at first each piece wins somewhere. A piece that never wins gets no gradient: from the usual initial "
                + "weights " + usual.segments() + " of " + usual.lines().pieces()
                + " pieces win somewhere in the end, with an error of " + number(usual.error())
                + ". Two pieces learn |x| with "
                + number(found.magnitude().error()) + " and ReLU with " + number(found.relu().error())
                + ". For one sample each of two maxout layers trains one piece in three; of a mini-batch of "
                + BATCH + ", "
                + found.batch().idle() + " of " + found.batch().pieces()
                + " pieces win for no sample and stay as they are.";
    }
}
