package dev.lanewise.reports.experiments;

import static dev.lanewise.reports.experiments.TrainingText.number;
import static dev.lanewise.reports.experiments.TrainingText.percent;
import static dev.lanewise.reports.experiments.TrainingText.points;

import dev.lanewise.nn.Evaluation;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.data.Split;
import dev.lanewise.nn.optim.Sgd;
import dev.lanewise.reports.page.Plot;
import java.util.ArrayList;
import java.util.List;

/** Dropout of several rates on few samples. */
public final class DropoutOnData implements Experiment {
    private static final List<Float> RATES = List.of(0f, 0.2f, 0.5f, 0.7f);
    private static final int WIDTH = 512;
    private static final int BATCH = 32;
    private static final float LEARNING_RATE = 0.05f;
    /** Epochs at the end whose mean counts. */
    private static final int LAST = 5;
    /** In fractions classified wrongly. */
    private static final double LOWER = 0.01;

    private final TrainingSize.Pair sizes;

    /** With few samples. */
    public DropoutOnData() {
        this(new TrainingSize.Pair(new TrainingSize(1000, 2000, 100), new TrainingSize(1000, 10_000, 150)));
    }

    DropoutOnData(TrainingSize.Pair sizes) {
        this.sizes = sizes;
    }

    /** A rate and its training. */
    private record Run(float rate, TrainingCourse course) {
        String label() {
            return rate == 0 ? "no dropout" : "rate " + rate;
        }

        double train() {
            return course.lastTrain(LAST, TrainingCourse::error);
        }

        double test() {
            return course.lastTest(LAST, TrainingCourse::error);
        }

        double gap() {
            return test() - train();
        }
    }

    @Override
    public String name() {
        return "dropout";
    }

    @Override
    public String title() {
        return "Dropout";
    }

    @Override
    public String question() {
        return "A network with many weights learns few samples by heart. What does dropout change on training and test data?";
    }

    @Override
    public String claim() {
        return "Each mini-batch trains another thinned network. Training gets harder, and the gap between training and test "
                + "data smaller: on test data the network is better.";
    }

    @Override
    public Outcome run(Setting setting) {
        TrainingSize size = sizes.of(setting);
        Split data = size.of(setting);
        List<Run> runs = RATES.stream().map(rate -> train(setting, size, data, rate)).toList();
        DropoutMasks masks = new DropoutMasks(setting, data.train());
        List<Check> checks = new ArrayList<>(checks(runs));
        checks.addAll(masks.checks());
        return new Outcome(checks, List.of(plot("Error on the test data", runs, false),
                plot("Error on the training data, nothing dropped", runs, true), masks.plot()),
                List.of(table(runs), masks.table()), measured(size, runs));
    }

    private static Run train(Setting setting, TrainingSize size, Split data, float rate) {
        String layer = "dense:" + WIDTH + " relu" + (rate == 0 ? "" : " dropout:" + rate);
        Network network = Trainings.network(setting, Trainings.repeat(layer, 2));
        return new Run(rate, TrainingCourse.of(Trainings.trainer(setting, network)
                .optimizer(new Sgd(LEARNING_RATE))
                .batchSize(BATCH)
                .epochs(size.epochs()), data));
    }

    private static List<Check> checks(List<Run> runs) {
        Run none = runs.get(0);
        Run some = runs.get(1);
        Run half = runs.get(2);
        double dropping = half.course().epochs().getLast().trainLoss();
        double otherwise = none.course().epochs().getLast().trainLoss();
        return List.of(
                new Check("the gap between test and training error falls from no dropout to 0.2 and to 0.5",
                        none.gap() > some.gap() && some.gap() > half.gap(),
                        points(none.gap()) + ", " + points(some.gap()) + " and " + points(half.gap())
                                + " points"),
                new Check(
                        "with rate 0.5 the test error is lower than without by at least " + points(LOWER)
                                + " point",
                        none.test() - half.test() >= LOWER,
                        percent(half.test()) + " against " + percent(none.test())),
                new Check(
                        "training gets harder: with rate 0.5 the loss while dropping is at least 3 times that without",
                        dropping >= 3 * otherwise, number(dropping) + " against " + number(otherwise)));
    }

    private static Plot plot(String title, List<Run> runs, boolean training) {
        Plot plot = Plot.of(title).x("epoch").y("fraction classified wrongly");
        for (Run run : runs) {
            plot.line(run.label(), run.course().numbers(), training
                    ? run.course().train(TrainingCourse::error)
                    : run.course().test(TrainingCourse::error));
        }
        return plot;
    }

    private static Table table(List<Run> runs) {
        List<List<String>> rows = new ArrayList<>();
        for (Run run : runs) {
            rows.add(List.of(run.label(), number(run.course().epochs().getLast().trainLoss()),
                    number(run.course().lastTrain(LAST, Evaluation::loss)),
                    number(run.course().lastTest(LAST, Evaluation::loss)), percent(run.train()),
                    percent(run.test()), points(run.gap())));
        }
        return new Table("Mean of the last " + LAST + " epochs", List.of("dropout",
                "training loss while dropping, last epoch", "training loss", "test loss", "training error",
                "test error", "gap in points"), rows);
    }

    private static String measured(TrainingSize size, List<Run> runs) {
        List<String> texts = new ArrayList<>();
        for (Run run : runs) {
            texts.add(run.label() + " " + percent(run.test()) + " (loss "
                    + number(run.course().lastTest(LAST, Evaluation::loss)) + ")");
        }
        return "In two hidden layers of " + WIDTH + " ReLU units, trained by SGD with rate " + LEARNING_RATE
                + " on "
                + size.samples() + " samples, test errors are: " + String.join(", ", texts)
                + ". The gap to the training error goes from " + points(runs.get(0).gap())
                + " points without dropout to "
                + points(runs.get(2).gap())
                + " with rate 0.5. Errors and losses are measured with nothing dropped. How much "
                + "dropout gains depends on data and settings, and the test loss may rise where the test error falls. The "
                + "library draws a mask for each sample of a mini-batch, so a mini-batch trains as many thinned networks "
                + "as it has samples.";
    }
}
