package dev.lanewise.reports.experiments;

import static dev.lanewise.reports.experiments.TrainingText.number;
import static dev.lanewise.reports.experiments.TrainingText.percent;

import dev.lanewise.nn.EpochMetrics;
import dev.lanewise.nn.Evaluation;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.data.Split;
import dev.lanewise.nn.optim.Adam;
import dev.lanewise.reports.page.Plot;
import java.util.ArrayList;
import java.util.List;

/** Dropout of several rates on few samples. */
public final class DropoutOnData implements Experiment {
    private static final List<Float> RATES = List.of(0f, 0.2f, 0.5f, 0.7f);
    private static final int WIDTH = 256;
    private static final int BATCH = 32;
    private static final float LEARNING_RATE = 0.001f;
    /** Epochs at the end whose mean counts. */
    private static final int LAST = 5;
    private static final double LOWER = 0.9;

    private final TrainingSize.Pair sizes;

    /** With few samples. */
    public DropoutOnData() {
        this(new TrainingSize.Pair(new TrainingSize(500, 2000, 80), new TrainingSize(500, 10_000, 200)));
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
            return course.lastTrain(LAST, Evaluation::loss);
        }

        double test() {
            return course.lastTest(LAST, Evaluation::loss);
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
        return new Outcome(checks, List.of(plot("Loss on the test data", runs, false),
                plot("Loss on the training data, nothing dropped", runs, true), masks.plot()),
                List.of(table(runs), masks.table()), measured(runs));
    }

    private static Run train(Setting setting, TrainingSize size, Split data, float rate) {
        String layer = "dense:" + WIDTH + " relu" + (rate == 0 ? "" : " dropout:" + rate);
        Network network = Trainings.network(setting, Trainings.repeat(layer, 2));
        return new Run(rate, TrainingCourse.of(Trainings.trainer(setting, network)
                .optimizer(new Adam(LEARNING_RATE)).batchSize(BATCH).epochs(size.epochs()), data));
    }

    private static List<Check> checks(List<Run> runs) {
        Run none = runs.get(0);
        Run some = runs.get(1);
        Run half = runs.get(2);
        return List.of(
                new Check("the gap between test and training loss falls from no dropout to 0.2 and to 0.5",
                        none.gap() > some.gap() && some.gap() > half.gap(),
                        number(none.gap()) + ", " + number(some.gap()) + ", " + number(half.gap())),
                new Check("with rate 0.5 the test loss is at most " + LOWER + " of that without",
                        half.test() <= LOWER * none.test(), number(half.test()) + " against " + number(none.test())),
                new Check("with rate 0.5 the training loss, nothing dropped, is higher than without",
                        half.train() > none.train(), number(half.train()) + " against " + number(none.train())));
    }

    private static Plot plot(String title, List<Run> runs, boolean training) {
        Plot plot = Plot.of(title).x("epoch").y("mean loss").logY();
        for (Run run : runs) {
            plot.line(run.label(), run.course().numbers(), training
                    ? run.course().train(Evaluation::loss)
                    : run.course().test(Evaluation::loss));
        }
        return plot;
    }

    private static Table table(List<Run> runs) {
        List<List<String>> rows = new ArrayList<>();
        for (Run run : runs) {
            EpochMetrics last = run.course().epochs().getLast();
            rows.add(List.of(run.label(), number(last.trainLoss()), number(run.train()), number(run.test()),
                    number(run.gap()), percent(run.course().lastTrain(LAST, Evaluation::accuracy)),
                    percent(run.course().lastTest(LAST, Evaluation::accuracy))));
        }
        return new Table("Mean of the last " + LAST + " epochs", List.of("dropout",
                "training loss while dropping, last epoch", "training loss", "test loss", "gap", "training accuracy",
                "test accuracy"), rows);
    }

    private static String measured(List<Run> runs) {
        List<String> texts = new ArrayList<>();
        for (Run run : runs) {
            texts.add(run.label() + ": test loss " + number(run.test()) + ", gap " + number(run.gap())
                    + ", test accuracy " + percent(run.course().lastTest(LAST, Evaluation::accuracy)));
        }
        return "In two hidden layers of " + WIDTH + " units, on few samples: " + String.join("; ", texts)
                + ". Losses are measured with nothing dropped. The library draws a mask for each sample of a mini-batch, so a "
                + "mini-batch trains as many thinned networks as it has samples.";
    }
}
