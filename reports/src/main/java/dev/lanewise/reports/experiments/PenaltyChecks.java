package dev.lanewise.reports.experiments;

import static dev.lanewise.reports.experiments.TrainingText.number;
import static dev.lanewise.reports.experiments.TrainingText.percent;

import java.util.List;

/** What must hold of trainings without a penalty, with L2 and with L1. */
final class PenaltyChecks {
    /** Half a unit in the last place of a float near 1, relatively. */
    private static final double ROUNDING = 0x1p-24;
    /** A weight below it counts as almost zero. */
    static final double SMALL = 0.001;
    private static final double SPARSER = 3;

    private final PenaltyRun none;
    private final PenaltyRun l2;
    private final PenaltyRun l1;
    private final double rate;

    PenaltyChecks(PenaltyRun none, PenaltyRun l2, PenaltyRun l1, float rate) {
        this.none = none;
        this.l2 = l2;
        this.l1 = l1;
        this.rate = rate;
    }

    List<Check> all() {
        return List.of(shrinks(), subtracts(), bits(), smaller(), sparser());
    }

    /** Each step rounds twice, the product with lambda hardly counting. */
    private Check shrinks() {
        double factor = Math.pow(1 - rate * l2.penalty().l2(), l2.steps());
        double bound = 1.1 * l2.steps() * ROUNDING;
        double worst = 0;
        for (int i = 0; i < l2.blind(); i++) {
            double expected = l2.first(i) * factor;
            worst = Math.max(worst, Math.abs(l2.last(i) - expected) / Math.abs(expected));
        }
        return new Check(
                "with L2, every weight without a gradient from the data is (1 - eta lambda)^t of what it was, to the "
                        + "rounding of t = " + l2.steps() + " steps, a relative " + number(bound),
                worst <= bound,
                l2.blind() + " weights, factor " + number(factor) + ", largest relative difference "
                        + number(worst));
    }

    private Check subtracts() {
        double taken = rate * l1.penalty().l1() * l1.steps();
        int straight = 0;
        double worst = 0;
        double hopping = 0;
        for (int i = 0; i < l1.blind(); i++) {
            double size = Math.abs(l1.first(i));
            if (size > taken) {
                straight++;
                double bound = l1.steps() * size * ROUNDING;
                worst = Math.max(worst,
                        Math.abs(l1.last(i) - Math.signum(l1.first(i)) * (size - taken)) / bound);
            } else {
                hopping = Math.max(hopping, Math.abs(l1.last(i)));
            }
        }
        double step = rate * l1.penalty().l1();
        return new Check(
                "with L1, it is nearer to 0 by t eta lambda, to rounding, or within one step eta lambda = "
                        + number(step) + " of 0 where it has arrived",
                worst <= 1 && hopping <= 1.001 * step,
                straight + " weights on their way, largest difference " + number(worst) + " of the bound; "
                        + (l1.blind() - straight) + " arrived, largest magnitude " + number(hopping));
    }

    private Check bits() {
        int differing = none.differing() + l2.differing() + l1.differing();
        return new Check(
                "all of them equal, bit for bit, as many float steps of w - eta (lambda w) and of w - eta (lambda "
                        + "sgn w), and do not move without a penalty",
                differing == 0,
                differing + " of " + 3 * none.blind() + " weights differ");
    }

    private Check smaller() {
        return new Check("with L2, the weights that learn have at most 3/4 of the size they have without",
                l2.size() <= 0.75 * none.size(),
                "root mean square " + number(l2.size()) + " against " + number(none.size()));
    }

    private Check sparser() {
        double sparse = l1.share(PenaltyChecks::small);
        double dense = Math.max(l2.share(PenaltyChecks::small), none.share(PenaltyChecks::small));
        return new Check("with L1, at least " + number(SPARSER) + " times as many of them are below " + SMALL
                + " in magnitude as with L2 or without",
                sparse >= SPARSER * dense,
                percent(sparse) + " against " + percent(l2.share(PenaltyChecks::small)) + " and "
                        + percent(none.share(PenaltyChecks::small)));
    }

    static boolean small(double weight) {
        return Math.abs(weight) < SMALL;
    }
}
