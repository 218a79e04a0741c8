package dev.lanewise.nn;

import dev.lanewise.kernels.ElementLosses;
import dev.lanewise.kernels.Losses;
import dev.lanewise.kernels.Reductions;
import dev.lanewise.nn.data.ClassWeights;
import dev.lanewise.nn.data.Dataset;
import java.util.Arrays;

/** The buffers of a loss at the end of a {@link Workspace}. */
final class LossPass {
    private final Loss loss;
    private final Workspace workspace;
    private final int outputs;
    private final ClassWeights classWeights;
    private final int[] labels;
    private final float[] targets;
    private final float[] probabilities;
    private final float[] losses;
    private final float[] weights;
    private boolean weighted;
    private double weight;

    LossPass(Loss loss, Workspace workspace, int outputs) {
        this(loss, workspace, outputs, ClassWeights.NONE);
    }

    /** With weights of classes. */
    LossPass(Loss loss, Workspace workspace, int outputs, ClassWeights classWeights) {
        this.loss = loss;
        this.workspace = workspace;
        this.outputs = outputs;
        this.classWeights = classWeights;
        boolean softmax = loss instanceof Loss.SoftmaxCrossEntropy;
        labels = new int[workspace.capacity()];
        losses = new float[workspace.capacity()];
        weights = new float[workspace.capacity()];
        targets = softmax ? Pass.none() : new float[workspace.capacity() * outputs];
        probabilities = softmax ? new float[workspace.capacity() * outputs] : Pass.none();
    }

    /** Takes the labels or targets, and the weights, of rows {@code order[from..from+count)}. */
    void load(Dataset data, int[] order, int from, int count) {
        if (data.classes() == 0) {
            data.gatherTargets(order, from, count, targets);
            workspace.network().targetScaling().apply(count, targets);
        } else {
            data.gatherLabels(order, from, count, labels);
            if (targets.length > 0) {
                oneHot(count);
            }
        }
        weighted = !classWeights.isNone() || data.weighted();
        weight = count;
        if (weighted) {
            loadWeights(data, order, from, count);
        }
    }

    private void oneHot(int count) {
        Arrays.fill(targets, 0, count * outputs, 0f);
        for (int i = 0; i < count; i++) {
            targets[i * outputs + labels[i]] = 1f;
        }
    }

    private void loadWeights(Dataset data, int[] order, int from, int count) {
        data.gatherWeights(order, from, count, weights);
        weight = 0;
        for (int i = 0; i < count; i++) {
            if (!classWeights.isNone()) {
                weights[i] *= classWeights.weight(labels[i]);
            }
            weight += weights[i];
        }
    }

    /** Sum of the batch's weights; the number of its samples if they have none. */
    double weight() {
        return weight;
    }

    /** Sum of the losses of the batch's samples, each times its weight, in their order. */
    double forward() {
        int batch = workspace.batch();
        if (loss instanceof Loss.SoftmaxCrossEntropy(float smoothing)) {
            Losses.softmaxCrossEntropy(batch, outputs, workspace.outputs(), 0, outputs, labels, 0,
                    smoothing, probabilities, 0, outputs, losses, 0);
        } else {
            for (int i = 0; i < batch; i++) {
                losses[i] = mean(i * outputs);
            }
        }
        double sum = 0;
        for (int i = 0; i < batch; i++) {
            sum += weighted ? (double) weights[i] * losses[i] : losses[i];
        }
        return sum;
    }

    /** Mean of the losses of a sample's outputs, from {@code at} on; finite if it is a float, however large the sum. */
    private float mean(int at) {
        float mean = elements(at) / outputs;
        return !Float.isInfinite(mean)
                ? mean
                : (float) (WideLoss.sum(loss, outputs, workspace.outputs(), targets, at) / outputs);
    }

    /** Sum of the losses of the outputs from {@code at} on that belong to one sample. */
    private float elements(int at) {
        float[] y = workspace.outputs();
        return switch (loss) {
            case Loss.MeanSquaredError _ -> Reductions.squaredDistance(outputs, y, at, targets, at);
            case Loss.MeanAbsoluteError _ -> ElementLosses.absoluteError(outputs, y, at, targets, at);
            case Loss.Huber(float delta) -> ElementLosses.huber(outputs, delta, y, at, targets, at);
            case Loss.BinaryCrossEntropy _ -> ElementLosses.binaryCrossEntropy(outputs, y, at, targets, at);
            case Loss.SoftmaxCrossEntropy _ -> throw new AssertionError("no sum over elements");
        };
    }

    /**
     * Gradient by the outputs of the sum of the samples' losses, each times its weight, divided by the number of samples;
     * after {@link #forward}. So a sample's weight means the same in every batch, also in one of its own.
     */
    void backward() {
        int batch = workspace.batch();
        if (!weighted) {
            backward(0, batch, 1.0 / batch);
            return;
        }
        for (int i = 0; i < batch; i++) {
            backward(i, 1, weights[i] / (double) batch);
        }
    }

    /** Gradient by the outputs of {@code rows} samples from {@code first} on of the sum of their losses, times {@code scale}. */
    private void backward(int first, int rows, double scale) {
        int at = first * outputs;
        int n = rows * outputs;
        float each = (float) (scale / outputs);
        float[] y = workspace.outputs();
        float[] dy = workspace.outputGradient();
        switch (loss) {
            case Loss.SoftmaxCrossEntropy(float smoothing) ->
                Losses.softmaxCrossEntropyBackward(rows, outputs,
                        probabilities, at, outputs, labels, first, smoothing, (float) scale, dy, at, outputs);
            case Loss.MeanSquaredError _ ->
                ElementLosses.squaredErrorBackward(n, y, at, targets, at, 2 * each, dy, at);
            case Loss.MeanAbsoluteError _ ->
                ElementLosses.absoluteErrorBackward(n, y, at, targets, at, each, dy, at);
            case Loss.Huber(float delta) ->
                ElementLosses.huberBackward(n, delta, y, at, targets, at, each, dy, at);
            case Loss.BinaryCrossEntropy _ ->
                ElementLosses.binaryCrossEntropyBackward(n, y, at, targets, at, each, dy, at);
        }
    }

    /** How many samples of the batch have their largest output at their class. */
    int correct() {
        int correct = 0;
        for (int i = 0; i < workspace.batch(); i++) {
            if (Predictor.argmax(workspace.outputs(), i * outputs, outputs) == labels[i]) {
                correct++;
            }
        }
        return correct;
    }
}
