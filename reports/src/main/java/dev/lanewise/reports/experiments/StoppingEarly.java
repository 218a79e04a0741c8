package dev.lanewise.reports.experiments;

import static dev.lanewise.reports.experiments.TrainingText.number;
import static dev.lanewise.reports.experiments.TrainingText.percent;

import dev.lanewise.nn.EarlyStopping;
import dev.lanewise.nn.EpochMetrics;
import dev.lanewise.nn.Evaluation;
import dev.lanewise.nn.History;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.Trainer;
import dev.lanewise.nn.data.Split;
import dev.lanewise.nn.optim.Adam;
import dev.lanewise.reports.page.Plot;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Both losses of a network that overfits, and what early stopping keeps. */
public final class StoppingEarly implements Experiment {
    private static final String LAYERS = "dense:256 relu dense:256 relu";
    private static final float RATE = 0.001f;
    private static final int BATCH = 32;
    /** The part of the samples that is held out for validation. */
    private static final double HELD_OUT = 0.5;
    private static final int PATIENCE = 5;
    private static final double RISE = 1.1;

    private final TrainingSize.Pair sizes;

    /** With few samples, half of them for validation. */
    public StoppingEarly() {
        this(new TrainingSize.Pair(new TrainingSize(1000, 2000, 60), new TrainingSize(1000, 10_000, 150)));
    }

    StoppingEarly(TrainingSize.Pair sizes) {
        this.sizes = sizes;
    }

    /** One training with early stopping. */
    private record Run(Network network, Trainer trainer, TrainingCourse course, History history) {
        EpochMetrics epoch(int number) {
            return history.epochs().get(number - 1);
        }

        EpochMetrics restored() {
            return epoch(history.restoredEpoch());
        }
    }

    @Override
    public String name() {
        return "early-stopping";
    }

    @Override
    public String title() {
        return "Early stopping";
    }

    @Override
    public String question() {
        return "A network with many weights learns few samples. When should it stop, and what does one get by stopping?";
    }

    @Override
    public String claim() {
        return "The training loss falls on and on, the validation loss has a minimum. The parameters of that epoch are the "
                + "ones to keep.";
    }

    @Override
    public Outcome run(Setting setting) {
        TrainingSize size = sizes.of(setting);
        Split data = size.of(setting);
        Split parts = data.train().split(HELD_OUT, setting.seed());
        Run toTheEnd = train(setting, parts, data, size.epochs(), size.epochs());
        Run patient = train(setting, parts, data, size.epochs(), PATIENCE);
        Run again = train(setting, parts, data, toTheEnd.history().restoredEpoch(), null);
        List<Check> checks = List.of(rises(toTheEnd), keepsFalling(toTheEnd), restores(toTheEnd, again),
                tests(toTheEnd, data), stops(toTheEnd, patient, size.epochs()));
        return new Outcome(checks, List.of(losses(toTheEnd, patient), accuracies(toTheEnd)),
                List.of(table(toTheEnd, patient, data)), measured(toTheEnd, patient, data));
    }

    /** Without patience there is no early stopping. */
    private static Run train(Setting setting, Split parts, Split data, int epochs,
            @Nullable Integer patience) {
        Network network = Trainings.network(setting, LAYERS);
        Trainer trainer = Trainings.trainer(setting, network)
                .optimizer(new Adam(RATE))
                .batchSize(BATCH)
                .epochs(epochs);
        if (patience != null) {
            trainer.earlyStopping(EarlyStopping.patience(patience));
        }
        TrainingCourse course = TrainingCourse.watch(trainer, new Split(parts.train(), data.test()));
        return new Run(network, trainer, course, trainer.fit(parts.train(), parts.test()));
    }

    private static Check rises(Run run) {
        double best = run.restored().validationLoss();
        double last = run.history().last().validationLoss();
        return new Check(
                "the validation loss at the end is at least " + RISE + " times that of the best epoch",
                last >= RISE * best, number(last) + " against " + number(best) + " in epoch "
                        + run.history().restoredEpoch());
    }

    private static Check keepsFalling(Run run) {
        double best = run.course().train(Evaluation::loss)[run.history().restoredEpoch() - 1];
        double last = run.course().lastTrain(1, Evaluation::loss);
        return new Check("the training loss at the end is at most half of that of the best epoch",
                last <= best / 2,
                number(last) + " against " + number(best));
    }

