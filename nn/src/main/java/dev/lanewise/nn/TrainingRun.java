package dev.lanewise.nn;

import dev.lanewise.kernels.RandomStream;
import dev.lanewise.kernels.Workers;
import dev.lanewise.nn.data.Dataset;
import dev.lanewise.nn.optim.Optimizer;
import dev.lanewise.nn.optim.StepValues;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One training from its first epoch to its last, with its buffers. */
final class TrainingRun {
    private final ParameterUpdate update;
    private final StepValues values;
    private final Optimizer optimizer;
    private final long seed;
    private final List<TrainingListener> listeners;
    private final Workspace workspace;
    private final LossPass lossPass;
    private final Evaluator evaluator;

    TrainingRun(Network network, Loss loss, Optimizer optimizer, int batchSize, long seed, Workers workers,
            List<TrainingListener> listeners) {
        this.optimizer = optimizer;
        this.seed = seed;
        this.listeners = listeners;
        workspace = new Workspace(network, batchSize, workers, true);
        lossPass = new LossPass(loss, workspace, network.outputs());
        evaluator = new Evaluator(network, workspace, lossPass);
        values = new StepValues(0f, 0f, 0f, new double[optimizer.scalars()]);
        List<float[]> slots = new ArrayList<>();
        for (int i = 0; i < optimizer.slots().size(); i++) {
            float[] slot = new float[network.parameterCount()];
            Arrays.fill(slot, optimizer.initial(i));
            slots.add(slot);
        }
        update = new ParameterUpdate(network, optimizer, workspace.gradients(), slots, values, workers);
    }

    History fit(int epochs, Dataset train, @Nullable Dataset validation) {
        for (TrainingListener listener : listeners) {
            listener.onTrainingStart(epochs, batches(train), train.size());
        }
        int[] order = new int[train.size()];
        int[] validationOrder = ascending(validation == null ? 0 : validation.size());
        List<EpochMetrics> history = new ArrayList<>();
        for (int epoch = 1; epoch <= epochs; epoch++) {
            shuffle(order, epoch);
            EpochMetrics metrics = epoch(epoch, train, order, validation, validationOrder);
            history.add(metrics);
            for (TrainingListener listener : listeners) {
                listener.onEpoch(metrics);
            }
        }
        return new History(history);
    }

    private int batches(Dataset train) {
        return (train.size() + workspace.capacity() - 1) / workspace.capacity();
    }

    /** The order of an epoch depends on seed and epoch alone, not on the epochs before. */
    private void shuffle(int[] order, int epoch) {
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        new RandomStream(seed, Streams.shuffling(epoch)).shuffle(order);
    }

    private EpochMetrics epoch(int epoch, Dataset train, int[] order, @Nullable Dataset validation,
            int[] validationOrder) {
        long start = System.nanoTime();
        int batches = batches(train);
        double loss = 0;
        int correct = 0;
        int batch = 0;
        for (int from = 0; from < train.size(); from += workspace.capacity()) {
            int count = Math.min(workspace.capacity(), train.size() - from);
            loss += evaluator.forward(train, order, from, count, seed, (epoch - 1L) * batches + batch);
            correct += train.classes() > 0 ? lossPass.correct() : 0;
            lossPass.backward();
            workspace.backward();
            values.set((epoch - 1L) * batches + batch + 1, optimizer.learningRate(), optimizer.momentum(),
                    1f);
            optimizer.begin((epoch - 1L) * batches + batch + 1, optimizer.momentum(), values.scalars());
            update.step();
            batch++;
            for (int i = 0; i < listeners.size(); i++) {
                listeners.get(i).onBatch(epoch, batch, from + count, loss / (from + count));
            }
        }
        double seconds = (System.nanoTime() - start) * 1e-9;
        Evaluation held = validation == null
                ? new Evaluation(0, Double.NaN, Double.NaN)
                : evaluator.evaluate(validation, validationOrder);
        return new EpochMetrics(epoch, loss / train.size(),
                train.classes() > 0 ? (double) correct / train.size() : Double.NaN, held.loss(),
                held.accuracy(),
                seconds, train.size() / seconds);
    }

    static int[] ascending(int n) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        return order;
    }
}
