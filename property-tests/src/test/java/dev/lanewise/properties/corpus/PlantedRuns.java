package dev.lanewise.properties.corpus;

import java.util.List;
import java.util.stream.Stream;

/** The corpus: every illness at several severities, on several data sets, and healthy trainings of many kinds. */
public final class PlantedRuns {
    private PlantedRuns() {
    }

    /** All runs, in the order of the verdicts. */
    public static List<PlantedRun> all() {
        return Stream.of(BadlyScaledRuns.all(), WrongInitialLossRuns.all(), ExplodingRuns.all(),
                RateTooHighRuns.all(), VanishingRuns.all(), DeadReluRuns.all(), RateTooLowRuns.all(),
                PlateauRuns.all(), CapacityRuns.all(), DeeperRuns.all(), LabelNoiseRuns.all(),
                OverfittingRuns.all(), TestUnlikeRuns.all(), UndertrainedRuns.all(), HealthyRuns.all(),
                HealthyShapeRuns.all())
                .flatMap(List::stream)
                .toList();
    }
}
