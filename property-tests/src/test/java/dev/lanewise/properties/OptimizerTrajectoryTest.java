package dev.lanewise.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The library's optimizers against the papers', over 1,000 steps of two objectives. */
class OptimizerTrajectoryTest {
    private static final int STEPS = 1000;

    static Stream<OptimizerCase> cases() {
        return OptimizerCases.all();
    }

    /**
     * From the library's own state before a step, the paper's rule gives the library's state after it, as near as float
     * arithmetic comes to a result. No error can grow, so the bound is the same at each step.
     */
    @ParameterizedTest
    @MethodSource("cases")
    void eachStepIsThePapers(OptimizerCase example) {
        StepDeviation deviation = StepDeviation.alongOwnPath(example, STEPS);
        assertThat(deviation.worst()).as(deviation.description()).isLessThanOrEqualTo(1);
    }

    /** As above, but from a parameter of 0, beside which no error of its change is lost in rounding. */
    @ParameterizedTest
    @MethodSource("cases")
    void eachChangeOfZeroIsThePapers(OptimizerCase example) {
        StepDeviation deviation = StepDeviation.fromZero(example, STEPS);
        assertThat(deviation.worst()).as(deviation.description()).isLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void bothBeginAlike(OptimizerCase example) {
        double[][] snapshot = new LibraryRun(example).snapshot();
        double[] start = example.rule().optimizer().start();
        for (int i = 0; i < snapshot.length; i++) {
            assertThat(snapshot[i]).endsWith(start).hasSize(start.length + 1);
            assertThat(snapshot[i][0]).isEqualTo(example.objective().start()[i]);
        }
    }

    /** Both begin at the same parameters and each then follows its own gradients. */
    @ParameterizedTest
    @MethodSource("cases")
    void freeTrajectoriesStayTogether(OptimizerCase example) {
        var library = new LibraryRun(example);
        var paper = new PaperRun(example);
        for (int t = 1; t <= STEPS; t++) {
            library.step();
            paper.step();
            assertThat(library.parameters()).as("%s, step %s", example, t)
                    .containsExactly(paper.parameters(), within(example.tolerance()));
        }
        double loss = example.objective().value(paper.parameters());
        assertThat(example.objective().value(library.parameters())).isEqualTo(loss, within(1e-3 * loss));
        assertThat(loss).isLessThan(0.5 * example.objective().value(example.objective().start()));
    }
}
