package dev.lanewise.nn;

import dev.lanewise.nn.optim.Adadelta;
import dev.lanewise.nn.optim.Adagrad;
import dev.lanewise.nn.optim.Adam;
import dev.lanewise.nn.optim.AdamW;
import dev.lanewise.nn.optim.Lion;
import dev.lanewise.nn.optim.Momentum;
import dev.lanewise.nn.optim.Nadam;
import dev.lanewise.nn.optim.Nesterov;
import dev.lanewise.nn.optim.Optimizer;
import dev.lanewise.nn.optim.RmsProp;
import dev.lanewise.nn.optim.Sgd;
import java.util.List;

/** Optimizers for tests: each, in each of its forms. */
public final class OptimizerSamples {
    private OptimizerSamples() {
    }

    public static List<Optimizer> all() {
        return List.of(new Sgd(0.1f), new Momentum(0.1f, 0.9f), new Momentum(0.1f, 0.9f, 0.5f, true),
                new Nesterov(0.1f, 0.9f), new Nesterov(0.1f, 0.9f, true), new Adagrad(0.1f),
                new Adagrad(0.1f, 0.1f, 1e-3f, true), new Adadelta(1f), new RmsProp(0.01f),
                new RmsProp(0.01f, 0.9f, 0f, false, true, 1e-8f, false),
                new RmsProp(0.01f, 0.9f, 0.5f, false, false, 1e-7f, true),
                new RmsProp(0.01f, 0.9f, 0.5f, true, true, 1e-8f, false), new Adam(0.01f),
                new Adam(0.01f, 0.9f, 0.999f, 1e-7f, true, true), new AdamW(0.01f), new Nadam(0.01f),
                new Lion(0.001f));
    }
}
