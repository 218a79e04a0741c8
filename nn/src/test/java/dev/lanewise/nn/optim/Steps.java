package dev.lanewise.nn.optim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Steps of one parameter. */
final class Steps {
    private final Optimizer optimizer;
    private final StepValues values;
    private final float[] w;
    private final float[] g = new float[1];
    private final List<float[]> slots = new ArrayList<>();
    private final Update update;
    private float scale = 1f;
    private long number;

    /** From w, with those l1, l2 and decay. */
    Steps(Optimizer optimizer, float w, float l1, float l2, float decay, boolean weight) {
        this.optimizer = optimizer;
        this.w = new float[]{w};
        values = new StepValues(l1, l2, decay, new double[optimizer.scalars()]);
        for (int i = 0; i < optimizer.slots().size(); i++) {
            float[] slot = new float[1];
            Arrays.fill(slot, optimizer.initial(i));
            slots.add(slot);
        }
        update = new Update(this.w, g, slots, values, 0, 1, weight);
    }

    static Steps of(Optimizer optimizer, float w) {
        return new Steps(optimizer, w, 0f, 0f, 0f, true);
    }

    /** Multiplies the gradients of the steps that follow. */
    Steps scaled(float factor) {
        scale = factor;
        return this;
    }

    /** The parameter after a step. */
    float step(float gradient, float learningRate, float momentum) {
        number++;
        g[0] = gradient;
        values.set(number, learningRate, momentum, scale);
        optimizer.begin(number, momentum, values.scalars());
        optimizer.step(update);
        return w[0];
    }

    /** The parameter after a step with the optimizer's own rate and momentum. */
    float step(float gradient) {
        return step(gradient, optimizer.learningRate(), optimizer.momentum());
    }

    /** The parameter after each of these steps. */
    float[] all(float... gradients) {
        float[] path = new float[gradients.length];
        for (int i = 0; i < path.length; i++) {
            path[i] = step(gradients[i]);
        }
        return path;
    }

    /** What is kept from step to step. */
    float slot(int index) {
        return slots.get(index)[0];
    }
}
