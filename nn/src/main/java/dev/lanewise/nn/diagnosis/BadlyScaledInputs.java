package dev.lanewise.nn.diagnosis;

import java.util.List;
import java.util.Optional;

/** Inputs far from unit size, or one feature far above the others. */
final class BadlyScaledInputs implements Rule {
    @Override
    public Optional<Finding> examine(Evidence evidence) {
        InputScale inputs = evidence.inputs();
        double uneven = inputs.largest() / Math.max(inputs.typical(), Double.MIN_NORMAL);
        if (inputs.all() > Thresholds.INPUT_LARGE) {
            return finding(
                    "the inputs' root mean square is " + Say.number(inputs.all()) + ", about 1 is wanted",
                    Finding.confidence(inputs.all(), Thresholds.INPUT_LARGE));
        }
        if (inputs.largest() < Thresholds.INPUT_SMALL && inputs.largest() > 0) {
            return finding("the largest feature's root mean square is " + Say.number(inputs.largest())
                    + ", about 1 is wanted", Finding.confidence(Thresholds.INPUT_SMALL, inputs.largest()));
        }
        if (uneven > Thresholds.INPUT_UNEVEN && inputs.largest() > Thresholds.INPUT_STANDING_OUT) {
            return finding("feature " + inputs.feature() + " (from 0) has root mean square "
                    + Say.number(inputs.largest()) + ", " + Say.number(uneven)
                    + " times that of the median feature",
                    Finding.confidence(uneven, Thresholds.INPUT_UNEVEN));
        }
        return Optional.empty();
    }

    private static Optional<Finding> finding(String evidence, double confidence) {
        return Optional.of(new Finding(Verdict.BADLY_SCALED_INPUTS, confidence, List.of(evidence),
                List.of(Advice.of("bring each feature to mean 0 and deviation 1", "scaling", "standardize")),
                "The gradient by a first-layer weight is proportional to its input, so that no one learning rate suits large and "
                        + "small inputs. Standardized inputs make the loss about equally steep along all weights."));
    }
}
