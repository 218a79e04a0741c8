package dev.lanewise.jmh;

import dev.lanewise.nn.optim.Optimizer;
import dev.lanewise.nn.optim.Update;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An optimizer whose state and gradients can be looked at between steps. */
final class WatchedOptimizer implements Optimizer {
    private final Optimizer optimizer;
    private @Nullable Update seen;

    /** For one training on one thread. */
    WatchedOptimizer(Optimizer optimizer) {
        this.optimizer = optimizer;
    }

    @Override
    public String name() {
        return optimizer.name();
    }

    @Override
    public float learningRate() {
        return optimizer.learningRate();
    }

    @Override
    public float momentum() {
        return optimizer.momentum();
    }

    @Override
    public List<String> slots() {
        return optimizer.slots();
    }

    @Override
    public float initial(int slot) {
        return optimizer.initial(slot);
    }

    @Override
    public int scalars() {
        return optimizer.scalars();
    }

    @Override
    public void begin(long number, float momentum, double[] scalars) {
        optimizer.begin(number, momentum, scalars);
    }

    @Override
    public void step(Update update) {
        seen = update;
        optimizer.step(update);
    }

    /** Subnormals in all slots after the last step. */
    long subnormalsInState() {
        long count = 0;
        for (int slot = 0; slot < slots().size(); slot++) {
            count += subnormals(update().slot(slot));
        }
        return count;
    }

    /** Subnormals in the gradients of the last step. */
    long subnormalsInGradients() {
        return subnormals(update().gradients());
    }

    private Update update() {
        if (seen == null) {
            throw new IllegalStateException("steps: 0 (expected >= 1)");
        }
        return seen;
    }

    static long subnormals(float[] values) {
        long count = 0;
        for (float value : values) {
            if (value != 0 && Math.abs(value) < Float.MIN_NORMAL) {
                count++;
            }
        }
        return count;
    }
}
