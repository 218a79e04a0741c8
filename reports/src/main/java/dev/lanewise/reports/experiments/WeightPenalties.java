package dev.lanewise.reports.experiments;

import static dev.lanewise.reports.experiments.TrainingText.number;
import static dev.lanewise.reports.experiments.TrainingText.percent;
import static dev.lanewise.reports.experiments.TrainingText.plain;

import dev.lanewise.nn.Evaluation;
import dev.lanewise.nn.Scaling;
import dev.lanewise.nn.data.Dataset;
import dev.lanewise.nn.optim.Regularization;
import dev.lanewise.reports.page.Plot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What L1 and L2 do to weights. */
public final class WeightPenalties implements Experiment {
    private static final float RATE = 0.1f;
    private static final float L2 = 0.01f;
    private static final float L1 = 0.0005f;
    private static final int BINS = 61;

    private final TrainingSize.Pair sizes;

    /** With some thousand steps. */
    public WeightPenalties() {
        this(new TrainingSize.Pair(new TrainingSize(4000, 2000, 25), new TrainingSize(12_000, 10_000, 20)));
    }

    WeightPenalties(TrainingSize.Pair sizes) {
        this.sizes = sizes;
    }

    @Override
    public String name() {
        return "l1-l2";
    }

    @Override
    public String title() {
        return "L1 and L2 regularisation";
    }

    @Override
    public String question() {
        return "What do L1 and L2 do to the weights of a network, step by step and in the end?";
    }

    @Override
    public String claim() {
        return "L2 multiplies each weight by 1 - eta lambda in every step, L1 takes eta lambda off its magnitude. So L2 "
                + "makes all weights smaller, and L1 makes many of them almost zero.";
    }

    @Override
    public Outcome run(Setting setting) {
        Dataset train = setting.data().train();
        int blind = rowOfPixels(train);
        Setting masked = new Setting(setting.data(), blinded(setting.scaling(), train.features(), blind),
                setting.quick(), setting.seed(), setting.workers());
        PenaltyRun none = run("none", 0f, 0f, blind, masked);
        PenaltyRun l2 = run("L2, lambda " + plain(L2), 0f, L2, blind, masked);
        PenaltyRun l1 = run("L1, lambda " + plain(L1), L1, 0f, blind, masked);
        List<PenaltyRun> all = List.of(none, l2, l1);
        return new Outcome(new PenaltyChecks(none, l2, l1, RATE).all(),
                List.of(histogram(all, train.features()),
                        paths(all)),
                List.of(table(all)), measured(none, l2, l1, blind));
    }

    private PenaltyRun run(String name, float l1, float l2, int blind, Setting setting) {
        TrainingSize size = sizes.of(setting);
        Regularization penalty = new Regularization(l1, l2, 0f, Float.POSITIVE_INFINITY);
        return new PenaltyRun(name, penalty, RATE, blind, setting, size, size.of(setting));
    }

    /** The first row of an image. */
    private static int rowOfPixels(Dataset data) {
        int[] shape = data.shape();
        return shape.length > 1 ? data.features() / shape[0] : 1;
    }

    /** The scaling, with the first features always 0. */
    private static Scaling blinded(Scaling scaling, int features, int blind) {
        float[] offset = perFeature(scaling.offset(), features);
        float[] factor = perFeature(scaling.factor(), features);
        Arrays.fill(factor, 0, blind, 0f);
        return Scaling.of(offset, factor);
    }

    private static float[] perFeature(float[] values, int features) {
        if (values.length == features) {
            return values;
        }
        float[] all = new float[features];
        Arrays.fill(all, values[0]);
        return all;
    }

    /** Over three standard deviations of He's initial weights of the first layer to both sides. */
    private static Plot histogram(List<PenaltyRun> all, int inputs) {
        double limit = 3 * Math.sqrt(2.0 / inputs);
        double width = 2 * limit / BINS;
        double[] centres = new double[BINS];
        for (int i = 0; i < BINS; i++) {
            centres[i] = -limit + (i + 0.5) * width;
        }
        Plot plot = Plot.of("Weights that learn, after training")
                .x("weight")
                .y("fraction of weights, by bins of "
                        + number(width))
                .logY();
        for (PenaltyRun run : all) {
            double[] shares = new double[BINS];
            double[] weights = run.seeing();
            for (double weight : weights) {
                int bin = (int) Math.floor((weight + limit) / width);
                if (bin >= 0 && bin < BINS) {
                    shares[bin] += 1.0 / weights.length;
                }
            }
            plot.line(run.name(), centres, shares);
        }
        return plot;
    }

    private static Plot paths(List<PenaltyRun> all) {
        Plot plot = Plot.of("A weight without a gradient from the data").x("step").y("weight");
        for (PenaltyRun run : all) {
            double[] path = run.path();
            double[] steps = new double[path.length];
            Arrays.setAll(steps, i -> i);
            plot.line(run.name(), steps, path);
        }
        return plot;
    }

    private static Table table(List<PenaltyRun> all) {
        List<List<String>> rows = new ArrayList<>();
        for (PenaltyRun run : all) {
            rows.add(List.of(run.name(), number(run.size()), number(run.greatest()),
                    percent(run.share(PenaltyChecks::small)), percent(run.share(weight -> weight == 0)),
                    percent(run.course().lastTrain(1, Evaluation::accuracy)),
                    percent(run.course().lastTest(1, Evaluation::accuracy))));
        }
        return new Table("After training", List.of("penalty", "root mean square of the weights", "greatest",
                "below " + PenaltyChecks.SMALL, "exactly 0", "training accuracy", "test accuracy"), rows);
    }

    private static String measured(PenaltyRun none, PenaltyRun l2, PenaltyRun l1, int blind) {
        return "The first " + blind + " inputs are held at 0, so that their " + none.blind()
                + " weights get no gradient from the data and show the penalty alone: after " + l2.steps()
                + " steps of plain SGD with rate " + RATE + ", L2 with lambda " + plain(L2)
                + " has multiplied them by "
                + number(Math.pow(1 - (double) RATE * L2, l2.steps())) + " and L1 with lambda " + plain(L1)
                + " has taken off up to "
                + number((double) RATE * L1 * l1.steps()) + ". Of the weights that learn, "
                + percent(l1.share(PenaltyChecks::small)) + " are below " + PenaltyChecks.SMALL + " with L1, "
                + percent(l2.share(PenaltyChecks::small)) + " with L2 and "
                + percent(none.share(PenaltyChecks::small)) + " without; the greatest is "
                + number(l1.greatest()) + ", "
                + number(l2.greatest()) + " and " + number(none.greatest())
                + ". L1 by its gradient hops around 0 by one step and hardly ever hits it: "
                + percent(l1.share(weight -> weight == 0)) + " are exactly 0.";
    }
}
