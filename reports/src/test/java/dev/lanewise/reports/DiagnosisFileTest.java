package dev.lanewise.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.lanewise.nn.diagnosis.Advice;
import dev.lanewise.nn.diagnosis.Diagnosis;
import dev.lanewise.nn.diagnosis.Finding;
import dev.lanewise.nn.diagnosis.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiagnosisFileTest {
    private static final Diagnosis DIAGNOSIS = new Diagnosis(List.of(
            new Finding(Verdict.OVERFITTING, 0.8125, List.of("gap \"0.3\"", "epoch 4"),
                    List.of(Advice.of("stop", "early-stopping", "patience=5"), Advice.of("more data"),
                            new Advice("two", Map.of("l1", "1", "l2", "2"))),
                    "One. Two."),
            new Finding(Verdict.HEALTHY, 0.5, List.of("1"), List.of(), "Why. So.")));

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsRead() throws IOException {
        Path file = Files.writeString(folder.resolve("diagnosis.json"), DiagnosisFile.json(DIAGNOSIS));
        assertThat(DiagnosisFile.read(file)).isEqualTo(DIAGNOSIS);
    }

    @Test
    void everyVerdictHasAName() throws IOException {
        for (Verdict verdict : Verdict.values()) {
            Diagnosis one = new Diagnosis(
                    List.of(new Finding(verdict, 0.5, List.of("1"), List.of(), "A. B.")));
            Path file = Files.writeString(folder.resolve("one.json"), DiagnosisFile.json(one));
            assertThat(DiagnosisFile.read(file)).isEqualTo(one);
        }
    }

    @Test
    void depthAndEncodingAreNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("diagnosis.json"), "[".repeat(100_000));
        assertThatIOException().isThrownBy(() -> DiagnosisFile.read(file))
                .withMessage(file + ": no diagnosis: nested deeper than 100 levels");
        Files.write(file, new byte[]{'{', (byte) 0xff, '}'});
        assertThatIOException().isThrownBy(() -> DiagnosisFile.read(file))
                .withMessage(file + ": no diagnosis: not UTF-8: 0xff in byte 1 (expected text in UTF-8)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "{\"findings\": []}", "{\"findings\": [{}]}", "no json",
            "{\"findings\": [{\"verdict\": \"NONE\", \"confidence\": 1, \"evidence\": [\"1\"], \"principle\": \"p\"}]}",
            "{\"findings\": [{\"verdict\": \"HEALTHY\", \"confidence\": 1, \"evidence\": [], \"principle\": \"p\"}]}",
            "{\"findings\": 3}", "{\"findings\": {}}", "{\"findings\": [3]}", "{\"findings\": [null]}",
            "{\"findings\": [{\"verdict\": 3, \"confidence\": 1, \"evidence\": [\"1\"], \"advice\": [], \"principle\": \"p\"}]}",
            "{\"findings\": [{\"verdict\": \"HEALTHY\", \"confidence\": \"1\", \"evidence\": [\"1\"], \"advice\": [], \"principle\": \"p\"}]}",
            "{\"findings\": [{\"verdict\": \"HEALTHY\", \"confidence\": 1, \"evidence\": [[1]], \"advice\": [], \"principle\": \"p\"}]}",
            "{\"findings\": [{\"verdict\": \"HEALTHY\", \"confidence\": 1, \"evidence\": [\"1\"], \"advice\": [{\"text\": \"t\"}], \"principle\": \"p\"}]}",
            "{\"findings\": [], \"findings\": []}", "[[[[[[", "{\"findings\": []}\0", "\ufffe{}"})
    void damageIsNamed(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("diagnosis.json"), text);
        assertThatIOException().isThrownBy(() -> DiagnosisFile.read(file))
                .withMessageContaining("diagnosis.json: no diagnosis");
    }
}
