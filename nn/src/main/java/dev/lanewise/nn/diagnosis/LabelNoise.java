package dev.lanewise.nn.diagnosis;

import dev.lanewise.nn.Evaluation;
import java.util.List;
import java.util.Optional;

/** Labels that neither the network nor the nearest rows explain. */
final class LabelNoise implements Rule {
    @Override
    public Optional<Finding> examine(Evidence evidence) {
        Neighbourhoods near = evidence.trials().neighbourhoods();
        Evaluation train = evidence.results().train();
        if (near == null || train == null || !evidence.poor() || evidence.neighboursKnowMore()
                || (!impure(evidence.task(), near) && !guessing(evidence.task().majority(), train, near))) {
            return Optional.empty();
        }
        return Optional.of(new Finding(Verdict.LABEL_NOISE,
                Finding.confidence(1 - near.pure(), 1 - Thresholds.PURE),
                List.of("training accuracy is " + Say.percent(train.accuracy()) + ", the largest class has "
                        + Say.percent(evidence.task().majority()) + " of the rows",
                        "of " + near.rows() + " training rows " + Say.percent(near.pure())
                                + " have nearest neighbours of one class (" + Neighbourhoods.NEIGHBOURS
                                + " each, one exception allowed); a vote of the neighbours is right for "
                                + Say.percent(near.accuracy())),
                List.of(Advice.of(
                        "look at some rows with their labels: is this the label column, and in the order of the rows?"),
                        Advice.of("smooth the labels, if they are known to be noisy", "loss",
                                "cross-entropy:0.1")),
                "Rows that are alike have different labels, so that no function of the inputs can give them. More training would "
                        + "only learn the noise by heart."));
    }

    /** Whether neighbours disagree though there are enough rows to find near ones. */
    private static boolean impure(Task task, Neighbourhoods near) {
        return near.pure() < Thresholds.PURE && near.points() >= Thresholds.NEIGHBOUR_ROWS * task.classes();
    }

    /** Whether neither the network nor the neighbours do better than to name the largest class. */
    private static boolean guessing(double majority, Evaluation train, Neighbourhoods near) {
        double guess = majority + Thresholds.MAJORITY_BEATEN * (1 - majority);
        return train.accuracy() <= guess && near.accuracy() <= guess;
    }
}
