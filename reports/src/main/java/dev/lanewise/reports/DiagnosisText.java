package dev.lanewise.reports;

import dev.lanewise.nn.diagnosis.Advice;
import dev.lanewise.nn.diagnosis.Diagnosis;
import dev.lanewise.nn.diagnosis.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A diagnosis in full, as lines of text. */
final class DiagnosisText {
    private DiagnosisText() {
    }

    static List<String> lines(Diagnosis diagnosis) {
        List<String> lines = new ArrayList<>();
        for (Finding finding : diagnosis.findings()) {
            lines.add(String.format(Locale.ROOT, "%s (confidence %.2f)", finding.verdict().title(),
                    finding.confidence()));
            finding.evidence().forEach(sentence -> lines.add("  evidence: " + sentence));
            for (int i = 0; i < finding.advice().size(); i++) {
                Advice advice = finding.advice().get(i);
                lines.add("  advice " + (i + 1) + ": " + advice.text()
                        + (advice.options().isEmpty() ? "" : ": " + advice.command()));
            }
            lines.add("  why: " + finding.principle());
        }
        return lines;
    }
}
