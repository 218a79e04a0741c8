package dev.lanewise.nn;

import dev.lanewise.kernels.GlobalNorm;
import dev.lanewise.nn.optim.GradientClipping;
import dev.lanewise.nn.optim.MomentumSchedule;
import dev.lanewise.nn.optim.Optimizer;
import org.jspecify.annotations.Nullable;

/** One step of a training behind its loss: backward, clipping, update, limits. */
final class TrainingStep {
    private final TrainingSettings settings;
    private final TrainingState state;
    private final Workspace workspace;
    private final LossPass lossPass;
    private final ParameterUpdate update;
    private final @Nullable NormLimit limit;
    private final GlobalNorm norm = new GlobalNorm();
    private final int stepsPerEpoch;
    private final long totalSteps;

    TrainingStep(TrainingSettings settings, TrainingState state, Workspace workspace, LossPass lossPass,
            ParameterUpdate update, @Nullable NormLimit limit, int stepsPerEpoch) {
        this.settings = settings;
        this.state = state;
        this.workspace = workspace;
        this.lossPass = lossPass;
        this.update = update;
        this.limit = limit;
        this.stepsPerEpoch = stepsPerEpoch;
        totalSteps = (long) stepsPerEpoch * settings.epochs();
    }

    void run() {
        lossPass.backward();
        workspace.backward();
        float scale = clip();
        float momentum = momentum();
        state.values.set(state.step + 1, learningRate(state.step), momentum, scale);
        settings.optimizer().begin(state.step + 1, momentum, state.values.scalars());
        update.step();
        if (limit != null) {
            limit.apply();
        }
        state.step++;
        state.batch++;
    }

    /** The rate of a step, from 0, of this epoch. */
    float learningRate(long number) {
        float factor = settings.schedule().factor(number, stepsPerEpoch, totalSteps);
        float reduced = state.plateau == null ? factor : factor * state.plateau.factor();
        return settings.optimizer().learningRate() * reduced;
    }

    private float momentum() {
        Optimizer optimizer = settings.optimizer();
        MomentumSchedule schedule = settings.momentum();
        return schedule == null ? optimizer.momentum() : schedule.momentum(state.step, stepsPerEpoch);
    }

    private float clip() {
        GradientClipping clipping = settings.clipping();
        float[] gradients = workspace.gradients();
        clipping.clipValues(gradients.length, gradients, 0);
        if (!clipping.clipsNorm()) {
            return 1f;
        }
        norm.reset();
        norm.add(gradients.length, gradients, 0);
        return clipping.gradientScale(norm.value());
    }
}
