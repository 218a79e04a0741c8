package dev.lanewise.properties.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanewise.nn.diagnosis.Verdict;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The ill runs are ill, by what was planted: without it the same training is well. The healthy are healthy. */
@Tag("once")
@Tag("long")
class CausesTest {
    static Stream<PlantedRun> runs() {
        return PlantedRuns.all().stream();
    }

    @ParameterizedTest
    @MethodSource("runs")
    void theCauseIsWhatWasPlanted(PlantedRun run) {
        Course ill = Course.of(run.patient().get());
        if (run.planted() == Verdict.HEALTHY) {
            well(ill);
            return;
        }
        Course cured = Course.of(run.cured().get());
        assertThat(cured.diverged()).isFalse();
        assertThat(cured.validationAccuracy()).as("cured").isGreaterThan(0.8);
        switch (run.planted()) {
            case WRONG_INITIAL_LOSS -> wrongInitialLoss(ill, cured);
            case OVERFITTING -> overfitting(ill, cured);
            case TEST_UNLIKE_TRAINING -> testUnlikeTraining(ill, cured);
            default -> learntLess(ill, cured);
        }
    }

    /** Nearly as good on data that it has not seen, and not getting worse there. */
    private static void well(Course course) {
        assertThat(course.diverged()).isFalse();
        assertThat(course.validationAccuracy()).isGreaterThan(0.7);
        assertThat(course.train().accuracy() - course.validationAccuracy()).as("gap").isLessThan(0.05);
        assertThat(course.test().accuracy() - course.validationAccuracy()).as("test").isBetween(-0.04, 0.04);
        steady(course);
    }

    /** The validation loss ends about where it was best; less than a hundredth is no loss. */
    private static void steady(Course course) {
        assertThat(course.validationLoss()).as("rise").isLessThan(1.1 * course.bestValidationLoss() + 0.01);
    }

    /** A divergence, or a loss that stayed clearly above that of the cured. */
    private static void learntLess(Course ill, Course cured) {
        if (!ill.diverged()) {
            assertThat(ill.train().loss()).as("training loss").isGreaterThan(1.4 * cured.train().loss());
            assertThat(ill.test().loss()).as("test loss").isGreaterThan(1.2 * cured.test().loss());
        }
    }

    private static void wrongInitialLoss(Course ill, Course cured) {
        assertThat(ill.before().loss()).as("before the first step").isGreaterThan(2 * cured.before().loss());
        assertThat(ill.epochs().getFirst().trainLoss()).as("first epoch")
                .isGreaterThan(1.5 * cured.epochs().getFirst().trainLoss());
    }

    private static void overfitting(Course ill, Course cured) {
        assertThat(ill.train().accuracy()).as("by heart").isGreaterThan(0.97);
        assertThat(ill.train().accuracy() - ill.validationAccuracy()).as("gap").isGreaterThan(0.1);
        assertThat(ill.validationLoss()).as("rise").isGreaterThan(1.15 * ill.bestValidationLoss());
        assertThat(cured.train().accuracy() - cured.validationAccuracy()).as("gap").isLessThan(0.05);
        steady(cured);
    }

    private static void testUnlikeTraining(Course ill, Course cured) {
        assertThat(ill.validationAccuracy() - ill.test().accuracy()).as("ill").isGreaterThan(0.15);
        assertThat(cured.test().accuracy() - cured.validationAccuracy()).as("cured").isBetween(-0.04, 0.04);
    }
}
