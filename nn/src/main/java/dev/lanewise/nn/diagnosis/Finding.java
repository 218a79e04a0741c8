package dev.lanewise.nn.diagnosis;

import java.util.List;

/**
 * A verdict and what speaks for it.
 *
 * @param verdict what is wrong
 * @param confidence from 0.5, where the deciding number just reaches its threshold, to 1, far beyond it; no probability
 * @param evidence sentences with numbers, at least one
 * @param advice what to do, the most promising first
 * @param principle why, in two sentences
 */
public record Finding(Verdict verdict, double confidence, List<String> evidence, List<Advice> advice,
        String principle) {
    /** Copies the lists. */
    public Finding {
        evidence = List.copyOf(evidence);
        advice = List.copyOf(advice);
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException(verdict + ": no evidence (expected at least one number)");
        }
    }

    /**
     * How sure a number beyond a threshold makes: {@code 1 - threshold / (2 value)}, 0.5 at the threshold, 0.95 at ten
     * times that.
     */
    static double confidence(double value, double threshold) {
        return Double.isNaN(value) ? 0.5 : Math.clamp(1 - threshold / (2 * value), 0.5, 0.99);
    }
}
