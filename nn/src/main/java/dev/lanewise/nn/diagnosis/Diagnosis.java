package dev.lanewise.nn.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a training suffers from.
 *
 * @param findings the likely cause first; one, {@link Verdict#HEALTHY}, if nothing is wrong
 */
public record Diagnosis(List<Finding> findings) {
    /** What spoils learning the training data, causes before their consequences. */
    private static final List<Rule> TRAINING = List.of(new DeeperIsWorse(), new BadlyScaledInputs(),
            new ExplodingGradient(), new WrongInitialLoss(), new LabelNoise(), new VanishingGradient(),
            new DeadRelus(),
            new LearningRateTooHigh(), new LearningRateTooLow(), new TooLittleCapacity());
    /** What all these lead to: it is an illness of its own only without them. */
    private static final List<Rule> STANDSTILL = List.of(new Plateau());
    /** What spoils the rest; of no interest before the training data are learnt. */
    private static final List<Rule> TESTING = List.of(new TestUnlikeTraining(), new Overfitting(),
            new Undertrained());

    /** Copies the list. */
    public Diagnosis {
        findings = List.copyOf(findings);
        if (findings.isEmpty()) {
            throw new IllegalArgumentException("findings: none (expected at least one)");
        }
    }

    /** First the training data, then the testing data: only if nothing spoils the one, the other is examined. */
    static Diagnosis of(Evidence evidence) {
        for (List<Rule> rules : List.of(TRAINING, STANDSTILL, TESTING)) {
            List<Finding> findings = examine(rules, evidence);
            if (!findings.isEmpty()) {
                return new Diagnosis(findings);
            }
        }
        return new Diagnosis(List.of(evidence.learnt() < Thresholds.STILL_LEARNT
                ? Plateau.nothingLearnt(evidence)
                : Healthy.finding(evidence)));
    }

    private static List<Finding> examine(List<Rule> rules, Evidence evidence) {
        List<Finding> findings = new ArrayList<>();
        for (Rule rule : rules) {
            Optional<Finding> finding = rule.examine(evidence);
            finding.ifPresent(findings::add);
        }
        return findings;
    }

    /** The first finding's verdict. */
    public Verdict verdict() {
        return findings.getFirst().verdict();
    }

    /** Whether nothing is wrong. */
    public boolean healthy() {
        return verdict() == Verdict.HEALTHY;
    }

    /** Two or three lines: the verdict, its first evidence, the first advice. */
    public List<String> summary() {
        Finding first = findings.getFirst();
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "diagnosis: %s (confidence %.2f)", first.verdict().title(),
                first.confidence()));
        lines.add("  " + first.evidence().getFirst());
        if (!first.advice().isEmpty()) {
            Advice advice = first.advice().getFirst();
            lines.add(
                    "  try: " + advice.text() + (advice.options().isEmpty() ? "" : ": " + advice.command()));
        }
        return lines;
    }
}
