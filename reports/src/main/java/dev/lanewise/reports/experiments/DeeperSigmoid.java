package dev.lanewise.reports.experiments;

import static dev.lanewise.reports.experiments.TrainingText.percent;
import static dev.lanewise.reports.experiments.TrainingText.points;

import dev.lanewise.nn.Trainer;
import dev.lanewise.nn.data.Split;
import dev.lanewise.nn.optim.Sgd;
import dev.lanewise.reports.page.Plot;
import java.util.ArrayList;
import java.util.List;

/** Accuracy against depth, with sigmoid and with ReLU. */
public final class DeeperSigmoid implements Experiment {
    private static final int WIDTH = 64;
    private static final int BATCH = 32;
    private static final float RATE = 0.1f;
    private static final double COLLAPSE = 0.4;
    private static final double RELU_LOSS = 0.1;

    private final TrainingSize.Pair sizes;
    private final List<Integer> depths;

    /** With depths up to 12. */
    public DeeperSigmoid() {
        this(new TrainingSize.Pair(new TrainingSize(4000, 2000, 25), new TrainingSize(12_000, 10_000, 20)),
                List.of(1, 2, 3, 4, 6, 8, 10, 12));
    }

    DeeperSigmoid(TrainingSize.Pair sizes, List<Integer> depths) {
        this.sizes = sizes;
        this.depths = depths;
    }

    /** What one activation function reached with each depth. */
    private record Accuracies(List<Double> train, List<Double> test) {
        double best() {
            return train.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        }

        double deepest() {
            return train.getLast();
        }
    }

    @Override
    public String name() {
        return "deeper-sigmoid";
    }

    @Override
    public String title() {
        return "Deeper is not better with sigmoid";
    }

    @Override
    public String question() {
        return "Does a network learn better the more layers it has? We train networks that differ in nothing but the number "
                + "of hidden layers, once with sigmoid and once with ReLU.";
    }

    @Override
    public String claim() {
        return "With sigmoid, accuracy falls apart beyond a few layers, on the training data already, so it is not "
                + "overfitting. ReLU holds up much longer.";
    }

    @Override
    public Outcome run(Setting setting) {
        Accuracies sigmoid = accuracies(setting, "sigmoid");
        Accuracies relu = accuracies(setting, "relu");
        Plot plot = plot(sigmoid, relu);
        return new Outcome(checks(setting, sigmoid, relu), List.of(plot), List.of(table(sigmoid, relu)),
                measured(sigmoid, relu));
    }

    private Accuracies accuracies(Setting setting, String activation) {
        TrainingSize size = sizes.of(setting);
        Split data = size.of(setting);
        List<Double> train = new ArrayList<>();
        List<Double> test = new ArrayList<>();
        for (int depth : depths) {
            var network = Trainings.network(setting,
                    Trainings.repeat("dense:" + WIDTH + " " + activation, depth));
            Trainer trainer = Trainings.trainer(setting, network)
                    .optimizer(new Sgd(RATE))
                    .batchSize(BATCH)
                    .epochs(size.epochs());
            trainer.fit(data.train(), null);
            train.add(trainer.evaluate(data.train()).accuracy());
            test.add(trainer.evaluate(data.test()).accuracy());
        }
        return new Accuracies(train, test);
    }

    private List<Check> checks(Setting setting, Accuracies sigmoid, Accuracies relu) {
        double guess = Trainings.guess(setting.data().train());
        double reluFall = relu.best() - relu.deepest();
        double sigmoidFall = sigmoid.best() - sigmoid.deepest();
        double gap = sigmoid.deepest() - sigmoid.test().getLast();
        int deepest = depths.getLast();
        return List.of(
                new Check("with sigmoid, training accuracy of the deepest network is at least "
                        + points(COLLAPSE) + " points below the best depth's", sigmoidFall >= COLLAPSE,
                        "best " + percent(sigmoid.best()) + ", " + deepest + " layers "
                                + percent(sigmoid.deepest())
                                + " (a guess " + percent(guess) + ")"),
                new Check("with ReLU, it is at most " + points(RELU_LOSS) + " points below",
                        reluFall <= RELU_LOSS, "best " + percent(relu.best()) + ", " + deepest + " layers "
                                + percent(relu.deepest())),
                new Check("the deepest sigmoid network does not overfit: its training accuracy is at most 5 "
                        + "points above its test accuracy", gap <= 0.05,
                        percent(sigmoid.deepest()) + " and " + percent(sigmoid.test().getLast())));
    }

    private Plot plot(Accuracies sigmoid, Accuracies relu) {
        double[] x = depths.stream().mapToDouble(Integer::doubleValue).toArray();
        return Plot.of("Accuracy by depth")
                .x("hidden layers")
                .y("accuracy")
                .yRange(0, 1)
                .line("sigmoid, training", x, array(sigmoid.train()))
                .line("sigmoid, test", x, array(sigmoid.test()))
                .line("ReLU, training", x, array(relu.train()))
                .line("ReLU, test", x, array(relu.test()));
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private Table table(Accuracies sigmoid, Accuracies relu) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < depths.size(); i++) {
            rows.add(List.of(depths.get(i).toString(), percent(sigmoid.train().get(i)),
                    percent(sigmoid.test().get(i)),
                    percent(relu.train().get(i)), percent(relu.test().get(i))));
        }
        return new Table("Accuracy by depth", List.of("hidden layers", "sigmoid, training",
                "sigmoid, test", "ReLU, training", "ReLU, test"), rows);
    }

    private String measured(Accuracies sigmoid, Accuracies relu) {
        int best = depths.get(sigmoid.train().indexOf(sigmoid.best()));
        return "Every network has hidden layers of " + WIDTH + " units and is trained by plain SGD with rate "
                + RATE
                + " in batches of " + BATCH + ". With sigmoid the best is " + percent(sigmoid.best()) + " at "
                + best
                + (best == 1 ? " layer" : " layers") + ", and " + depths.getLast() + " layers reach "
                + percent(sigmoid.deepest()) + " on the data they were trained on (test "
                + percent(sigmoid.test().getLast())
                + "). With ReLU as many layers reach " + percent(relu.deepest()) + " (test "
                + percent(relu.test().getLast())
                + "). The claim is about plain SGD from such initial weights within "
                + "so many epochs; where the fall begins depends on the rate and the epochs.";
    }
}
