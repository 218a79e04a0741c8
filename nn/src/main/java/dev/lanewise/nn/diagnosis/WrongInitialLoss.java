package dev.lanewise.nn.diagnosis;

import java.util.List;
import java.util.Optional;

/** The untrained network is far worse than a guess. */
final class WrongInitialLoss implements Rule {
    @Override
    public Optional<Finding> examine(Evidence evidence) {
        double loss = evidence.start().loss();
        double guess = evidence.task().guessLoss();
        double expected = evidence.task().classification()
                ? guess + Thresholds.INITIAL_EXCESS_NATS
                : guess * Thresholds.INITIAL_TIMES;
        if (loss <= expected || evidence.inputs().all() > Thresholds.INPUT_LARGE
                || ExplodingGradient.hiddenDeviation(evidence.start()) > Thresholds.EXPLODED_OUTPUTS) {
            return Optional.empty();
        }
        var last = evidence.start().weighted().getLast();
        return Optional.of(new Finding(Verdict.WRONG_INITIAL_LOSS,
                Finding.confidence(loss - guess, expected - guess),
                List.of("before the first step the loss is " + Say.number(loss) + "; a guess has "
                        + Say.number(guess)
                        + (evidence.task().classification()
                                ? ", ln " + evidence.task().classes() + " = "
                                        + Say.number(Math.log(evidence.task().classes()))
                                : "")
                        + "; weights of " + Say.layer(last.layer(), last.spec()) + " have root mean square "
                        + Say.number(last.weightNorm() / Math.sqrt(last.weights()))),
                List.of(Advice.of("smaller initial weights and zero biases in the last layer", "initializer",
                        "glorot_uniform"),
                        Advice.of("warm the learning rate up", "schedule", "warmup:1epochs")),
                "An untrained network should be unsure: softmax of equal outputs loses ln K. A network that begins sure of wrong "
                        + "answers wastes its first steps on unlearning them, with gradients that push weights out of their range."));
    }
}
