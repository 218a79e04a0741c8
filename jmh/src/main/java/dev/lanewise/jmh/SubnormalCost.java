package dev.lanewise.jmh;

import dev.lanewise.kernels.Workers;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.NetworkTensor;
import dev.lanewise.nn.Scaling;
import dev.lanewise.nn.Trainer;
import dev.lanewise.nn.TrainingListener;
import dev.lanewise.nn.data.Dataset;
import dev.lanewise.nn.data.Digits;
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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Whether a long training is slower than a young one. The moments of dead units decay for ever: without care they become
 * subnormal, and arithmetic on subnormals is slow on many processors.
 */
final class SubnormalCost {
    private static final String LAYERS = "dense:256 relu dense:256 relu dense:10";
    private static final int SAMPLES = 4_000;
    private static final int BATCH = 32;
    private static final int LEAD = 5_000;
    private static final int TURNS = 20;
    private static final int STEPS_PER_TURN = 25;
    private static final int DEATH = 20;
    private static final float DEADLY = -1e3f;

    private SubnormalCost() {
    }

    static String table() {
        int length = TURNS * STEPS_PER_TURN;
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT,
                """

                        %s on digits, batch %d, one thread. After step %d every second hidden unit dies: its bias becomes %.0f,
                        so that its gradients are 0 and its moments decay. Steps %,d to %,d of a training take turns with steps 0 to %d of
                        another that is the same but young, %d steps at a time. Times are the thread's processor time, the
                        ratio is the median over the turns. Subnormals are counted after step %d and step %,d. The last row is not the
                        library's: a loop that lets its velocities become subnormal.

                        | optimizer | ns/step, young | ns/step, old | old / young | lowest-highest | in state, young | old | in gradients, young | old |
                        |---|---:|---:|---:|---:|---:|---:|---:|---:|
                        """,
                "784 " + LAYERS, BATCH,
                DEATH, DEADLY, LEAD, LEAD + length, length, STEPS_PER_TURN, length, LEAD + length));
        Dataset digits = Digits.generate(SAMPLES, 1);
        optimizers().forEach((name, optimizer) -> text.append(row(name, optimizer, digits)));
        return text.toString();
    }

    private static Map<String, Optimizer> optimizers() {
        Map<String, Optimizer> optimizers = new LinkedHashMap<>();
        optimizers.put("momentum", new Momentum(0.01f, 0.9f));
        optimizers.put("nesterov", new Nesterov(0.01f, 0.9f));
        optimizers.put("adagrad", new Adagrad(0.01f));
        optimizers.put("rmsprop", new RmsProp(1e-3f));
        optimizers.put("rmsprop, centred, momentum",
                new RmsProp(1e-4f, 0.9f, 0.9f, false, true, 1e-8f, false));
        optimizers.put("adadelta", new Adadelta(1f));
        optimizers.put("adam", new Adam(1e-3f));
        optimizers.put("adam, beta2 = 0.9", new Adam(1e-3f, 0.9f, 0.9f, 1e-8f, false, false));
        optimizers.put("amsgrad", new Adam(1e-3f, 0.9f, 0.999f, 1e-8f, true, false));
        optimizers.put("adamw", new AdamW(1e-3f));
        optimizers.put("nadam", new Nadam(1e-3f));
        optimizers.put("lion", new Lion(1e-4f));
        optimizers.put("a plain loop of momentum", new UnflushedMomentum(0.01f, 0.9f));
        return optimizers;
    }

    private static String row(String name, Optimizer optimizer, Dataset digits) {
        WatchedOptimizer old = new WatchedOptimizer(optimizer);
        WatchedOptimizer young = new WatchedOptimizer(optimizer);
        double[][] nanos = Relay.run(TURNS, STEPS_PER_TURN,
                List.of(training(LEAD, old, digits), training(0, young, digits)));
        double[] ratios = IntStream.range(0, TURNS)
                .mapToDouble(turn -> nanos[0][turn] / nanos[1][turn])
                .sorted()
                .toArray();
        return String.format(Locale.ROOT,
                "| %s | %,.0f | %,.0f | %.3f | %.3f-%.3f | %d | %d | %d | %d |%n", name, median(nanos[1]),
                median(nanos[0]), Times.median(ratios), ratios[0], ratios[TURNS - 1],
                young.subnormalsInState(), old.subnormalsInState(), young.subnormalsInGradients(),
                old.subnormalsInGradients());
    }

    private static double median(double[] nanos) {
        return Times.median(Arrays.stream(nanos).sorted().toArray());
    }

    private static Relay.Training training(int lead, Optimizer optimizer, Dataset digits) {
        return new Relay.Training(lead,
                turns -> fit(lead + TURNS * STEPS_PER_TURN, optimizer, digits, turns));
    }

    private static void fit(int steps, Optimizer optimizer, Dataset digits, TrainingListener turns) {
        Network network = Network.input(digits.features()).scaling(Scaling.bytes()).add(LAYERS).build(42);
        try (Workers workers = Workers.of(1)) {
            Trainer trainer = Trainer.of(network)
                    .optimizer(optimizer)
                    .batchSize(BATCH)
                    .epochs(steps * BATCH / SAMPLES)
                    .workers(workers)
                    .listener(new Death(network))
                    .listener(turns);
            trainer.fit(digits);
        }
    }

    /** Every second unit of the hidden layers dies early in the training. */
    private record Death(Network network) implements TrainingListener {
        @Override
        public void onBatch(int epoch, int batch, int samples, double meanLoss) {
            if (epoch == 1 && batch == DEATH) {
                network.tensors()
                        .stream()
                        .filter(tensor -> !tensor.tensor().isWeight()
                                && tensor.layer() < network.layers().size() - 1)
                        .forEach(this::kill);
            }
        }

        private void kill(NetworkTensor biases) {
            for (int unit = 0; unit < biases.size(); unit += 2) {
                network.parameters()[biases.offset() + unit] = DEADLY;
            }
        }
    }
}
