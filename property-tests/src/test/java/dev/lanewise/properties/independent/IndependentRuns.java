package dev.lanewise.properties.independent;

import dev.lanewise.nn.Dense;
import dev.lanewise.nn.Initializer;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.NetworkBuilder;
import dev.lanewise.nn.NetworkTensor;
import dev.lanewise.nn.Scaling;
import dev.lanewise.nn.Trainer;
import dev.lanewise.nn.data.Dataset;
import dev.lanewise.nn.data.Split;
import dev.lanewise.nn.diagnosis.Verdict;
import dev.lanewise.nn.optim.Adam;
import dev.lanewise.nn.optim.AdamW;
import dev.lanewise.nn.optim.Momentum;
import dev.lanewise.nn.optim.Nesterov;
import dev.lanewise.nn.optim.Optimizer;
import dev.lanewise.nn.optim.RmsProp;
import dev.lanewise.nn.optim.Sgd;
import dev.lanewise.properties.corpus.Patient;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Ten ill trainings with one planted cause each, invented from the lecture and from papers without knowledge of the
 * diagnosis. Each trains well without its cause.
 */
public final class IndependentRuns {
    private static final long SEED = 7;

    private IndependentRuns() {
    }

    /**
     * One of them.
     *
     * @param name of its own
     * @param planted the cause
     * @param story what the user did wrong, and which lesson says so
     * @param patient makes the training anew
     */
    public record IllRun(String name, Verdict planted, String story, Supplier<Patient> patient) {
    }

    /** All of them. */
    public static List<IllRun> all() {
        return List.of(
                new IllRun("raw-blood-counts", Verdict.BADLY_SCALED_INPUTS,
                        "Fed platelets around 250 and creatinine around 1 as the laboratory wrote them: the large columns "
                                + "saturate every tanh (LeCun et al. 1998, Efficient BackProp: normalise the inputs).",
                        IndependentRuns::rawBloodCounts),
                new IllRun("chaotic-tanh", Verdict.EXPLODING_GRADIENT,
                        "Drew all hidden weights of ten tanh layers with deviation 0.5, four times what Glorot and Bengio "
                                + "(2010) allow, against vanishing gradients: they now grow from layer to layer (Pascanu et al. 2013).",
                        IndependentRuns::chaoticTanh),
                new IllRun("momentum-forgotten", Verdict.LEARNING_RATE_TOO_HIGH,
                        "Added Nesterov momentum of 0.9 and kept the rate 0.15 of plain SGD, so that steps are ten times as "
                                + "long (the lecture's momentum; Smith 2018: rate and momentum belong together).",
                        IndependentRuns::momentumForgotten),
                new IllRun("five-sigmoids", Verdict.VANISHING_GRADIENT,
                        "Built five hidden sigmoid layers as in the 1980s: the slope of each is at most a quarter, on the gradient's "
                                + "way to the input (the lecture's first remedy is ReLU).",
                        IndependentRuns::fiveSigmoids),
                new IllRun("sparse-by-bias", Verdict.DEAD_RELUS,
                        "Set the biases of the second ReLU layer to -5 for sparse codes: most units are 0 for every sample and "
                                + "get no gradient (the lecture's reason for leaky ReLU; Lu et al. 2020, dying ReLU).",
                        IndependentRuns::sparseByBias),
                new IllRun("saddle-of-exclusive-or", Verdict.PLATEAU,
                        "Started an exclusive or at weights of 0.05 with plain SGD: the origin is a saddle point where the "
                                + "gradient is nearly 0 (the lecture on plateaus and saddles).",
                        IndependentRuns::saddleOfExclusiveOr),
                new IllRun("twenty-four-layers", Verdict.DEEPER_IS_WORSE,
                        "Took 24 plain hidden layers where 4 do better, also on the training data, and blamed overfitting (the "
                                + "lecture's 20 and 56 layers, from He et al. 2015, residual learning).",
                        () -> plain(24, plain(4, null))),
                new IllRun("slipped-labels", Verdict.LABEL_NOISE,
                        "Pasted a label column in which one row was missing: from row 2,200 on each row has the label of its "
                                + "neighbour (Zhang et al. 2017, partly corrupted labels; Karpathy: become one with the data).",
                        IndependentRuns::slippedLabels),
                new IllRun("eight-hundred-waves", Verdict.OVERFITTING,
                        "Trained two wide maxout layers on 800 noisy recordings for 60 epochs without early stopping, "
                                + "regularisation or dropout (the lecture's second half).",
                        IndependentRuns::eightHundredWaves),
                new IllRun("second-device", Verdict.TEST_UNLIKE_TRAINING,
                        "Trained and validated on one device, tested on recordings of another with an offset, less gain and "
                                + "more noise (the lecture's testing data have to come from where the training data come from).",
                        IndependentRuns::secondDevice));
    }

    private static Patient rawBloodCounts() {
        Dataset all = InventedData.bloodCounts(3600, 11);
        Network network = begin(all, Scaling.none()).add("dense:32 tanh dense:16 tanh dense:3").build(3);
        return patient(network, trainer(network, new Momentum(0.02f, 0.9f), 32, 20), all, 2400, 600);
    }

