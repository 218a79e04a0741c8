package dev.lanewise.reports.experiments;

import static dev.lanewise.reports.experiments.TrainingText.number;
import static dev.lanewise.reports.experiments.TrainingText.percent;
import static dev.lanewise.reports.experiments.TrainingText.plain;

import dev.lanewise.nn.Evaluation;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.data.Split;
import dev.lanewise.nn.optim.Adagrad;
import dev.lanewise.nn.optim.Adam;
import dev.lanewise.nn.optim.Momentum;
import dev.lanewise.nn.optim.Nesterov;
import dev.lanewise.nn.optim.Optimizer;
import dev.lanewise.nn.optim.RmsProp;
import dev.lanewise.nn.optim.Sgd;
import dev.lanewise.reports.page.Plot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Optimizers on the data, each with the best rate of the same grid. */
public final class OptimizersOnData implements Experiment {
    private static final List<Float> RATES = List.of(0.001f, 0.003f, 0.01f, 0.03f, 0.1f, 0.3f, 1f, 3f, 10f);
    private static final String LAYERS = "dense:64 sigmoid dense:64 sigmoid dense:64 sigmoid";
    private static final String EASY_LAYERS = "dense:64 relu";
    private static final int BATCH = 64;
    private static final float MOMENTUM = 0.9f;
    /** A training loss by which the data are nearly learned. */
    private static final double LEARNED = 0.1;
    /** The fraction of plain SGD's epochs in which others must reach a loss. */
    private static final double SOONER = 0.75;

    private final TrainingSize.Pair sizes;
    private final List<Float> rates;

    /** With nine rates. */
    public OptimizersOnData() {
        this(new TrainingSize.Pair(new TrainingSize(4000, 2000, 12), new TrainingSize(4000, 10_000, 30)),
                RATES);
    }

    OptimizersOnData(TrainingSize.Pair sizes, List<Float> rates) {
        this.sizes = sizes;
        this.rates = rates;
    }

    @Override
    public String name() {
        return "optimizers-data";
    }

    @Override
    public String title() {
        return "Momentum and adaptive learning rates";
    }

    @Override
    public String question() {
        return "How fast does the training loss fall with plain SGD, momentum, Adagrad, RMSProp and Adam, by epochs and by "
                + "seconds, if each has a rate that suits it?";
    }

    @Override
    public String claim() {
        return "Training that goes badly with plain SGD goes better with momentum and with adaptive learning rates; Adam "
                + "joins both.";
    }

    @Override
    public Outcome run(Setting setting) {
        TrainingSize size = sizes.of(setting);
        Function<Optimizer, TrainingCourse> training = training(setting, LAYERS, size);
        List<OptimizerRuns> all = List.of(
                OptimizerRuns.of("SGD", Sgd::new, rates, training),
                OptimizerRuns.of("Momentum", rate -> new Momentum(rate, MOMENTUM), rates, training),
                OptimizerRuns.of("Nesterov", rate -> new Nesterov(rate, MOMENTUM), rates, training),
                OptimizerRuns.of("Adagrad", Adagrad::new, rates, training),
                OptimizerRuns.of("RMSProp", RmsProp::new, rates, training),
                OptimizerRuns.of("Adam", Adam::new, rates, training));
        Function<Optimizer, TrainingCourse> easy = training(setting, EASY_LAYERS, size);
        OptimizerRuns easySgd = OptimizerRuns.of("SGD", Sgd::new, rates, easy);
        OptimizerRuns easyAdam = OptimizerRuns.of("Adam", Adam::new, rates, easy);
        return new Outcome(checks(all, size.epochs()), List.of(byEpochs(all), bySeconds(all), byRate(all)),
                List.of(table("With the best rate of the grid", all),
                        table("The same on an easier network, " + EASY_LAYERS, List.of(easySgd, easyAdam)),
                        times(all)),
                measured(all, easySgd, easyAdam, size.epochs()));
    }

    private static Function<Optimizer, TrainingCourse> training(Setting setting, String layers,
            TrainingSize size) {
        Split data = size.of(setting);
        return optimizer -> {
            Network network = Trainings.network(setting, layers);
            return TrainingCourse.of(Trainings.trainer(setting, network)
                    .optimizer(optimizer)
                    .batchSize(BATCH)
                    .epochs(size.epochs()), data);
        };
    }

    /** A training loss to reach: a network that has nearly learned its data, or as near as plain SGD, the first, came. */
    private static double target(List<OptimizerRuns> all) {
        return Math.max(LEARNED, all.getFirst().bestLoss());
    }

