package dev.lanewise.nn.optim;

import java.util.List;

/**
 * Falls in stairs: {@code factor^floor(step / every)}, as StepLR of PyTorch does; {@code step:EVERY:FACTOR}, EVERY in
 * epochs unless it says steps.
 *
 * @param every how long a stair is
 * @param factor from one to the next, in (0, 1]
 */
public record StepDecay(Span every, double factor) implements Schedule {
    /** Checks the factor. */
    public StepDecay {
        Bounds.decay("factor", factor);
    }

    @Override
    public double value(long step, int stepsPerEpoch, long totalSteps) {
        long stairs = step / every.inSteps(stepsPerEpoch);
        return Curves.power(factor, (double) stairs);
    }

    @Override
    public String spec() {
        return Word.of("step", List.of(every.text(Span.Unit.EPOCHS), Word.text(factor)));
    }
}
