package dev.lanewise.properties.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanewise.nn.diagnosis.Verdict;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The corpus is large enough, complete, and the same whenever it is made. Whether the ill are ill: {@link CorpusFacts}. */
@Tag("once")
class CorpusTest {
    private static final List<PlantedRun> RUNS = PlantedRuns.all();

    static Stream<PlantedRun> runs() {
        return RUNS.stream();
    }

    private static List<PlantedRun> of(Verdict verdict) {
        return runs().filter(run -> run.planted() == verdict).toList();
    }

    @Test
    void namesAreUnique() {
        assertThat(RUNS).extracting(PlantedRun::name).doesNotHaveDuplicates();
    }

    @Test
    void thereAreEnoughOfBothKinds() {
        assertThat(of(Verdict.HEALTHY)).hasSizeGreaterThanOrEqualTo(20);
        assertThat(RUNS).filteredOn(run -> run.planted() != Verdict.HEALTHY).hasSizeGreaterThanOrEqualTo(45);
    }

    @ParameterizedTest
    @EnumSource
    void everyVerdictIsPlantedOftenAndInEveryBuild(Verdict verdict) {
        assertThat(of(verdict)).hasSizeGreaterThanOrEqualTo(3).anyMatch(PlantedRun::quick);
    }

    @Test
    void onlyTheHealthyHaveNoSeverity() {
        assertThat(RUNS).allSatisfy(run -> assertThat(run.severity())
                .isIn(run.planted() == Verdict.HEALTHY
                        ? Set.of("none")
                        : Set.of("mild", "moderate", "severe")));
    }

    @Test
    void severitiesDiffer() {
        assertThat(RUNS.stream().map(PlantedRun::severity).collect(Collectors.toSet())).hasSize(4);
    }

    /** {@link CorpusDiagnosisTest} trains some of them in every build. */
    @Tag("long")
    @ParameterizedTest
    @MethodSource("runs")
    void aPatientIsReadyToTrainAndAlwaysTheSame(PlantedRun run) {
        Patient patient = run.patient().get();
        patient.trainer().check(patient.train(), patient.validation());
        patient.trainer().check(patient.train(), patient.test());
        assertThat(patient.shallower() != null).isEqualTo(run.planted() == Verdict.DEEPER_IS_WORSE);

        Patient cured = run.cured().get();
        cured.trainer().check(cured.train(), cured.validation());
        assertThat(cured.train().classNames()).isEqualTo(patient.train().classNames());

        Patient again = run.patient().get();
        assertThat(again.network()).isNotSameAs(patient.network());
        assertThat(again.network().parameters()).containsExactly(patient.network().parameters());
        assertThat(again.train().fingerprint()).isEqualTo(patient.train().fingerprint());
        assertThat(again.test().fingerprint()).isEqualTo(patient.test().fingerprint());
    }
}
