package dev.lanewise.reports.experiments;

import dev.lanewise.nn.LayerStatistics;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.StepStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;

/** What the layers with parameters did on the average of some steps of a training. */
final class TrainingLayers {
    private final List<Integer> layers = new ArrayList<>();
    private final int[] parameters;
    private final double[] gradients;
    private final double[] ratios;
    private final LongPredicate wanted;
    private int steps;

    /** Of the steps, from 1, that are wanted among those given to {@link #add}. */
    TrainingLayers(Network network, LongPredicate wanted) {
        this.wanted = wanted;
        for (int i = 0; i < network.layers().size(); i++) {
            if (network.parameterCount(i) > 0) {
                layers.add(i);
            }
        }
        parameters = layers.stream().mapToInt(network::parameterCount).toArray();
        gradients = new double[parameters.length];
        ratios = new double[parameters.length];
    }

    /** Takes a step if it is wanted. */
    void add(StepStatistics step) {
        if (!wanted.test(step.step())) {
            return;
        }
        steps++;
        for (int i = 0; i < gradients.length; i++) {
            LayerStatistics layer = step.layers().get(layers.get(i));
            gradients[i] += layer.gradientNorm();
            ratios[i] += layer.updateRatio();
        }
    }

    /** 1, 2, ... */
    double[] numbers() {
        double[] numbers = new double[parameters.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i + 1;
        }
        return numbers;
    }

    /** Mean Euclidean norm of each layer's gradient. */
    double[] gradientNorms() {
        return means(gradients);
    }

    /** The same by the root of the number of the layer's parameters: the size of the gradient of one of them. */
    double[] gradientSizes() {
        double[] sizes = gradientNorms();
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] /= Math.sqrt(parameters[i]);
        }
        return sizes;
    }

    /** Mean norm of each layer's update by that of its parameters. */
    double[] updateRatios() {
        return means(ratios);
    }

    private double[] means(double[] sums) {
        double[] means = sums.clone();
        for (int i = 0; i < means.length; i++) {
            means[i] /= steps;
        }
        return means;
    }
}
