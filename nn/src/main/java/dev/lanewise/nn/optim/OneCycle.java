package dev.lanewise.nn.optim;

import java.util.List;

/**
 * Rises from {@code 1 / start} to 1 and falls to {@code 1 / (start fall)}, both like half a cosine wave: Smith and Topin,
 * "Super-convergence" (2018), in the two phases and with the defaults of PyTorch's OneCycleLR. With
 * {@code top = rise totalSteps - 1} and {@code last = totalSteps - 1}, steps up to the top are
 * {@code 1/start + (1 - 1/start) (1 - cos(pi step / top)) / 2}, those behind it
 * {@code low + (1 - low) (1 + cos(pi (step - top) / (last - top))) / 2}. The momentum does not move against the rate.
 * {@code one-cycle[:RISE[:START[:FALL]]]}.
 *
 * @param rise the part of the training in which the rate rises, in (0, 1)
 * @param start the largest rate is that many times the first; at least 1
 * @param fall the first rate is that many times the last; at least 1
 */
public record OneCycle(double rise, double start, double fall) implements Schedule {
    static final double USUAL_RISE = 0.3;
    static final double USUAL_START = 25;
    static final double USUAL_FALL = 1e4;

    /** Checks the settings. */
    public OneCycle {
        Bounds.check("rise", rise, rise > 0 && rise < 1, "> 0 and < 1");
        Bounds.check("start", start, start >= 1 && Double.isFinite(start), ">= 1 and finite");
        Bounds.check("fall", fall, fall >= 1 && Double.isFinite(fall), ">= 1 and finite");
    }

    /** PyTorch's defaults: 0.3, 25 and 10,000. */
    public OneCycle() {
        this(USUAL_RISE, USUAL_START, USUAL_FALL);
    }

    @Override
    public double value(long step, int stepsPerEpoch, long totalSteps) {
        double top = rise * totalSteps - 1;
        double last = totalSteps - 1.0;
        if (step < top) {
            return 1 - (1 - 1 / start) * Curves.cosine((double) step, top);
        }
        double low = 1 / start / fall;
        return low + (1 - low) * Curves.cosine(Math.min((double) step, last) - top, last - top);
    }

    @Override
    public String spec() {
        return Word.of("one-cycle", List.of(Word.text(rise), Word.text(start), Word.text(fall)),
                Word.text(USUAL_RISE), Word.text(USUAL_START), Word.text(USUAL_FALL));
    }
}
