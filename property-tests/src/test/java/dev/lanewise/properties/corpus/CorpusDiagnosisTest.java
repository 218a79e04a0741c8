package dev.lanewise.properties.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanewise.nn.diagnosis.Diagnosis;
import dev.lanewise.nn.diagnosis.Verdict;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The part of the corpus that every build runs is named rightly; {@link CorpusSurvey} has the whole. */
@Tag("once")
class CorpusDiagnosisTest {
    /** The first of each illness, and of the healthy. */
    static Stream<PlantedRun> first() {
        Set<Verdict> seen = EnumSet.noneOf(Verdict.class);
        return PlantedRuns.all().stream().filter(PlantedRun::quick).filter(run -> seen.add(run.planted()));
    }

    static Stream<PlantedRun> others() {
        Set<PlantedRun> first = first().collect(Collectors.toSet());
        return PlantedRuns.all().stream().filter(PlantedRun::quick).filter(run -> !first.contains(run));
    }

    @ParameterizedTest
    @MethodSource("first")
    void thePlantedIllnessIsNamed(PlantedRun run) {
        assertIsNamed(run);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("others")
    void otherPlantedIllnessesAreNamed(PlantedRun run) {
        assertIsNamed(run);
    }

    private static void assertIsNamed(PlantedRun run) {
        Diagnosis diagnosis = Clinic.diagnose(run.patient().get());
        assertThat(diagnosis.verdict()).as(String.join("; ", diagnosis.summary())).isEqualTo(run.planted());
    }
}
