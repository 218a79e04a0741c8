package dev.lanewise.nn.optim;

import java.util.List;
import java.util.Optional;

/**
 * Rises linearly, then follows another schedule: step t of n is {@code (t + 1) / n} times that schedule's first factor, so
 * that no step has rate 0 and the last one has the full rate (Goyal et al., "Accurate, large minibatch SGD", 2017). The
 * other schedule begins behind, at its step 0, and has the rest of the training; {@code warmup:LENGTH+SCHEDULE}, LENGTH in
 * steps unless it says epochs.
 *
 * @param length how long it rises
 * @param then what follows
 */
public record WarmUp(Span length, Schedule then) implements Schedule {
    @Override
    public double value(long step, int stepsPerEpoch, long totalSteps) {
        long n = length.inSteps(stepsPerEpoch);
        long rest = Math.max(1, totalSteps - n);
        return step < n
                ? (step + 1.0) / n * then.value(0, stepsPerEpoch, rest)
                : then.value(step - n, stepsPerEpoch, rest);
    }

    @Override
    public Optional<ReduceOnPlateau> plateau() {
        return then.plateau();
    }

    @Override
    public String spec() {
        return Word.of("warmup", List.of(length.text(Span.Unit.STEPS))) + "+" + then.spec();
    }
}
