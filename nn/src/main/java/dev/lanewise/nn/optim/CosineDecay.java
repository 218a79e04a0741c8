package dev.lanewise.nn.optim;

import java.util.List;

/**
 * Falls like half a cosine wave, without restarts (Loshchilov and Hutter, "SGDR", 2017):
 * {@code end + (1 - end) (1 + cos(pi p)) / 2} with {@code p = step / totalSteps}; {@code cosine[:END]}.
 *
 * @param end the factor behind the last step, in [0, 1]
 */
public record CosineDecay(double end) implements Schedule {
    /** Checks the end. */
    public CosineDecay {
        Bounds.fraction("end", end);
    }

    @Override
    public double value(long step, int stepsPerEpoch, long totalSteps) {
        return end + (1 - end) * Curves.cosine((double) Math.min(step, totalSteps), (double) totalSteps);
    }

    @Override
    public String spec() {
        return Word.of("cosine", List.of(Word.text(end)), "0");
    }
}
