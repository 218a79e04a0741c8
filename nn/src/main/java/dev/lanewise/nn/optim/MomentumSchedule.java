package dev.lanewise.nn.optim;

import java.util.List;

/**
 * The momentum's course: from one value straight to another, step by step, which then stays. It replaces
 * {@link Optimizer#momentum}. Computed in double, rounded once; {@code ramp:FROM:TO:OVER}, OVER in epochs unless it says
 * steps.
 *
 * @param from the first step's momentum, in [0, 1)
 * @param to the momentum from the end of the span on, in [0, 1)
 * @param over how long it changes
 */
public record MomentumSchedule(double from, double to, Span over) {
    /** Checks the momenta. */
    public MomentumSchedule {
        Bounds.fractionBelowOne("from", from);
        Bounds.fractionBelowOne("to", to);
    }

    /**
     * {@code from + (to - from) step / over}, or {@code to} from step {@code over} on.
     *
     * @param step from 0
     * @param stepsPerEpoch at least 1
     */
    public float momentum(long step, int stepsPerEpoch) {
        Bounds.atLeast("step", step, 0);
        Bounds.atLeast("stepsPerEpoch", stepsPerEpoch, 1);
        long end = over.inSteps(stepsPerEpoch);
        return (float) (step >= end ? to : from + (to - from) * ((double) step / end));
    }

    /** The word that describes it. */
    public String spec() {
        return Word.of("ramp", List.of(Word.text(from), Word.text(to), over.text(Span.Unit.EPOCHS)));
    }
}
