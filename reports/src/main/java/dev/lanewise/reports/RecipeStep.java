package dev.lanewise.reports;

import dev.lanewise.nn.diagnosis.Advice;
import dev.lanewise.nn.diagnosis.Finding;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step of a recipe.
 *
 * @param number from 1
 * @param change that was made
 * @param before the best attempt before; null in the first step
 * @param after with the change
 * @param kept whether the change is kept
 */
record RecipeStep(int number, Advice change, @Nullable Attempt before, Attempt after, boolean kept) {
    /** What was changed, what it brought, and what is wrong now. */
    List<String> lines() {
        Finding finding = after.diagnosis().findings().getFirst();
        return List.of(
                number + "  " + change.text() + (change.options().isEmpty() ? "" : ": " + change.command()),
                "   " + result()
                        + (kept ? "" : after.complete() ? "; taken back" : "; the time is over, taken back"),
                "   " + finding.verdict().title() + ": " + finding.evidence().getFirst());
    }

    private String result() {
        if (after.diverged() != null) {
            return "diverged";
        }
        return after.validation().targets().isEmpty()
                ? "accuracy in training " + from(before == null ? Double.NaN : before.train().accuracy())
                        + Figures.percent(after.train().accuracy()) + ", in validation "
                        + from(before == null ? Double.NaN : before.validation().accuracy())
                        + Figures.percent(after.validation().accuracy()) + " (loss "
                        + Figures.loss(after.validation().loss()) + ")"
                : "loss in training " + Figures.loss(after.train().loss()) + ", in validation "
                        + Figures.loss(after.validation().loss());
    }

    private static String from(double accuracy) {
        return Double.isNaN(accuracy) ? "" : Figures.percent(accuracy) + " -> ";
    }
}
