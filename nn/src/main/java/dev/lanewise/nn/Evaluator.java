package dev.lanewise.nn;

import dev.lanewise.nn.data.Dataset;

/** Runs a network over data sets in a workspace, for loss and accuracy. */
final class Evaluator {
    private final Network network;
    private final Workspace workspace;
    private final LossPass lossPass;

    Evaluator(Network network, Workspace workspace, LossPass lossPass) {
        this.network = network;
        this.workspace = workspace;
        this.lossPass = lossPass;
    }

    /** Gathers, scales and passes forward one batch as in prediction; returns the sum of its losses. */
    double forward(Dataset data, int[] order, int from, int count) {
        load(data, order, from, count);
        workspace.forward(count);
        return lossPass.forward();
    }

    /** The same in a step, from 0, of a training with that seed. */
    double forward(Dataset data, int[] order, int from, int count, long seed, long step) {
        load(data, order, from, count);
        workspace.forward(count, seed, step);
        return lossPass.forward();
    }

    private void load(Dataset data, int[] order, int from, int count) {
        data.gather(order, from, count, workspace.inputs());
        network.scaling().apply(count, network.inputs(), workspace.inputs());
        lossPass.load(data, order, from, count);
    }

    Evaluation evaluate(Dataset data, int[] order) {
        double loss = 0;
        int correct = 0;
        for (int from = 0; from < data.size(); from += workspace.capacity()) {
            int count = Math.min(workspace.capacity(), data.size() - from);
            loss += forward(data, order, from, count);
            correct += data.classes() > 0 ? lossPass.correct() : 0;
        }
        double accuracy = data.classes() > 0 ? (double) correct / data.size() : Double.NaN;
        return new Evaluation(data.size(), loss / data.size(), accuracy);
    }
}
