package dev.lanewise.properties;

import dev.lanewise.nn.optim.StepValues;
import dev.lanewise.nn.optim.Update;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The library's optimizer on an objective, whose gradient is computed in double and rounded to float. */
final class LibraryRun {
    private final OptimizerCase example;
    private final float[] w;
    private final float[] g;
    private final List<float[]> slots;
    private final StepValues values;
    private int t;

    LibraryRun(OptimizerCase example) {
        this.example = example;
        w = toFloats(example.objective().start());
        g = new float[w.length];
        slots = IntStream.range(0, example.optimizer().slots().size()).mapToObj(this::slot).toList();
        PaperRule rule = example.rule();
        values = new StepValues((float) rule.l1(), (float) rule.l2(), (float) rule.decay(),
                new double[example.optimizer().scalars()]);
    }

    private float[] slot(int index) {
        float[] slot = new float[w.length];
        Arrays.fill(slot, example.optimizer().initial(index));
        return slot;
    }

    /** One step by the objective's gradient. */
    void step() {
        step(example.objective().gradient(parameters()));
    }

    /** One step by a gradient, which is rounded to float; afterwards {@link #gradient} has it. */
    void step(double[] gradient) {
        t++;
        System.arraycopy(toFloats(gradient), 0, g, 0, g.length);
        var optimizer = example.optimizer();
        values.set(t, optimizer.learningRate(), optimizer.momentum(), (float) example.rule().scale());
        optimizer.begin(t, optimizer.momentum(), values.scalars());
        optimizer.step(new Update(w, g, slots, values, 0, w.length, true));
    }

    /** Sets the parameters to 0 and leaves the state. */
    void clearParameters() {
        Arrays.fill(w, 0f);
    }

    double[] parameters() {
        return IntStream.range(0, w.length).mapToDouble(i -> w[i]).toArray();
    }

    double gradient(int i) {
        return g[i];
    }

    /** For each parameter its value, then its state in the paper's order; a state not kept is the paper's start. */
    double[][] snapshot() {
        double[][] all = new double[w.length][];
        for (int i = 0; i < w.length; i++) {
            double[] start = example.rule().optimizer().start();
            all[i] = new double[1 + start.length];
            all[i][0] = w[i];
            for (int j = 0; j < start.length; j++) {
                all[i][j + 1] = example.isKept(j + 1) ? slots.get(example.state().get(j))[i] : start[j];
            }
        }
        return all;
    }

    private static float[] toFloats(double[] x) {
        float[] y = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = (float) x[i];
        }
        return y;
    }
}
