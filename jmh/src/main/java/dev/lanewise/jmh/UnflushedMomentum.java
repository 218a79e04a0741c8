package dev.lanewise.jmh;

import dev.lanewise.nn.optim.Optimizer;
import dev.lanewise.nn.optim.Update;
import java.util.List;

/** What the library does not do: momentum as a plain loop whose velocities may become subnormal. */
record UnflushedMomentum(float learningRate, float momentum) implements Optimizer {
    @Override
    public String name() {
        return "momentum";
    }

    @Override
    public List<String> slots() {
        return List.of("v");
    }

    @Override
    public void step(Update u) {
        loop(u.offset(), u.offset() + u.n(), learningRate, momentum, u.parameters(), u.gradients(),
                u.slot(0));
    }

    private static void loop(int from, int to, float rate, float momentum, float[] w, float[] g, float[] v) {
        for (int i = from; i < to; i++) {
            v[i] = momentum * v[i] - rate * g[i];
            w[i] += v[i];
        }
    }
}
