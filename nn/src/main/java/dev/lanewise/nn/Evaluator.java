package dev.lanewise.nn;

import dev.lanewise.nn.data.Augmenter;
import dev.lanewise.nn.data.Dataset;

/** Runs a network over data sets in a workspace, for loss and accuracy. */
final class Evaluator {
    private final Network network;
    private final Workspace workspace;
    private final LossPass lossPass;
    private final BatchLoader loader;

    Evaluator(Network network, Workspace workspace, LossPass lossPass) {
        this(network, workspace, lossPass, Augmenter.none());
    }

    /** Training samples, not those of evaluation, go through the augmenter. */
    Evaluator(Network network, Workspace workspace, LossPass lossPass, Augmenter augmenter) {
        this.network = network;
        this.workspace = workspace;
        this.lossPass = lossPass;
        loader = new BatchLoader(network, augmenter);
    }

    /** Gathers, scales and passes forward one batch as in prediction; returns the weighted sum of its losses. */
    double forward(Dataset data, int[] order, int from, int count) {
        loader.load(data, order, from, count, workspace.inputs());
        lossPass.load(data, order, from, count);
        workspace.forward(count);
        return lossPass.forward();
    }

    /** The same in a step, from 0, and an epoch, from 1, of a training with that seed. */
    double forward(Dataset data, int[] order, int from, int count, long seed, int epoch, long step) {
        loader.load(data, order, from, count, seed, epoch, workspace.inputs());
        lossPass.load(data, order, from, count);
        workspace.forward(count, seed, step);
        return lossPass.forward();
    }

    Evaluation evaluate(Dataset data, int[] order) {
        return data.classes() > 0 ? classification(data, order) : regression(data, order);
    }

    private Evaluation classification(Dataset data, int[] order) {
        double loss = 0;
        double weight = 0;
        int correct = 0;
        for (int from = 0; from < data.size(); from += workspace.capacity()) {
            int count = Math.min(workspace.capacity(), data.size() - from);
            loss += forward(data, order, from, count);
            weight += lossPass.weight();
            correct += lossPass.correct();
        }
        return new Evaluation(data.size(), loss / weight, (double) correct / data.size());
    }

    private Evaluation regression(Dataset data, int[] order) {
        double loss = 0;
        double weight = 0;
        RegressionScore score = new RegressionScore(network.outputs());
        float[] targets = new float[workspace.capacity() * network.outputs()];
        for (int from = 0; from < data.size(); from += workspace.capacity()) {
            int count = Math.min(workspace.capacity(), data.size() - from);
            loss += forward(data, order, from, count);
            weight += lossPass.weight();
            network.targetScaling().restore(count, workspace.outputs());
            data.gatherTargets(order, from, count, targets);
            score.add(count, workspace.outputs(), targets);
        }
        return new Evaluation(data.size(), loss / weight, Double.NaN, score.scores());
    }
}
