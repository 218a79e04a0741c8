package dev.lanewise.nn.optim;

import java.util.List;

/**
 * Falls smoothly: {@code max(floor, factor^(step / every))}; {@code exponential:FACTOR[:EVERY[:FLOOR]]}, EVERY being one
 * step unless given. ExponentialLR of PyTorch, which changes the rate between epochs only, is {@code step:1:FACTOR}.
 *
 * @param factor that the rate loses in the span, in (0, 1]
 * @param every the span
 * @param floor the smallest factor, in [0, 1]
 */
public record ExponentialDecay(double factor, Span every, double floor) implements Schedule {
    static final Span USUAL = Span.steps(1);

    /** Checks the settings. */
    public ExponentialDecay {
        Bounds.decay("factor", factor);
        Bounds.fraction("floor", floor);
    }

    @Override
    public double value(long step, int stepsPerEpoch, long totalSteps) {
        return Math.max(floor, Curves.power(factor, (double) step / every.inSteps(stepsPerEpoch)));
    }

    @Override
    public String spec() {
        return Word.of("exponential",
                List.of(Word.text(factor), every.text(Span.Unit.STEPS), Word.text(floor)), "1", "0");
    }
}
