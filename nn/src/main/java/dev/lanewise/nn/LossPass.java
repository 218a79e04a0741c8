package dev.lanewise.nn;

import dev.lanewise.kernels.ElementLosses;
import dev.lanewise.kernels.Losses;
import dev.lanewise.kernels.Reductions;
import dev.lanewise.nn.data.Dataset;
import java.util.Arrays;

/** The buffers of a loss at the end of a {@link Workspace}. */
final class LossPass {
    private final Loss loss;
    private final Workspace workspace;
    private final int outputs;
    private final int[] labels;
    private final float[] targets;
    private final float[] probabilities;
    private final float[] losses;

    LossPass(Loss loss, Workspace workspace, int outputs) {
        this.loss = loss;
        this.workspace = workspace;
        this.outputs = outputs;
        boolean squared = loss == Loss.MEAN_SQUARED_ERROR;
        labels = new int[workspace.capacity()];
        losses = new float[workspace.capacity()];
        targets = squared ? new float[workspace.capacity() * outputs] : Pass.none();
        probabilities = squared ? Pass.none() : new float[workspace.capacity() * outputs];
    }

    /** Takes the labels or targets of rows {@code order[from..from+count)}. */
    void load(Dataset data, int[] order, int from, int count) {
        if (data.classes() == 0) {
            data.gatherTargets(order, from, count, targets);
            return;
        }
        data.gatherLabels(order, from, count, labels);
        if (loss == Loss.MEAN_SQUARED_ERROR) {
            Arrays.fill(targets, 0, count * outputs, 0f);
            for (int i = 0; i < count; i++) {
                targets[i * outputs + labels[i]] = 1f;
            }
        }
    }

    /** Sum of the losses of the batch's samples, in their order. */
    double forward() {
        int batch = workspace.batch();
        if (loss == Loss.SOFTMAX_CROSS_ENTROPY) {
            Losses.softmaxCrossEntropy(batch, outputs, workspace.outputs(), 0, outputs, labels, 0,
                    0f, probabilities, 0,
                    outputs, losses, 0);
        } else {
            for (int i = 0; i < batch; i++) {
                int row = i * outputs;
                losses[i] = Reductions.squaredDistance(outputs, workspace.outputs(), row, targets, row)
                        / outputs;
            }
        }
        double sum = 0;
        for (int i = 0; i < batch; i++) {
            sum += losses[i];
        }
        return sum;
    }

    /** Gradient of the batch's mean loss by the outputs, after {@link #forward}. */
    void backward() {
        int batch = workspace.batch();
        if (loss == Loss.SOFTMAX_CROSS_ENTROPY) {
            Losses.softmaxCrossEntropyBackward(batch, outputs, probabilities, 0, outputs, labels, 0,
                    0f, 1f / batch,
                    workspace.outputGradient(), 0, outputs);
        } else {
            int n = batch * outputs;
            ElementLosses.squaredErrorBackward(n, workspace.outputs(), 0, targets, 0, 2f / n,
                    workspace.outputGradient(), 0);
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
