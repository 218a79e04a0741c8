package dev.lanewise.reports.experiments;

import java.util.List;

/** All experiments. */
public final class Experiments {
    private Experiments() {
    }

    /** In the order of the lecture. */
    public static List<Experiment> all() {
        return List.of(
                new NotOverfitting(),
                new DeeperSigmoid(),
                new VanishingGradient(),
                new ThinLinear(),
                new ReluFamily(),
                new MaxoutUnits(),
                new SurfaceOptimizers(),
                new OptimizersOnData(),
                new StoppingEarly(),
                new WeightPenalties(),
                new DropoutOnData(),
                new EnsembleDropout());
    }
}
