package dev.lanewise.nn.diagnosis;

import dev.lanewise.nn.Dense;
import dev.lanewise.nn.Dropout;
import dev.lanewise.nn.Evaluation;
import dev.lanewise.nn.Layer;
import dev.lanewise.nn.Maxout;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.NetworkBuilder;
import dev.lanewise.nn.Trainer;
import dev.lanewise.nn.TrainingDivergedException;
import dev.lanewise.nn.data.Dataset;
import dev.lanewise.nn.optim.Adam;

/**
 * Whether layers like these can learn one small batch by heart: fresh weights that suit them, Adam, no dropout, no
 * regularisation.
 *
 * @param rows of the batch
 * @param steps over it
 * @param accuracy then; NaN for regression
 * @param loss then
 */
record Memorisation(int rows, int steps, double accuracy, double loss) {
    private static final int ROWS = 64;
    private static final int STEPS = 500;
    private static final float RATE = 3e-3f;

    static Memorisation of(Network network, Trainer trainer, Dataset train, long seed) {
        Dataset batch = Rows.counting(train, ROWS, seed, trainer);
        Trainer fresh = Trainer.of(fresh(network, seed))
                .loss(trainer.loss())
                .optimizer(new Adam(RATE))
                .batchSize(batch.size())
                .epochs(STEPS)
                .workers(trainer.workers());
        try {
            fresh.fit(batch, null);
            Evaluation result = fresh.evaluate(batch);
            return new Memorisation(batch.size(), STEPS, result.accuracy(), result.loss());
        } catch (TrainingDivergedException failed) {
            return new Memorisation(batch.size(), STEPS, 0, Double.POSITIVE_INFINITY);
        }
    }

    private static Network fresh(Network network, long seed) {
        NetworkBuilder builder = Network.input(network.inputs())
                .scaling(network.scaling())
                .targetScaling(network.targetScaling())
                .classNames(network.classNames());
        for (Layer layer : network.layers()) {
            switch (layer) {
                case Dropout _ -> {
                }
                case Dense dense -> builder.dense(dense.units());
                case Maxout maxout -> builder.maxout(maxout.units(), maxout.pieces());
                default -> builder.add(layer);
            }
        }
        return builder.build(seed);
    }

    /** Whether it could. */
    boolean possible(Task task) {
        return task.classification()
                ? accuracy >= Thresholds.MEMORISED_ACCURACY
                : task.learnt(loss) >= Thresholds.MEMORISED_LEARNT;
    }
}
