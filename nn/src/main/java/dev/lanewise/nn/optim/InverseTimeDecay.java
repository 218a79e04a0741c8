package dev.lanewise.nn.optim;

import java.util.List;

/**
 * Falls as {@code 1 / (1 + decay step / every)}: {@code lr_decay} of PyTorch's Adagrad and the old {@code decay} of
 * Keras; {@code inverse-time:DECAY[:EVERY]}, EVERY being one step unless given.
 *
 * @param decay at least 0
 * @param every the span
 */
public record InverseTimeDecay(double decay, Span every) implements Schedule {
    static final Span USUAL = Span.steps(1);

    /** Checks the decay. */
    public InverseTimeDecay {
        Bounds.notNegative("decay", decay);
    }

    @Override
    public double value(long step, int stepsPerEpoch, long totalSteps) {
        return 1 / (1 + decay * ((double) step / every.inSteps(stepsPerEpoch)));
    }

    @Override
    public String spec() {
        return Word.of("inverse-time", List.of(Word.text(decay), every.text(Span.Unit.STEPS)), "1");
    }
}
