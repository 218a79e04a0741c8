package dev.lanewise.nn.diagnosis;

import dev.lanewise.nn.ProbedLayer;
import dev.lanewise.nn.data.Dataset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be known before a training.
 *
 * @param checks in the order in which they matter
 */
public record Preflight(List<Check> checks) {
    /**
     * One thing that was looked at.
     *
     * @param name of it
     * @param passed whether all is well
     * @param numbers what was found, and what is wanted
     */
    public record Check(String name, boolean passed, String numbers) {
    }

    /** Copies the list. */
    public Preflight {
        checks = List.copyOf(checks);
    }

    /** Whether all is well. */
    public boolean passed() {
        return checks.stream().allMatch(Check::passed);
    }

    static Preflight of(Evidence evidence, FirstSteps first, Dataset train, @Nullable Dataset test) {
        List<Check> checks = new ArrayList<>();
        checks.add(ruled("input scale", new BadlyScaledInputs(), evidence, "root mean square of the inputs "
                + Say.number(evidence.inputs().all()) + ", of the largest feature "
                + Say.number(evidence.inputs().largest())));
        checks.add(ruled("initial loss", new WrongInitialLoss(), evidence, "the loss is "
                + Say.number(evidence.start().loss()) + ", a guess has "
                + Say.number(evidence.task().guessLoss())));
        checks.add(gradients(evidence));
        checks.add(new Check("first steps", first.sound(evidence.task()), first.numbers()));
        checks.add(ruled("one batch by heart", new TooLittleCapacity(), evidence, memorised(evidence)));
        if (evidence.task().classification()) {
            checks.add(balance(evidence.task()));
        }
        if (test != null) {
            checks.add(Duplicates.check(train, test));
        }
        return new Preflight(checks);
    }

    /** Passed if a rule finds nothing; otherwise its evidence. */
    private static Check ruled(String name, Rule rule, Evidence evidence, String numbers) {
        return rule.examine(evidence)
                .map(finding -> new Check(name, false, String.join("; ", finding.evidence())))
                .orElse(new Check(name, true, numbers));
    }

    private static Check gradients(Evidence evidence) {
        for (Rule rule : List.of(new ExplodingGradient(), new VanishingGradient(), new DeadRelus())) {
            Check check = ruled("gradients reach every layer", rule, evidence, "");
            if (!check.passed()) {
                return check;
            }
        }
        List<ProbedLayer> layers = evidence.start().weighted();
        ProbedLayer least = layers.stream()
                .min(Comparator.comparingDouble(ProbedLayer::relativeGradient))
                .orElseThrow();
        return new Check("gradients reach every layer", least.gradientNorm() > 0,
                "the smallest gradient, relative to its weights, is "
                        + Say.number(least.relativeGradient()) + ", in "
                        + Say.layer(least.layer(), least.spec()));
    }

    private static String memorised(Evidence evidence) {
        Memorisation batch = evidence.trials().memorisation();
        return batch == null
                ? ""
                : batch.steps() + " steps of Adam on " + batch.rows() + " rows lead to loss "
                        + Say.number(batch.loss());
    }

    private static Check balance(Task task) {
        return new Check("label balance", task.majority() * task.classes() <= Thresholds.MAJORITY,
                "the largest of " + task.classes() + " classes has " + Say.percent(task.majority())
                        + " of the rows; equal shares are " + Say.percent(1.0 / task.classes()));
    }
}
