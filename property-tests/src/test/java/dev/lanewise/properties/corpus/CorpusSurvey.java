package dev.lanewise.properties.corpus;

import dev.lanewise.nn.diagnosis.Diagnosis;
import dev.lanewise.nn.diagnosis.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A program that diagnoses the whole corpus. Arguments: a file to write, or parts of names to print. */
final class CorpusSurvey {
    private CorpusSurvey() {
    }

    /** Diagnoses. */
    public static void main(String... arguments) throws IOException {
        boolean whole = arguments.length == 1 && arguments[0].endsWith(".md");
        long start = System.nanoTime();
        List<Diagnosed> results = new ArrayList<>();
        for (PlantedRun run : PlantedRuns.all()) {
            if (whole || arguments.length == 0
                    || List.of(arguments).stream().anyMatch(run.name()::contains)) {
                Diagnosis diagnosis = Clinic.diagnose(run.patient().get());
                results.add(new Diagnosed(run, diagnosis));
                print(run, diagnosis, !whole && arguments.length > 0);
            }
        }
        long wrong = results.stream().filter(result -> !result.right()).count();
        System.out.println(results.size() + " runs, " + wrong + " named wrongly");
        if (whole) {
            Files.writeString(Path.of(arguments[0]),
                    SurveyReport.markdown(results, (System.nanoTime() - start) * 1e-9));
        }
    }

    private static void print(PlantedRun run, Diagnosis diagnosis, boolean full) {
        boolean right = diagnosis.verdict() == run.planted();
        System.out.printf(Locale.ROOT, "%s %-40s %-22s %s%n", right ? "  " : "X ", run.name(), run.planted(),
                diagnosis.findings().stream().map(finding -> finding.verdict().name()).toList());
        if (full || !right) {
            diagnosis.findings()
                    .forEach(finding -> finding.evidence()
                            .forEach(line -> System.out.println("      " + line)));
        }
    }

    /** A run and what was said about it. */
    record Diagnosed(PlantedRun run, Diagnosis diagnosis) {
        Verdict said() {
            return diagnosis.verdict();
        }

        boolean right() {
            return said() == run.planted();
        }
    }
}
