package dev.lanewise.properties;

import dev.lanewise.kernels.Workers;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.Scaling;
import dev.lanewise.nn.Trainer;
import dev.lanewise.nn.data.Dataset;
import dev.lanewise.nn.data.Digits;
import dev.lanewise.nn.optim.Adadelta;
import dev.lanewise.nn.optim.Adagrad;
import dev.lanewise.nn.optim.Adam;
import dev.lanewise.nn.optim.AdamW;
import dev.lanewise.nn.optim.GradientClipping;
import dev.lanewise.nn.optim.Lion;
import dev.lanewise.nn.optim.Momentum;
import dev.lanewise.nn.optim.MomentumSchedule;
import dev.lanewise.nn.optim.Nadam;
import dev.lanewise.nn.optim.Nesterov;
import dev.lanewise.nn.optim.Optimizer;
import dev.lanewise.nn.optim.Regularization;
import dev.lanewise.nn.optim.RmsProp;
import dev.lanewise.nn.optim.ScheduleParser;
import dev.lanewise.nn.optim.Sgd;
import dev.lanewise.nn.optim.Span;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Steps with every optimizer, and with all that keeps a training in bounds at once, allocate nothing either; but for
 * {@link StrictMath#pow}, which makes three small arrays unless the JIT does away with them.
 */
@Tag("alone")
class RemedyAllocationTest {
    private static final String LAYERS = "dropout:0.2 dense:32 relu maxout:16x3 dropout:0.5:lecture dense:10";
    /** Three arrays of two doubles. */
    private static final int POW_BYTES = 96;
    private static final List<String> SCHEDULES = List.of("constant", "warmup:20+cosine", "step:1000:0.5",
            "exponential:0.999", "linear", "one-cycle", "polynomial:2", "inverse-time:0.001");

    /** Each optimizer in each form that has a kernel of its own; threads and schedules in turn. */
    static Stream<Arguments> trainings() {
        List<Optimizer> optimizers = List.of(new Sgd(0.01f), new Momentum(0.01f, 0.9f),
                new Nesterov(0.01f, 0.9f), new Adagrad(0.01f), new Adadelta(1f), new RmsProp(1e-3f),
                new RmsProp(1e-3f, 0.9f, 0f, false, true, 1e-8f, false),
                new RmsProp(1e-3f, 0.9f, 0.5f, false, false, 1e-8f, false),
                new RmsProp(1e-3f, 0.9f, 0.5f, false, true, 1e-8f, false), new Adam(1e-3f),
                new Adam(1e-3f, 0.9f, 0.999f, 1e-8f, true, false), new AdamW(1e-3f), new Nadam(1e-3f),
                new Lion(1e-4f));
        return IntStream.range(0, optimizers.size())
                .mapToObj(
                        i -> Arguments.of(1 + i % 2, optimizers.get(i), SCHEDULES.get(i % SCHEDULES.size())));
    }

    @ParameterizedTest
    @MethodSource("trainings")
    void stepsAllocateNothingButPowers(int threads, Optimizer optimizer, String schedule) {
        Dataset digits = Digits.generate(500, 7);
        Network network = Network.input(28 * 28).scaling(Scaling.bytes()).add(LAYERS).build(42);
        try (Workers workers = Workers.of(threads)) {
            Trainer trainer = Trainer.of(network)
                    .workers(workers)
                    .batchSize(48)
                    .optimizer(optimizer)
                    .schedule(ScheduleParser.parse(schedule))
                    .regularization(new Regularization(1e-6f, 1e-4f, 1e-4f, 2f))
                    .clipping(new GradientClipping(0.5f, 1f));
            if (optimizer.momentum() > 0) {
                trainer.momentumSchedule(new MomentumSchedule(0.5, 0.9, Span.epochs(100)));
            }
            AllocationMeter.assertAllocatesAtMost(powers(optimizer, schedule) * (long) POW_BYTES, trainer,
                    digits);
        }
    }

    /** Calls of pow in a step. */
    private static int powers(Optimizer optimizer, String schedule) {
        int corrections = switch (optimizer) {
            case Adam _,AdamW _ -> 2;
            case Nadam _ -> 3;
            default -> 0;
        };
        return corrections
                + (schedule.startsWith("exponential") || schedule.startsWith("polynomial") ? 1 : 0);
    }
}
