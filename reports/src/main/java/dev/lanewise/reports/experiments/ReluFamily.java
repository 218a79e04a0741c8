package dev.lanewise.reports.experiments;

import static dev.lanewise.reports.experiments.TrainingText.number;
import static dev.lanewise.reports.experiments.TrainingText.percent;
import static dev.lanewise.reports.experiments.TrainingText.points;

import dev.lanewise.nn.Evaluation;
import dev.lanewise.reports.page.Plot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** ReLU, leaky, parametric and maxout side by side. */
public final class ReluFamily implements Experiment {
    private static final int WIDTH = 64;
    private static final float RATE = 0.1f;
    private static final float FIRST_SLOPE = 0.25f;
    /** What a slope must have moved to have been learned. */
    private static final double MOVED = 0.05;
    private static final double ALIKE = 0.05;

    private final TrainingSize.Pair sizes;
    private final int hidden;

    /** With three hidden layers. */
    public ReluFamily() {
        this(new TrainingSize.Pair(new TrainingSize(4000, 2000, 25), new TrainingSize(12_000, 10_000, 40)),
                3);
    }

    ReluFamily(TrainingSize.Pair sizes, int hidden) {
        this.sizes = sizes;
        this.hidden = hidden;
    }

    @Override
    public String name() {
        return "relu-family";
    }

    @Override
    public String title() {
        return "ReLU and its variants";
    }

    @Override
    public String question() {
        return "ReLU passes no gradient where its input is negative. Do leaky and parametric ReLU, do they learn better, and "
                + "what slopes are learned?";
    }

    @Override
    public String claim() {
        return "Leaky and parametric ReLU keep a gradient for z < 0, so that every unit goes on learning; the slope of the "
                + "parametric one is trained with the weights; maxout learns its whole function. With the same budget "
                + "all are good.";
    }

    @Override
    public Outcome run(Setting setting) {
        ReluFamilyRun relu = train(setting, "ReLU", "relu");
        ReluFamilyRun leaky = train(setting, "leaky, 0.01", "leaky:0.01");
        ReluFamilyRun shared = train(setting, "parametric by layer", "prelu:shared");
        ReluFamilyRun feature = train(setting, "parametric by unit", "prelu:feature");
        ReluFamilyRun maxout = train(setting, "maxout, 2 pieces", "maxout:" + WIDTH + "x2");
        List<ReluFamilyRun> all = List.of(relu, leaky, shared, feature, maxout);
        List<ReluFamilyRun> leaking = List.of(leaky, shared, feature);
        List<Check> checks = List.of(zero(relu), passes(leaking), reached(relu, leaking),
                moved(shared, feature), alike(all));
        return new Outcome(checks,
                List.of(losses("Loss on the training data", all, true),
                        losses("Loss on the test data", all, false),
                        slopes(feature)),
                List.of(table(all), slopeTable(shared, feature)), measured(all, shared, feature));
    }

    private ReluFamilyRun train(Setting setting, String name, String word) {
        return ReluFamilyRun.of(name, word, hidden, WIDTH, setting, sizes.of(setting), RATE);
    }

    private static Check zero(ReluFamilyRun relu) {
        return new Check("ReLU passes none of the gradients that arrive where z < 0", relu.passed() == 0,
                percent(relu.passed()) + " get through");
    }

    private static Check passes(List<ReluFamilyRun> leaking) {
        double least = leaking.stream().mapToDouble(ReluFamilyRun::passed).min().orElseThrow();
        return new Check("leaky and parametric ReLU pass at least 99.9 % of them", least >= 0.999,
                "at least " + percent(least) + " get through");
    }

    private static Check reached(ReluFamilyRun relu, List<ReluFamilyRun> leaking) {
        int most = leaking.stream().mapToInt(ReluFamilyRun::unreached).max().orElseThrow();
        return new Check("in the last epoch no unit of theirs is without gradient", most == 0,
                most + " of " + relu.units() + " units (with ReLU " + relu.unreached() + ")");
    }

    private static Check moved(ReluFamilyRun shared, ReluFamilyRun feature) {
        double a = farthest(shared);
        double b = farthest(feature);
        return new Check("of the slopes, which begin at 0.25, some move by at least " + MOVED
                + ", both with one a layer and with one a unit", Math.min(a, b) >= MOVED,
                "by up to " + number(a) + " and " + number(b));
    }