    private static List<Check> checks(List<OptimizerRuns> all, int epochs) {
        double target = target(all);
        int plain = all.getFirst().soonest(target).map(OptimizerRuns.Arrival::epoch).orElse(epochs);
        List<Check> checks = new ArrayList<>();
        for (OptimizerRuns runs : all.subList(1, all.size())) {
            Optional<OptimizerRuns.Arrival> arrival = runs.soonest(target);
            checks.add(new Check(runs.name() + " reaches a training loss of " + number(target)
                    + " in at most 3/4 of the " + plain + " epochs that plain SGD takes",
                    arrival.isPresent() && arrival.get().epoch() <= SOONER * plain,
                    arrival.map(OptimizersOnData::text).orElse("never")));
        }
        List<String> edges = all.stream()
                .filter(runs -> !runs.bestIsInside())
                .map(OptimizerRuns::name)
                .toList();
        checks.add(new Check("each one's best rate lies inside the grid", edges.isEmpty(),
                edges.isEmpty() ? "all do" : "at its edge: " + String.join(", ", edges)));
        return checks;
    }

    private static Plot byEpochs(List<OptimizerRuns> all) {
        Plot plot = Plot.of("Training loss by epochs").x("epoch").y("mean training loss").logY();
        for (OptimizerRuns runs : all) {
            plot.line(label(runs), runs.best().numbers(), runs.best().train(Evaluation::loss));
        }
        return plot;
    }

    private static Plot bySeconds(List<OptimizerRuns> all) {
        Plot plot = Plot.of("Training loss by seconds")
                .x("seconds of training")
                .y("mean training loss")
                .logY();
        for (OptimizerRuns runs : all) {
            plot.line(label(runs), runs.best().seconds(), runs.best().train(Evaluation::loss));
        }
        return plot;
    }

    private static Plot byRate(List<OptimizerRuns> all) {
        Plot plot = Plot.of("Training loss at the end by learning rate")
                .x("learning rate")
                .y("mean training loss after the last epoch")
                .logX()
                .logY();
        for (OptimizerRuns runs : all) {
            plot.line(runs.name(), runs.rates().stream().mapToDouble(Float::doubleValue).toArray(),
                    runs.finals());
        }
        return plot;
    }

    private static String label(OptimizerRuns runs) {
        return runs.name() + ", rate " + plain(runs.bestRate());
    }

    private static Table table(String title, List<OptimizerRuns> all) {
        double target = target(all);
        List<List<String>> rows = new ArrayList<>();
        for (OptimizerRuns runs : all) {
            rows.add(List.of(runs.name(), plain(runs.bestRate()), number(runs.bestLoss()),
                    percent(runs.best().lastTrain(1, Evaluation::accuracy)),
                    percent(runs.best().lastTest(1, Evaluation::accuracy)),
                    runs.soonest(target).map(OptimizersOnData::text).orElse("-")));
        }
        return new Table(title, List.of("optimizer", "rate", "training loss",
                "training accuracy", "test accuracy", "loss of " + number(target) + " reached first"), rows);
    }

    private static String text(OptimizerRuns.Arrival arrival) {
        return "epoch " + arrival.epoch() + ", rate " + plain(arrival.rate());
    }

    private static Table times(List<OptimizerRuns> all) {
        double target = target(all);
        List<List<String>> rows = new ArrayList<>();
        for (OptimizerRuns runs : all) {
            double[] seconds = runs.best().seconds();
            rows.add(List.of(runs.name(), number(seconds[seconds.length - 1] / seconds.length),
                    runs.soonest(target).map(arrival -> number(arrival.seconds())).orElse("-")));
        }
        return new Table("Seconds, which differ from run to run",
                List.of("optimizer", "an epoch", "to a loss of " + number(target)), rows);
    }

    private String measured(List<OptimizerRuns> all, OptimizerRuns easySgd, OptimizerRuns easyAdam,
            int epochs) {
        double target = target(all);
        List<String> texts = new ArrayList<>();
        for (OptimizerRuns runs : all) {
            texts.add(runs.name() + " " + number(runs.bestLoss())
                    + runs.soonest(target).map(arrival -> " (" + text(arrival) + ")").orElse(""));
        }
        return "Each optimizer trained the same network (" + LAYERS + ") from the same weights with each of "
                + rates.size() + " rates from " + plain(rates.getFirst()) + " to " + plain(rates.getLast())
                + " for "
                + epochs
                + " epochs. The lowest training losses at the end are, with where " + number(target)
                + " was reached first: "
                + String.join("; ", texts)
                + ". A deep sigmoid network is hard for plain SGD. On an easier one (" + EASY_LAYERS
                + ") the same grid gives SGD "
                + number(easySgd.bestLoss()) + " and Adam " + number(easyAdam.bestLoss())
                + ", with test accuracies of "
                + percent(easySgd.best().lastTest(1, Evaluation::accuracy)) + " and "
                + percent(easyAdam.best().lastTest(1, Evaluation::accuracy)) + ".";
    }
}
