package dev.lanewise.reports.experiments;

import static dev.lanewise.reports.experiments.TrainingText.percent;
import static dev.lanewise.reports.experiments.TrainingText.points;

import dev.lanewise.nn.Evaluation;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.Trainer;
import dev.lanewise.nn.data.Split;
import dev.lanewise.nn.diagnosis.Diagnosis;
import dev.lanewise.nn.diagnosis.Examination;
import dev.lanewise.nn.diagnosis.Shallower;
import dev.lanewise.nn.diagnosis.Verdict;
import dev.lanewise.nn.optim.Momentum;
import dev.lanewise.reports.page.Plot;
import java.util.List;

/** A deeper network that is worse on test data because it is worse on training data. */
public final class NotOverfitting implements Experiment {
    private static final int WIDTH = 64;
    private static final int BATCH = 64;
    private static final float RATE = 0.001f;
    private static final float MOMENTUM = 0.9f;
    /** Epochs at the end whose mean counts. */
    private static final int LAST = 5;
    private static final double WORSE = 0.02;

    private final TrainingSize.Pair sizes;
    private final int shallow;
    private final int deep;

    /** With 20 and 56 layers, the last one included. */
    public NotOverfitting() {
        this(new TrainingSize.Pair(new TrainingSize(4000, 2000, 45), new TrainingSize(12_000, 10_000, 16)),
                20,
                56);
    }

    NotOverfitting(TrainingSize.Pair sizes, int shallow, int deep) {
        this.sizes = sizes;
        this.shallow = shallow;
        this.deep = deep;
    }

    @Override
    public String name() {
        return "not-overfitting";
    }

    @Override
    public String title() {
        return "Do not always blame overfitting";
    }

    @Override
    public String question() {
        return "A network of " + deep + " layers does worse on test data than one of " + shallow
                + ". Does it overfit?";
    }

    @Override
    public String claim() {
        return "No: it is worse on its training data already. It is badly trained, and nothing that helps against "
                + "overfitting would help it.";
    }

    @Override
    public Outcome run(Setting setting) {
        TrainingSize size = sizes.of(setting);
        Split data = size.of(setting);
        Trainer shallower = trainer(setting, shallow, size.epochs());
        Trainer deeper = trainer(setting, deep, size.epochs());
        Examination examination = Examination.begin(deeper.network(), deeper, data.train(), null);
        TrainingCourse few = TrainingCourse.of(shallower, data);
        TrainingCourse many = TrainingCourse.of(deeper, data);
        Evaluation learnt = shallower.evaluate(data.train());
        Diagnosis diagnosis = examination
                .shallower(new Shallower(shallower.network().spec(), learnt.loss(), learnt.accuracy()))
                .end(data.test());
        return new Outcome(checks(setting, few, many, diagnosis.verdict()), List.of(
                plot("Error on the training data", few, few.train(TrainingCourse::error), many,
                        many.train(TrainingCourse::error)),
                plot("Error on the test data", few, few.test(TrainingCourse::error), many,
                        many.test(TrainingCourse::error))),
                List.of(table(few, many)), measured(few, many));
    }

    private static Trainer trainer(Setting setting, int layers, int epochs) {
        Network network = Trainings.network(setting,
                Trainings.repeat("dense:" + WIDTH + " relu", layers - 1));
        return Trainings.trainer(setting, network)
                .optimizer(new Momentum(RATE, MOMENTUM))
                .batchSize(BATCH)
                .epochs(epochs);
    }

    private List<Check> checks(Setting setting, TrainingCourse few, TrainingCourse many, Verdict verdict) {
        double fewTrain = few.lastTrain(LAST, TrainingCourse::error);
        double manyTrain = many.lastTrain(LAST, TrainingCourse::error);
        double fewTest = few.lastTest(LAST, TrainingCourse::error);
        double manyTest = many.lastTest(LAST, TrainingCourse::error);
        double guess = Trainings.guess(setting.data().train());
        return List.of(
                new Check(
                        "on test data, " + deep + " layers are worse by at least " + points(WORSE)
                                + " points",
                        manyTest - fewTest >= WORSE, percent(manyTest) + " against " + percent(fewTest)),
                new Check("on training data too", manyTrain - fewTrain >= WORSE,
                        percent(manyTrain) + " against " + percent(fewTrain)),
                new Check(
                        "at least half of what it is worse by on test data it is worse by on training data already",
                        manyTrain - fewTrain >= 0.5 * (manyTest - fewTest),
                        points(manyTrain - fewTrain) + " of " + points(manyTest - fewTest) + " points"),
                new Check("both learn: their training accuracies are nearer to 100 % than to a guess",
                        1 - Math.max(fewTrain, manyTrain) > (1 + guess) / 2,
                        percent(1 - fewTrain) + " and " + percent(1 - manyTrain) + ", a guess "
                                + percent(guess)),
                new Check(
                        "the diagnosis of the deeper network, given the shallower one, does not say overfitting but: "
                                + Verdict.DEEPER_IS_WORSE.title(),
                        verdict == Verdict.DEEPER_IS_WORSE, "it says: "
                                + verdict.title()));
    }

    private Plot plot(String title, TrainingCourse few, double[] fewErrors, TrainingCourse many,
            double[] manyErrors) {
        return Plot.of(title)
                .x("epoch")
                .y("fraction classified wrongly")
                .yRange(0, 0.5)
                .line(shallow + " layers", few.numbers(), fewErrors)
                .line(deep + " layers", many.numbers(), manyErrors);
    }

    private Table table(TrainingCourse few, TrainingCourse many) {
        return new Table("Mean of the last " + LAST + " epochs",
                List.of("layers", "training error", "test error", "training loss", "test loss"),
                List.of(row(shallow, few), row(deep, many)));
    }

    private static List<String> row(int layers, TrainingCourse course) {
        return List.of(Integer.toString(layers), percent(course.lastTrain(LAST, TrainingCourse::error)),
                percent(course.lastTest(LAST, TrainingCourse::error)),
                TrainingText.number(course.lastTrain(LAST, Evaluation::loss)),
                TrainingText.number(course.lastTest(LAST, Evaluation::loss)));
    }

    private String measured(TrainingCourse few, TrainingCourse many) {
        return "In the mean of the last " + LAST + " epochs " + deep + " layers have "
                + percent(many.lastTest(LAST, TrainingCourse::error))
                + " test error, "
                + shallow + " layers at " + percent(few.lastTest(LAST, TrainingCourse::error))
                + ". On the training data the errors are "
                + percent(many.lastTrain(LAST, TrainingCourse::error)) + " and "
                + percent(few.lastTrain(LAST, TrainingCourse::error)) + ". Both are plain networks of "
                + WIDTH
                + " ReLU units a layer with He's initial weights, trained by momentum " + MOMENTUM
                + " with rate " + RATE
                + ". Whether the deeper one is worse depends on the settings: with enough epochs, a rate of its own or "
                + "other means (residual connections, normalisation) it may catch up.";
    }
}
