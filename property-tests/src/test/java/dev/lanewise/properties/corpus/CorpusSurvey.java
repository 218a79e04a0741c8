package dev.lanewise.properties.corpus;

import dev.lanewise.nn.diagnosis.Diagnosis;
import dev.lanewise.nn.diagnosis.Verdict;
import dev.lanewise.properties.independent.IndependentRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A program that diagnoses the whole corpus, and the ten runs invented without knowing it. Arguments: a file to write, or parts
 * of names to print.
 */
final class CorpusSurvey {
    private CorpusSurvey() {
    }

    /** Diagnoses. */
    public static void main(String... arguments) throws IOException {
        boolean whole = arguments.length == 1 && arguments[0].endsWith(".md");
        List<String> names = whole ? List.of() : List.of(arguments);
        long start = System.nanoTime();
        List<Diagnosed> corpus = new ArrayList<>();
        for (PlantedRun run : PlantedRuns.all()) {
            if (chosen(run.name(), names)) {
                corpus.add(new Diagnosed(run.name(), run.severity(), run.planted(),
                        Clinic.diagnose(run.patient().get())));
                corpus.getLast().print(!names.isEmpty());
            }
        }
        List<Diagnosed> independent = new ArrayList<>();
        for (IndependentRuns.IllRun run : IndependentRuns.all()) {
            if (chosen(run.name(), names)) {
                independent.add(new Diagnosed(run.name(), run.story(), run.planted(),
                        Clinic.diagnose(run.patient().get())));
                independent.getLast().print(!names.isEmpty());
            }
        }
        if (whole) {
            Files.writeString(Path.of(arguments[0]),
                    SurveyReport.markdown(corpus, independent, (System.nanoTime() - start) * 1e-9));
        }
    }

    private static boolean chosen(String name, List<String> names) {
        return names.isEmpty() || names.stream().anyMatch(name::contains);
    }

    /**
     * A run and what was said about it.
     *
     * @param name of the run
     * @param remark its severity or its story
     * @param planted the illness
     * @param diagnosis what was said
     */
    record Diagnosed(String name, String remark, Verdict planted, Diagnosis diagnosis) {
        Verdict said() {
            return diagnosis.verdict();
        }

        boolean right() {
            return said() == planted;
        }

        String evidence() {
            return diagnosis.findings().getFirst().evidence().getFirst();
        }

        void print(boolean full) {
            System.out.printf(Locale.ROOT, "%s %-40s %-22s %s%n", right() ? "  " : "X ", name, planted,
                    diagnosis.findings().stream().map(finding -> finding.verdict().name()).toList());
            if (full || !right()) {
                diagnosis.findings()
                        .forEach(finding -> finding.evidence()
                                .forEach(line -> System.out.println("      " + line)));
            }
        }
    }
}
