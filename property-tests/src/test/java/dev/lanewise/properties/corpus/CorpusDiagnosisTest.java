package dev.lanewise.properties.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanewise.nn.diagnosis.Diagnosis;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The part of the corpus that every build runs is named rightly; {@link CorpusSurvey} has the whole. */
@Tag("once")
class CorpusDiagnosisTest {
    static Stream<PlantedRun> runs() {
        return PlantedRuns.all().stream().filter(PlantedRun::quick);
    }

    @ParameterizedTest
    @MethodSource("runs")
    void thePlantedIllnessIsNamed(PlantedRun run) {
        Diagnosis diagnosis = Clinic.diagnose(run.patient().get());
        assertThat(diagnosis.verdict()).as(String.join("; ", diagnosis.summary())).isEqualTo(run.planted());
    }
}
