package dev.lanewise.jmh.peers;

import dev.lanewise.kernels.Workers;
import dev.lanewise.nn.optim.Adagrad;
import dev.lanewise.nn.optim.Adam;
import dev.lanewise.nn.optim.Momentum;
import dev.lanewise.nn.optim.Optimizer;
import dev.lanewise.nn.optim.RmsProp;
import dev.lanewise.nn.optim.StepValues;
import dev.lanewise.nn.optim.Update;
import java.util.ArrayList;
import java.util.List;

/** Lanewise's optimizers on ranges that threads share out, as its trainer does. */
final class LanewiseOptimizers implements OptimizerLibrary {
    private static final int RANGE = 1 << 15;

    private final Workers workers;

    LanewiseOptimizers(Workers workers) {
        this.workers = workers;
    }

    @Override
    public String describe() {
        return new LanewiseTraining(workers).describe();
    }

    @Override
    public OptimizerCall prepare(OptimizerWork work) {
        return new Steps(workers, optimizer(work.kind()), work);
    }

    private static Optimizer optimizer(OptimizerWork.Kind kind) {
        float rate = OptimizerWork.LEARNING_RATE;
        return switch (kind) {
            case ADAM -> new Adam(rate);
            case MOMENTUM -> new Momentum(rate, OptimizerWork.MOMENTUM);
            case ADAGRAD -> new Adagrad(rate, 0f, OptimizerWork.EPSILON, false);
            case RMSPROP -> new RmsProp(rate);
        };
    }

    private static final class Steps implements OptimizerCall {
        private final Workers workers;
        private final Optimizer optimizer;
        private final float[] parameters;
        private final StepValues values;
        private final List<Update> ranges = new ArrayList<>();
        private final Workers.Work share;
        private long step;

        Steps(Workers workers, Optimizer optimizer, OptimizerWork work) {
            this.workers = workers;
            this.optimizer = optimizer;
            int n = work.parameters();
            parameters = work.initial();
            float[] gradients = work.gradients();
            values = new StepValues(0f, 0f, 0f, new double[optimizer.scalars()]);
            List<float[]> slots = optimizer.slots().stream().map(slot -> new float[n]).toList();
            for (int from = 0; from < n; from += RANGE) {
                ranges.add(new Update(parameters, gradients, slots, values, from, Math.min(RANGE, n - from),
                        true));
            }
            share = part -> optimizer.step(ranges.get(part));
        }

        @Override
        public void run(int updates) {
            for (int i = 0; i < updates; i++) {
                step++;
                values.set(step, optimizer.learningRate(), optimizer.momentum(), 1f);
                optimizer.begin(step, optimizer.momentum(), values.scalars());
                workers.run(ranges.size(), share);
            }
        }

        @Override
        public float[] afterFirst(int updates) {
            run(updates);
            return parameters.clone();
        }
    }
}
