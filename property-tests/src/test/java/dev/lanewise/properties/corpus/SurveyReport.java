package dev.lanewise.properties.corpus;

import dev.lanewise.nn.diagnosis.Verdict;
import dev.lanewise.properties.corpus.CorpusSurvey.Diagnosed;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code reports/diagnosis.md}. */
final class SurveyReport {
    private SurveyReport() {
    }

    static String markdown(List<Diagnosed> results, List<Diagnosed> independent, double seconds) {
        long right = results.stream().filter(Diagnosed::right).count();
        long healthy = results.stream().filter(result -> result.planted() == Verdict.HEALTHY).count();
        long calledIll = results.stream()
                .filter(result -> result.planted() == Verdict.HEALTHY && !result.right())
                .count();
        return String.format(Locale.ROOT,
                """
                        # Diagnosis of runs whose illness is known

                        Written by `mvn -B -ntp -q -Pcorpus -pl property-tests -am process-test-classes`; do not edit. The corpus
                        (`property-tests/src/test/java/dev/lanewise/properties/corpus`) holds %d trainings: in %d one illness was planted, %d are
                        healthy. Each is trained and diagnosed as a user would; "said" is the first finding. `CausesTest` checks that the ill
                        are ill by what was planted. %d of %d were named rightly; %d of the %d healthy were called ill. The whole took %.0f s.

                        ## Precision and recall

                        """,
                results.size(), results.size() - healthy, healthy, right, results.size(), calledIll, healthy,
                seconds)
                + scores(results) + "\n## Who was taken for what\n\nRows: planted; columns: said.\n\n"
                + confusion(results)
                + "\n## Misses\n\n" + misses(results)
                + String.format(Locale.ROOT,
                        """

                                ## Runs invented without knowing thresholds or corpus

                                `property-tests/src/test/java/dev/lanewise/properties/independent` holds %d ill runs by an author who had seen neither. %d of
                                them are named rightly, the same as by the thresholds of the day on which they came (decision 011); misses stand in bold.

                                """,
                        independent.size(), independent.stream().filter(Diagnosed::right).count())
                + stories(independent);
    }

    private static String scores(List<Diagnosed> results) {
        StringBuilder table = new StringBuilder(
                "| verdict | planted | said | right | precision | recall |\n|---|---:|---:|---:|---:|---:|\n");
        for (Verdict verdict : Verdict.values()) {
            long planted = results.stream().filter(result -> result.planted() == verdict).count();
            long said = results.stream().filter(result -> result.said() == verdict).count();
            long both = results.stream().filter(result -> result.said() == verdict && result.right()).count();
            table.append(String.format(Locale.ROOT, "| %s | %d | %d | %d | %.2f | %.2f |%n", verdict.title(),
                    planted,
                    said, both, (double) both / said, (double) both / planted));
        }
        return table.toString();
    }

    private static String confusion(List<Diagnosed> results) {
        Map<Verdict, Map<Verdict, Long>> counts = results.stream()
                .collect(Collectors.groupingBy(result -> result.planted(),
                        () -> new EnumMap<>(Verdict.class),
                        Collectors.groupingBy(Diagnosed::said, Collectors.counting())));
        StringBuilder table = new StringBuilder("| planted |");
        for (Verdict said : Verdict.values()) {
            table.append(' ').append(said.title()).append(" |");
        }
        table.append("\n|---|").append("---:|".repeat(Verdict.values().length)).append('\n');
        counts.forEach((planted, row) -> {
            table.append("| ").append(planted.title()).append(" |");
            for (Verdict said : Verdict.values()) {
                table.append(' ').append(row.containsKey(said) ? row.get(said) : "").append(" |");
            }
            table.append('\n');
        });
        return table.toString();
    }

    private static String misses(List<Diagnosed> results) {
        String lines = results.stream()
                .filter(result -> !result.right())
                .map(result -> "- " + result.name() + " (" + result.remark() + " " + result.planted().title()
                        + "): called "
                        + result.said().title() + ", because " + result.evidence() + "\n")
                .collect(Collectors.joining());
        return lines.isEmpty() ? "None.\n" : lines;
    }

    private static String stories(List<Diagnosed> independent) {
        StringBuilder table = new StringBuilder(
                "| run | story | planted | said | because |\n|---|---|---|---|---|\n");
        for (Diagnosed result : independent) {
            table.append("| ")
                    .append(String.join(" | ", result.name(), result.remark(), result.planted().title(),
                            result.right() ? result.said().title() : "**" + result.said().title() + "**",
                            result.evidence()))
                    .append(" |\n");
        }
        return table.toString();
    }
}
