package dev.lanewise.nn;

import dev.lanewise.nn.optim.Optimizer;
import dev.lanewise.nn.optim.PlateauReducer;
import dev.lanewise.nn.optim.Regularization;
import dev.lanewise.nn.optim.StepValues;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a training stands: what changes from step to step. */
final class TrainingState {
    final float[] parameters;
    final List<float[]> slots;
    final StepValues values;
    final @Nullable PlateauReducer plateau;
    final @Nullable EarlyStopper stopper;
    /** The parameters of the best epoch; empty if nobody will want them. */
    final float[] best;
    final List<EpochMetrics> history = new ArrayList<>();
    /** Steps done. */
    long step;
    /** The epoch of the next step, from 1. */
    int epoch = 1;
    /** Steps done of that epoch. */
    int batch;
    /** Sums over the samples of that epoch so far: of their weighted losses, of their weights, of those right. */
    double loss;
    double weight;
    long correct;
    /** Time spent on them. */
    double seconds;

    TrainingState(Network network, TrainingSettings settings) {
        parameters = network.parameters();
        Optimizer optimizer = settings.optimizer();
        Regularization regularization = settings.regularization();
        slots = slots(optimizer, parameters.length);
        values = new StepValues(regularization.l1(), regularization.l2(), regularization.decay(),
                new double[optimizer.scalars()]);
        plateau = settings.schedule().plateau().map(PlateauReducer::new).orElse(null);
        stopper = settings.earlyStopping() == null ? null : new EarlyStopper(settings.earlyStopping());
        best = settings.earlyStopping() != null && settings.earlyStopping().restoreBest()
                ? parameters.clone()
                : Pass.none();
    }

    private static List<float[]> slots(Optimizer optimizer, int parameters) {
        List<float[]> slots = new ArrayList<>();
        for (int i = 0; i < optimizer.slots().size(); i++) {
            float[] slot = new float[parameters];
            Arrays.fill(slot, optimizer.initial(i));
            slots.add(slot);
        }
        return List.copyOf(slots);
    }

    /** Ends an epoch. */
    void endEpoch(EpochMetrics metrics) {
        history.add(metrics);
        if (plateau != null) {
            plateau.observe(metrics.monitoredLoss());
        }
        if (stopper != null && stopper.observe(metrics) && best.length > 0) {
            System.arraycopy(parameters, 0, best, 0, best.length);
        }
        epoch++;
        batch = 0;
        loss = 0;
        weight = 0;
        correct = 0;
        seconds = 0;
    }

    /** Mean loss of that epoch's samples so far, each counted by its weight; 0 if none has weight. */
    double meanLoss() {
        return weight > 0 ? loss / weight : 0;
    }

    boolean wantsToStop() {
        return stopper != null && stopper.shouldStop();
    }

    /** Gives the network its best epoch's parameters; returns that epoch, or 0 if there is none. */
    int restoreBest() {
        if (best.length == 0 || stopper == null || stopper.bestEpoch() == 0) {
            return 0;
        }
        System.arraycopy(best, 0, parameters, 0, best.length);
        return stopper.bestEpoch();
    }
}
