package dev.lanewise.reports.experiments;

import dev.lanewise.kernels.reference.OptimizerReference;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.NetworkTensor;
import dev.lanewise.nn.Trainer;
import dev.lanewise.nn.TrainingListener;
import dev.lanewise.nn.data.Split;
import dev.lanewise.nn.optim.Regularization;
import dev.lanewise.nn.optim.Sgd;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;

/** A training by plain SGD with a penalty on weights, some of which get no gradient from the data. */
final class PenaltyRun {
    private static final String LAYERS = "dense:64 relu";

    private final String name;
    private final Regularization penalty;
    private final float rate;
    private final int blind;
    private final Network network;
    private final float[] initial;
    private final TrainingCourse course;
    private final List<Float> path = new ArrayList<>();

    /**
     * Trains.
     *
     * @param setting whose scaling makes the first {@code inputs} features 0
     * @param inputs how many
     */
    PenaltyRun(String name, Regularization penalty, float rate, int inputs, Setting setting,
            TrainingSize size, Split data) {
        this.name = name;
        this.penalty = penalty;
        this.rate = rate;
        network = Trainings.network(setting, LAYERS);
        blind = inputs * network.tensors().getFirst().shape().getLast();
        initial = network.parameters().clone();
        int watched = largest();
        path.add(initial[watched]);
        Trainer trainer = Trainings.trainer(setting, network)
                .optimizer(new Sgd(rate))
                .regularization(penalty)
                .epochs(size.epochs())
                .listener(new TrainingListener() {
                    @Override
                    public void onBatch(int epoch, int batch, int samples, double meanLoss) {
                        path.add(network.parameters()[watched]);
                    }
                });
        course = TrainingCourse.of(trainer, data);
    }

    /** The blind weight of the greatest magnitude at first. */
    private int largest() {
        int largest = 0;
        for (int i = 1; i < blind; i++) {
            largest = Math.abs(initial[i]) > Math.abs(initial[largest]) ? i : largest;
        }
        return largest;
    }

    String name() {
        return name;
    }

    Regularization penalty() {
        return penalty;
    }

    TrainingCourse course() {
        return course;
    }

    /** Steps of the training. */
    int steps() {
        return path.size() - 1;
    }

    /** Weights whose inputs are always 0. */
    int blind() {
        return blind;
    }

    /** Such a weight before the first step. */
    float first(int index) {
        return initial[index];
    }

    /** The same weight after the last. */
    float last(int index) {
        return network.parameters()[index];
    }

    /** The blind weight that was largest at first, before the first step and after each. */
    double[] path() {
        return path.stream().mapToDouble(Float::doubleValue).toArray();
    }

    /** How many blind weights differ in a bit from as many float steps with a gradient of 0 by the definition of SGD. */
    int differing() {
        float[] expected = Arrays.copyOf(initial, blind);
        float[] zero = new float[blind];
        for (int step = 0; step < steps(); step++) {
            OptimizerReference.sgd(blind, rate, 1f, penalty.l1(), penalty.l2(), 0f, expected, 0, zero, 0);
        }
        int differing = 0;
        for (int i = 0; i < blind; i++) {
            differing += Float.floatToRawIntBits(expected[i]) == Float.floatToRawIntBits(last(i)) ? 0 : 1;
        }
        return differing;
    }

    /** The weights that do get gradients from the data, of all layers; without biases. */
    double[] seeing() {
        List<Double> weights = new ArrayList<>();
        for (NetworkTensor tensor : network.tensors()) {
            int from = Math.max(blind, tensor.offset());
            for (int i = from; tensor.tensor().isWeight() && i < tensor.offset() + tensor.size(); i++) {
                weights.add((double) network.parameters()[i]);
            }
        }
        return weights.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Which fraction of those it is true of. */
    double share(DoublePredicate property) {
        double[] weights = seeing();
        return (double) Arrays.stream(weights).filter(property).count() / weights.length;
    }

    /** Root of the mean square of those. */
    double size() {
        return Math.sqrt(Arrays.stream(seeing()).map(w -> w * w).average().orElseThrow());
    }

    /** The greatest magnitude of those. */
    double greatest() {
        return Arrays.stream(seeing()).map(Math::abs).max().orElseThrow();
    }
}
