package dev.lanewise.reports;

import dev.lanewise.nn.diagnosis.Advice;
import dev.lanewise.nn.diagnosis.Diagnosis;
import dev.lanewise.nn.diagnosis.Finding;
import dev.lanewise.nn.diagnosis.Verdict;
import dev.lanewise.reports.page.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A diagnosis in a page. */
final class DiagnosisSection {
    private DiagnosisSection() {
    }

    /** With the advice, unless it was followed already. */
    static void add(Page page, Diagnosis diagnosis, boolean advised) {
        page.section("Diagnosis", "diagnosis");
        for (Finding finding : diagnosis.findings()) {
            page.badge(finding.verdict().title(), finding.verdict() == Verdict.HEALTHY);
            page.note(String.format(Locale.ROOT, "Confidence %.2f.", finding.confidence()));
            finding.evidence().forEach(sentence -> page.text(sentence(sentence)));
            if (advised && !finding.advice().isEmpty()) {
                page.table(List.of("what to try, in this order", "options"), advice(finding.advice()));
            }
            page.note(finding.principle());
        }
    }

    private static List<List<String>> advice(List<Advice> advice) {
        List<List<String>> rows = new ArrayList<>();
        advice.forEach(each -> rows.add(List.of(each.text(), each.command())));
        return rows;
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
    }
}
