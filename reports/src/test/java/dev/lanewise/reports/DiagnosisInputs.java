package dev.lanewise.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanewise.nn.diagnosis.Advice;
import dev.lanewise.nn.diagnosis.Diagnosis;
import dev.lanewise.nn.diagnosis.Finding;
import dev.lanewise.nn.diagnosis.Verdict;
import dev.lanewise.reports.fuzz.Edits;
import dev.lanewise.reports.fuzz.Mutator;
import dev.lanewise.reports.fuzz.Reader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The diagnosis of a run as its file holds it. */
final class DiagnosisInputs implements Reader<Diagnosis> {
    @Override
    public String name() {
        return "diagnosis";
    }

    @Override
    public List<byte[]> seeds() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        for (Diagnosis diagnosis : List.of(
                new Diagnosis(List
                        .of(new Finding(Verdict.HEALTHY, 0.9, List.of("all is well"), List.of(), "Why."))),
                new Diagnosis(List.of(
                        new Finding(Verdict.OVERFITTING, 0.8125, List.of("gap \"0.3\"", "epoch 4"),
                                List.of(Advice.of("stop", "early-stopping", "patience=5"),
                                        Advice.of("more data"),
                                        new Advice("two", Map.of("l1", "1", "l2", "2"))),
                                "One. Two."),
                        new Finding(Verdict.PLATEAU, 0.5, List.of("1"), List.of(), "So."))))) {
            seeds.add(DiagnosisFile.json(diagnosis).getBytes(StandardCharsets.UTF_8));
        }
        return seeds;
    }

    @Override
    public List<Mutator> mutators() {
        List<String> words = new ArrayList<>(
                List.of("findings", "verdict", "confidence", "evidence", "advice", "text",
                        "options", "principle"));
        Arrays.stream(Verdict.values()).map(Verdict::name).forEach(words::add);
        return Stream.of(Edits.json(), Edits.json(), Edits.text(), Edits.bytes(), List.of(Edits.words(words)))
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public Class<? extends Exception> refusal() {
        return IOException.class;
    }

    /** The command shows all messages in this way. */
    @Override
    public String shown(Exception refusal) {
        return PlainWriter.message(String.valueOf(refusal.getMessage()));
    }

    @Override
    public Diagnosis read(byte[] input, Path file) throws IOException {
        return DiagnosisFile.read(file);
    }

    @Override
    public void check(Diagnosis diagnosis, byte[] input, Path file) throws IOException {
        Path again = file.resolveSibling("again");
        Files.write(again, DiagnosisFile.json(diagnosis).getBytes(StandardCharsets.UTF_8));
        assertThat(DiagnosisFile.read(again)).isEqualTo(diagnosis);
        assertThat(diagnosis.summary()).hasSizeBetween(2, 3);
    }

    @Override
    public String checks() {
        return "written and read again it is the same; it has a summary";
    }
}