    private static Patient chaoticTanh() {
        Dataset all = InventedData.mixtures(4000, 23);
        NetworkBuilder builder = begin(all, Scaling.standardize(all.take(2800)));
        for (int i = 0; i < 10; i++) {
            builder.add(new Dense(64, normal(0.5f))).tanh();
        }
        Network network = builder.dense(6).build(3);
        return patient(network, trainer(network, new Sgd(0.02f), 50, 20), all, 2800, 600);
    }

    private static Patient momentumForgotten() {
        Dataset all = InventedData.waves(5000, 1, 0, 0.3f, 12);
        Network network = begin(all, Scaling.none()).add("dense:48 elu dense:48 elu dense:4").build(3);
        return patient(network, trainer(network, new Nesterov(0.15f, 0.9f), 32, 20), all, 4000, 500);
    }

    private static Patient fiveSigmoids() {
        Dataset all = InventedData.mixtures(4000, 13);
        Network network = begin(all, Scaling.standardize(all.take(2800)))
                .add("dense:48 sigmoid ".repeat(5) + "dense:6")
                .build(3);
        return patient(network, trainer(network, new Momentum(0.05f, 0.9f), 50, 25), all, 2800, 600);
    }

    private static Patient sparseByBias() {
        Dataset all = InventedData.mixtures(4000, 22);
        Network network = begin(all, Scaling.standardize(all.take(2800)))
                .add("dense:40 relu dense:40 relu dense:6")
                .build(3);
        NetworkTensor bias = network.tensors().get(3);
        Arrays.fill(network.parameters(), bias.offset(), bias.offset() + bias.size(), -5f);
        return patient(network, trainer(network, new Momentum(0.01f, 0.9f), 50, 25), all, 2800, 600);
    }

    private static Patient saddleOfExclusiveOr() {
        Dataset all = InventedData.exclusiveOr(5000, 10, 14);
        Network network = begin(all, Scaling.none()).initializer(normal(0.05f))
                .add("dense:24 tanh dense:2")
                .build(3);
        return patient(network, trainer(network, new Sgd(0.1f), 64, 25), all, 3500, 750);
    }

    private static Patient plain(int hiddenLayers, @Nullable Patient shallower) {
        Dataset all = InventedData.waves(4000, 1, 0, 0.3f, 16);
        Network network = begin(all, Scaling.none())
                .add("dense:20 leaky:0.01 ".repeat(hiddenLayers) + "dense:4")
                .build(4);
        Patient patient = patient(network, trainer(network, new Momentum(0.01f, 0.9f), 50, 30), all, 3000,
                500);
        return new Patient(network, patient.trainer(), patient.train(), patient.validation(), patient.test(),
                shallower);
    }

    private static Patient slippedLabels() {
        Dataset all = InventedData.slipped(InventedData.bloodCounts(4000, 17), 2200);
        Split split = all.split(0.4, 1);
        Split held = split.test().split(0.5, 2);
        Network network = begin(all, Scaling.standardize(split.train())).add("dense:32 silu dense:3")
                .build(3);
        return new Patient(network, trainer(network, new RmsProp(0.002f), 64, 20), split.train(),
                held.train(),
                held.test(), null);
    }

    private static Patient eightHundredWaves() {
        Dataset all = InventedData.waves(2800, 1, 0, 0.4f, 18);
        Network network = begin(all, Scaling.none()).add("maxout:48x3 maxout:48x3 dense:4").build(3);
        return patient(network, trainer(network, new Adam(0.001f), 25, 60), all, 800, 1000);
    }

    private static Patient secondDevice() {
        Dataset first = InventedData.waves(4000, 1, 0, 0.25f, 19);
        Network network = begin(first, Scaling.none()).add("dense:40 prelu dense:40 prelu dense:4").build(3);
        return new Patient(network, trainer(network, new AdamW(0.002f), 64, 16), first.take(3200),
                rows(first, 3200, 4000), InventedData.waves(600, 0.9f, 0.3f, 0.3f, 20), null);
    }

    private static NetworkBuilder begin(Dataset data, Scaling scaling) {
        return Network.input(data.features()).scaling(scaling).classNames(data.classNames());
    }

    private static Trainer trainer(Network network, Optimizer optimizer, int batchSize, int epochs) {
        return Trainer.of(network).optimizer(optimizer).batchSize(batchSize).epochs(epochs).seed(SEED);
    }

    private static Initializer normal(float deviation) {
        return new Initializer.Fixed(Initializer.Distribution.NORMAL, deviation);
    }

    /** Trains on the first rows, validates on the next, and tests on the rest. */
    private static Patient patient(Network network, Trainer trainer, Dataset all, int train, int validation) {
        return new Patient(network, trainer, all.take(train), rows(all, train, train + validation),
                rows(all, train + validation, all.size()), null);
    }

    private static Dataset rows(Dataset data, int from, int to) {
        return data.subset(IntStream.range(from, to).toArray());
    }
}
