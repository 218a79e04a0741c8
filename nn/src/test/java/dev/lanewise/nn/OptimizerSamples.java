package dev.lanewise.nn;

import dev.lanewise.nn.optim.Optimizer;
import dev.lanewise.nn.optim.Sgd;
import java.util.List;

/** Optimizers for tests: each, in each of its forms. */
final class OptimizerSamples {
    private OptimizerSamples() {
    }

    static List<Optimizer> all() {
        return List.of(new Sgd(0.1f));
    }
}
