package dev.lanewise.properties.independent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.lanewise.nn.diagnosis.Verdict;
import dev.lanewise.properties.corpus.Patient;
import dev.lanewise.properties.independent.IndependentRuns.IllRun;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The independent runs are what they are said to be; whether the diagnosis finds their causes is for another test. */
@Tag("once")
class IndependentRunsTest {
    private static final List<IllRun> RUNS = IndependentRuns.all();

    static List<IllRun> runs() {
        return RUNS;
    }

    @Test
    void thereAreTenOfDifferentNames() {
        assertThat(RUNS).hasSize(10);
        assertThat(RUNS).extracting(IllRun::name).doesNotHaveDuplicates();
    }

    @Test
    void theyHaveNineIllnessesOrMore() {
        assertThat(RUNS).extracting(IllRun::planted).doesNotContain(Verdict.HEALTHY);
        assertThat(RUNS.stream().map(IllRun::planted).distinct().count()).isGreaterThanOrEqualTo(9);
    }

    @ParameterizedTest
    @MethodSource("runs")
    void eachCanBeTrained(IllRun run) {
        Patient patient = run.patient().get();
        assertThat(patient.trainer().network()).isSameAs(patient.network());
        assertThatCode(() -> patient.trainer().check(patient.train(), patient.validation()))
                .doesNotThrowAnyException();
        assertThatCode(() -> patient.trainer().check(patient.test(), null)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("runs")
    void eachIsTheSameWheneverItIsMade(IllRun run) {
        Patient first = run.patient().get();
        Patient second = run.patient().get();
        assertThat(second.network().parameters()).isEqualTo(first.network().parameters());
        assertThat(second.train().fingerprint()).isEqualTo(first.train().fingerprint());
        assertThat(second.validation().fingerprint()).isEqualTo(first.validation().fingerprint());
        assertThat(second.test().fingerprint()).isEqualTo(first.test().fingerprint());
    }

    @ParameterizedTest
    @MethodSource("runs")
    void onlyDepthIsComparedWithFewerLayers(IllRun run) {
        assertThat(run.patient().get().shallower() != null)
                .isEqualTo(run.planted() == Verdict.DEEPER_IS_WORSE);
    }
}
