package dev.lanewise.reports.experiments;

import dev.lanewise.nn.optim.Adagrad;
import dev.lanewise.nn.optim.Adam;
import dev.lanewise.nn.optim.Momentum;
import dev.lanewise.nn.optim.Optimizer;
import dev.lanewise.nn.optim.RmsProp;
import dev.lanewise.nn.optim.Sgd;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The optimizers, each with the learning rate that serves it best on a surface. */
enum SurfaceChoice {
    SGD("SGD"), MOMENTUM("Momentum"), ADAGRAD("Adagrad"), RMSPROP("RMSProp"), ADAM("Adam");

    /** One, two and five times powers of ten. */
    private static final List<Float> RATES = List.of(1e-4f, 2e-4f, 5e-4f, 1e-3f, 2e-3f, 5e-3f, 0.01f, 0.02f,
            0.05f,
            0.1f, 0.2f, 0.5f, 1f, 2f, 5f);

    private static final float MOMENTUM_SHARE = 0.9f;

    private final String label;

    SurfaceChoice(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** The optimizer with a learning rate. */
    Optimizer at(float rate) {
        return switch (this) {
            case SGD -> new Sgd(rate);
            case MOMENTUM -> new Momentum(rate, MOMENTUM_SHARE);
            case ADAGRAD -> new Adagrad(rate);
            case RMSPROP -> new RmsProp(rate);
            case ADAM -> new Adam(rate);
        };
    }

    /** Its ways with all rates. */
    Stream<SurfaceWalk> all(SurfaceShape shape, int steps) {
        return RATES.stream().map(rate -> SurfaceWalk.of(at(rate), shape, steps));
    }

    /** The way that arrives after the fewest steps, with the smallest of the rates that are as good and not above {@code most}. */
    SurfaceWalk best(SurfaceShape shape, int steps, float most) {
        return all(shape, steps).filter(walk -> walk.optimizer().learningRate() <= most)
                .min(Comparator.comparingInt(SurfaceWalk::arrival))
                .orElseThrow();
    }
}
