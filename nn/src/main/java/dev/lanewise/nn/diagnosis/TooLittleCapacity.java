package dev.lanewise.nn.diagnosis;

import java.util.List;
import java.util.Optional;

/** Layers that cannot even learn one batch by heart. */
final class TooLittleCapacity implements Rule {
    @Override
    public Optional<Finding> examine(Evidence evidence) {
        Memorisation batch = evidence.trials().memorisation();
        if (batch == null || batch.possible(evidence.task()) || !evidence.neighboursKnowMore()) {
            return Optional.empty();
        }
        return Optional.of(new Finding(Verdict.TOO_LITTLE_CAPACITY,
                evidence.task().classification()
                        ? Finding.confidence(1 - batch.accuracy(), 1 - Thresholds.MEMORISED_ACCURACY)
                        : Finding.confidence(1 - evidence.task().learnt(batch.loss()),
                                1 - Thresholds.MEMORISED_LEARNT),
                List.of("behind " + batch.steps() + " steps on one batch of " + batch.rows()
                        + " rows the same layers, with fresh weights and Adam, have loss "
                        + Say.number(batch.loss())
                        + (evidence.task().classification()
                                ? " and accuracy " + Say.percent(batch.accuracy()) + " on them"
                                : " on them")),
                List.of(Advice.of("more units, or a hidden layer more", "layers",
                        OtherLayers.wider(evidence.situation().layers())),
                        Advice.of("look for rows with equal inputs and different labels")),
                "A network that cannot learn a few rows by heart cannot learn many. Its set of functions does not hold a good one, "
                        + "and no optimizer finds what is not there."));
    }
}
