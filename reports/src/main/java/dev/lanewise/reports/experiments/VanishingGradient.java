package dev.lanewise.reports.experiments;

import static dev.lanewise.reports.experiments.TrainingText.number;
import static dev.lanewise.reports.experiments.TrainingText.percent;

import dev.lanewise.nn.Network;
import dev.lanewise.nn.StepStatistics;
import dev.lanewise.nn.Trainer;
import dev.lanewise.nn.TrainingListener;
import dev.lanewise.nn.data.Split;
import dev.lanewise.nn.optim.Sgd;
import dev.lanewise.reports.page.Plot;
import java.util.ArrayList;
import java.util.List;

/** The size of gradients by layer, with sigmoid and with ReLU. */
public final class VanishingGradient implements Experiment {
    private static final int WIDTH = 64;
    private static final int BATCH = 64;
    private static final float RATE = 0.05f;
    /** Steps that are averaged, at the beginning and at the end. */
    private static final int STEPS = 20;
    private static final double VANISHES = 1000;
    private static final double STAYS = 10;

    private final TrainingSize.Pair sizes;
    private final int hidden;

    /** With eight hidden layers. */
    public VanishingGradient() {
        this(new TrainingSize.Pair(new TrainingSize(4000, 2000, 10), new TrainingSize(12_000, 10_000, 20)),
                8);
    }

    VanishingGradient(TrainingSize.Pair sizes, int hidden) {
        this.sizes = sizes;
        this.hidden = hidden;
    }

    /** What the layers of one network did in its first and last steps. */
    private record Course(TrainingLayers first, TrainingLayers last, double accuracy) {
    }

    @Override
    public String name() {
        return "vanishing-gradient";
    }

    @Override
    public String title() {
        return "The gradient vanishes on its way to the input";
    }

    @Override
    public String question() {
        return "How large is the gradient of each layer of a deep network, with sigmoid and with ReLU, and how fast does "
                + "each layer learn?";
    }

    @Override
    public String claim() {
        return "With sigmoid, layers near the input have small gradients and learn slowly, layers near the output have "
                + "larger ones and learn fast. With ReLU gradients keep their size. (One sentence of the lecture has it the "
                + "other way round, large near the input; its figures and all its other sentences say this.)";
    }

    @Override
    public Outcome run(Setting setting) {
        Course sigmoid = course(setting, "sigmoid");
        Course relu = course(setting, "relu");
        return new Outcome(checks(sigmoid, relu), List.of(gradients(sigmoid, relu), updates(sigmoid, relu)),
                List.of(table(sigmoid, relu)), measured(sigmoid, relu));
    }

    private Course course(Setting setting, String activation) {
        TrainingSize size = sizes.of(setting);
        Split data = size.of(setting);
        Network network = Trainings.network(setting,
                Trainings.repeat("dense:" + WIDTH + " " + activation, hidden));
        long steps = (long) size.epochs() * ((data.train().size() + BATCH - 1) / BATCH);
        TrainingLayers first = new TrainingLayers(network, step -> step <= STEPS);
        TrainingLayers last = new TrainingLayers(network, step -> step > steps - STEPS);
        Trainer trainer = Trainings.trainer(setting, network)
                .optimizer(new Sgd(RATE))
                .batchSize(BATCH)
                .epochs(size.epochs())
                .statistics(1, false)
                .listener(new TrainingListener() {
                    @Override
                    public void onStatistics(StepStatistics statistics) {
                        first.add(statistics);
                        last.add(statistics);
                    }
                });
        trainer.fit(data.train(), null);
        return new Course(first, last, trainer.evaluate(data.train()).accuracy());
    }