    private static double farthest(ReluFamilyRun run) {
        double most = 0;
        for (float[] layer : run.slopes()) {
            for (float slope : layer) {
                most = Math.max(most, Math.abs((double) slope - FIRST_SLOPE));
            }
        }
        return most;
    }

    private static Check alike(List<ReluFamilyRun> all) {
        double best = all.stream().mapToDouble(ReluFamily::test).max().orElseThrow();
        double worst = all.stream().mapToDouble(ReluFamily::test).min().orElseThrow();
        return new Check("test accuracies lie within " + points(ALIKE) + " points", best - worst <= ALIKE,
                percent(worst) + " to " + percent(best));
    }

    private static double test(ReluFamilyRun run) {
        return run.course().lastTest(1, Evaluation::accuracy);
    }

    private static Plot losses(String title, List<ReluFamilyRun> all, boolean training) {
        Plot plot = Plot.of(title).x("epoch").y("mean loss").logY();
        for (ReluFamilyRun run : all) {
            TrainingCourse course = run.course();
            plot.line(run.name(), course.numbers(),
                    training ? course.train(Evaluation::loss) : course.test(Evaluation::loss));
        }
        return plot;
    }

    private static Plot slopes(ReluFamilyRun feature) {
        Plot plot = Plot.of("Learned slopes of the units, by size")
                .x("unit, the smallest slope first")
                .y("slope")
                .horizontal(FIRST_SLOPE, "at first");
        List<float[]> layers = feature.slopes();
        for (int i = 0; i < layers.size(); i++) {
            float[] sorted = layers.get(i).clone();
            Arrays.sort(sorted);
            double[] x = new double[sorted.length];
            double[] y = new double[sorted.length];
            for (int j = 0; j < x.length; j++) {
                x[j] = j + 1;
                y[j] = sorted[j];
            }
            plot.line("layer " + (i + 1), x, y);
        }
        return plot;
    }

    private static Table table(List<ReluFamilyRun> all) {
        List<List<String>> rows = new ArrayList<>();
        for (ReluFamilyRun run : all) {
            TrainingCourse course = run.course();
            boolean watched = !run.activations().isEmpty();
            rows.add(List.of(run.name(), TrainingText.count(run.network().parameterCount()),
                    number(course.lastTrain(1, Evaluation::loss)),
                    percent(course.lastTrain(1, Evaluation::accuracy)),
                    number(course.lastTest(1, Evaluation::loss)), percent(test(run)),
                    percent(watched ? run.passed() : Double.NaN),
                    watched ? run.unreached() + " of " + run.units() : "-"));
        }
        return new Table("After the last epoch", List.of("activation", "parameters", "training loss",
                "training accuracy", "test loss", "test accuracy", "gradients passed where z < 0",
                "units without gradient"), rows);
    }

    private static Table slopeTable(ReluFamilyRun shared, ReluFamilyRun feature) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < shared.slopes().size(); i++) {
            float[] slopes = feature.slopes().get(i).clone();
            Arrays.sort(slopes);
            rows.add(List.of(Integer.toString(i + 1), number(shared.slopes().get(i)[0]), number(slopes[0]),
                    number(slopes[slopes.length / 2]), number(slopes[slopes.length - 1])));
        }
        return new Table("Learned slopes, from 0.25", List.of("hidden layer", "one a layer",
                "one a unit: least", "median", "greatest"), rows);
    }

    private String measured(List<ReluFamilyRun> all, ReluFamilyRun shared, ReluFamilyRun feature) {
        List<String> accuracies = new ArrayList<>();
        for (ReluFamilyRun run : all) {
            accuracies.add(run.name() + " " + percent(test(run)));
        }
        ReluFamilyRun relu = all.getFirst();
        int leaking = all.stream().skip(1).mapToInt(ReluFamilyRun::unreached).sum();
        return "Test accuracy after the same budget (" + hidden + " hidden layers of " + WIDTH
                + " units, SGD with rate "
                + RATE + "): " + String.join("; ", accuracies)
                + ". Without any gradient in the last epoch are "
                + relu.unreached() + " of " + relu.units() + " ReLU units and " + leaking
                + " of the leaking ones together. Slopes moved by up to "
                + number(farthest(shared)) + " (one a layer) and " + number(farthest(feature))
                + " (one a unit). That a variant is better than ReLU is not claimed and does not follow: their order "
                + "changes with data and seed. Maxout has about twice the parameters.";
    }
}
