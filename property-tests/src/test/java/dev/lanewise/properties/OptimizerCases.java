package dev.lanewise.properties;

import dev.lanewise.nn.optim.Optimizer;
import dev.lanewise.nn.optim.Sgd;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Every optimizer of the library beside its paper's, at rates at which both objectives fall and are not chaotic. */
final class OptimizerCases {
    private OptimizerCases() {
    }

    static Stream<OptimizerCase> all() {
        return Stream.of(both("sgd", Sgd::new, 1e-3f, 1f, new PaperDescents.Sgd(), List.of()))
                .flatMap(s -> s);
    }

    private static Stream<OptimizerCase> both(String name, Function<Float, Optimizer> optimizer,
            float valleyRate,
            float networkRate, PaperOptimizer paper, List<Integer> state) {
        PaperRule rule = PaperRule.of(paper);
        return Stream.of(
                new OptimizerCase(name, optimizer.apply(valleyRate), rule, state, new Rosenbrock(), 1e-4),
                new OptimizerCase(name, optimizer.apply(networkRate), rule, state, new SigmoidNetwork(),
                        1e-4));
    }
}