    private static List<Check> checks(Course sigmoid, Course relu) {
        double[] s = sigmoid.first().gradientNorms();
        double[] r = relu.first().gradientNorms();
        double[] u = sigmoid.first().updateRatios();
        return List.of(
                new Check("with sigmoid, the last layer's gradient is at least " + number(VANISHES)
                        + " times the first one's", ratio(s) >= VANISHES, number(ratio(s)) + " times"),
                new Check("with sigmoid, each layer's gradient is smaller than that of the layer behind it",
                        ascending(s), texts(s)),
                new Check(
                        "with sigmoid, the last layer changes by at least 100 times as much of its size in a step "
                                + "as the first",
                        ratio(u) >= 100, number(ratio(u)) + " times"),
                new Check("with ReLU, no layer's gradient is more than " + number(STAYS)
                        + " times another's", spread(r) <= STAYS, number(spread(r)) + " times"));
    }

    private static double ratio(double[] values) {
        return values[values.length - 1] / values[0];
    }

    private static double spread(double[] values) {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (double value : values) {
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        return most / least;
    }

    private static boolean ascending(double[] values) {
        for (int i = 1; i < values.length; i++) {
            if (!(values[i] > values[i - 1])) {
                return false;
            }
        }
        return true;
    }

    private static String texts(double[] values) {
        List<String> texts = new ArrayList<>();
        for (double value : values) {
            texts.add(number(value));
        }
        return String.join(", ", texts);
    }

    private static Plot gradients(Course sigmoid, Course relu) {
        double[] x = sigmoid.first().numbers();
        return Plot.of("Gradient by layer")
                .x("layer, from the input")
                .y("norm of the layer's gradient")
                .logY()
                .line("sigmoid, first steps", x, sigmoid.first().gradientNorms())
                .line("sigmoid, last steps", x, sigmoid.last().gradientNorms())
                .line("ReLU, first steps", x, relu.first().gradientNorms())
                .line("ReLU, last steps", x, relu.last().gradientNorms());
    }

    private static Plot updates(Course sigmoid, Course relu) {
        double[] x = sigmoid.first().numbers();
        return Plot.of("How fast each layer learns")
                .x("layer, from the input")
                .y("change in a step / size of the weights")
                .logY()
                .line("sigmoid, first steps", x, sigmoid.first().updateRatios())
                .line("sigmoid, last steps", x, sigmoid.last().updateRatios())
                .line("ReLU, first steps", x, relu.first().updateRatios())
                .line("ReLU, last steps", x, relu.last().updateRatios());
    }

    private static Table table(Course sigmoid, Course relu) {
        double[] s = sigmoid.first().gradientNorms();
        double[] sizes = sigmoid.first().gradientSizes();
        double[] late = sigmoid.last().gradientNorms();
        double[] r = relu.first().gradientNorms();
        double[] su = sigmoid.first().updateRatios();
        double[] ru = relu.first().updateRatios();
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < s.length; i++) {
            rows.add(List.of(Integer.toString(i + 1), number(s[i]), number(sizes[i]), number(late[i]),
                    number(su[i]),
                    number(r[i]), number(ru[i])));
        }
        return new Table("Layers from the input to the output, mean of " + STEPS + " steps",
                List.of("layer", "sigmoid: norm of the gradient", "a parameter's", "in the last steps",
                        "change in a step", "ReLU: norm of the gradient", "change in a step"),
                rows);
    }

    private String measured(Course sigmoid, Course relu) {
        double[] s = sigmoid.first().gradientNorms();
        double[] r = relu.first().gradientNorms();
        double factor = Math.pow(s[s.length - 2] / s[1], 1.0 / (s.length - 3));
        return "In " + hidden + " hidden layers of " + WIDTH
                + " sigmoid units the gradient of the last layer is "
                + number(ratio(s)) + " times that of the first in the first " + STEPS
                + " steps: from hidden layer to hidden "
                + "layer it shrinks by a factor of " + number(factor)
                + ", as the derivative of a sigmoid is at most 1/4. After training the ratio is "
                + number(ratio(sigmoid.last().gradientNorms())) + ". With ReLU the ratio is "
                + number(ratio(r))
                + " at first and " + number(ratio(relu.last().gradientNorms()))
                + " after training. Training accuracy is "
                + percent(sigmoid.accuracy()) + " with sigmoid and " + percent(relu.accuracy())
                + " with ReLU.";
    }
}