    private static Check restores(Run run, Run again) {
        double recorded = run.restored().validationLoss();
        double repeated = again.history().last().validationLoss();
        boolean same = Arrays.equals(run.network().parameters(), again.network().parameters());
        return new Check(
                "the restored parameters are, bit for bit, those of a training that ends with the best epoch, "
                        + "and so is the validation loss",
                same && recorded == repeated,
                (same ? "the same " : "not the same ") + run.network().parameterCount()
                        + " parameters; losses "
                        + recorded
                        + " and " + repeated);
    }

    private static Check tests(Run run, Split data) {
        double restored = run.trainer().evaluate(data.test()).loss();
        double last = run.course().lastTest(1, Evaluation::loss);
        return new Check("the restored network's test loss is not above that of the last epoch",
                restored <= last,
                number(restored) + " against " + number(last));
    }

    private static Check stops(Run toTheEnd, Run patient, int epochs) {
        double best = toTheEnd.restored().validationLoss();
        double kept = patient.restored().validationLoss();
        int stopped = patient.history().epochs().size();
        return new Check("a patience of " + PATIENCE
                + " epochs stops before the end and keeps a validation loss at most 5 % above the best",
                stopped < epochs && kept <= 1.05 * best,
                "stopped after " + stopped + " of " + epochs + " epochs, kept " + number(kept) + " of epoch "
                        + patient.history().restoredEpoch() + "; the best is " + number(best));
    }

    private static Plot losses(Run toTheEnd, Run patient) {
        TrainingCourse course = toTheEnd.course();
        double best = toTheEnd.history().restoredEpoch();
        return Plot.of("Loss by epoch")
                .x("epoch")
                .y("mean loss")
                .logY()
                .line("training", course.numbers(), course.train(Evaluation::loss))
                .line("validation", course.numbers(), toTheEnd.history()
                        .epochs()
                        .stream()
                        .mapToDouble(EpochMetrics::validationLoss)
                        .toArray())
                .line("test", course.numbers(), course.test(Evaluation::loss))
                .mark(best, toTheEnd.restored().validationLoss(), "best: epoch " + (int) best)
                .vertical(patient.history().epochs().size(), "patience " + PATIENCE + " stops");
    }

    private static Plot accuracies(Run toTheEnd) {
        TrainingCourse course = toTheEnd.course();
        return Plot.of("Accuracy by epoch")
                .x("epoch")
                .y("accuracy")
                .line("training", course.numbers(), course.train(Evaluation::accuracy))
                .line("validation", course.numbers(), toTheEnd.history()
                        .epochs()
                        .stream()
                        .mapToDouble(EpochMetrics::validationAccuracy)
                        .toArray())
                .line("test", course.numbers(), course.test(Evaluation::accuracy))
                .vertical(toTheEnd.history().restoredEpoch(), "lowest validation loss");
    }

    private static Table table(Run toTheEnd, Run patient, Split data) {
        Evaluation restored = toTheEnd.trainer().evaluate(data.test());
        Evaluation stopped = patient.trainer().evaluate(data.test());
        return new Table("What is kept", List.of("parameters", "epoch", "validation loss", "test loss",
                "test accuracy"),
                List.of(row("of the best epoch", toTheEnd.restored(), restored.loss(), restored.accuracy()),
                        row("with patience " + PATIENCE, patient.restored(), stopped.loss(),
                                stopped.accuracy()),
                        row("of the last epoch", toTheEnd.history().last(),
                                toTheEnd.course().lastTest(1, Evaluation::loss),
                                toTheEnd.course().lastTest(1, Evaluation::accuracy))));
    }

    private static List<String> row(String name, EpochMetrics epoch, double testLoss, double testAccuracy) {
        return List.of(name, Integer.toString(epoch.epoch()), number(epoch.validationLoss()),
                number(testLoss),
                percent(testAccuracy));
    }

    private static String measured(Run toTheEnd, Run patient, Split data) {
        Evaluation restored = toTheEnd.trainer().evaluate(data.test());
        TrainingCourse course = toTheEnd.course();
        return "The validation loss is lowest in epoch " + toTheEnd.history().restoredEpoch() + " with "
                + number(toTheEnd.restored().validationLoss()) + " and ends at "
                + number(toTheEnd.history().last().validationLoss()) + ", while the training loss falls to "
                + number(course.lastTrain(1, Evaluation::loss))
                + ". On the test data the restored network has a loss of "
                + number(restored.loss()) + ", the last epoch's "
                + number(course.lastTest(1, Evaluation::loss))
                + "; accuracies are " + percent(restored.accuracy()) + " and "
                + percent(course.lastTest(1, Evaluation::accuracy))
                + ": accuracy need not fall where the loss rises. A patience of "
                + PATIENCE + " stops after epoch " + patient.history().epochs().size() + ".";
    }
}
