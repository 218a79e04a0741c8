package dev.lanewise.properties.corpus;

import dev.lanewise.nn.diagnosis.Verdict;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A training whose illness is known, because it was planted: a sound training in which one cause was changed.
 *
 * @param name unique in the corpus
 * @param planted the illness, or {@link Verdict#HEALTHY}
 * @param severity {@code mild}, {@code moderate} or {@code severe}; {@code none} for a healthy one
 * @param quick whether it belongs to the small part of the corpus that every build runs
 * @param patient makes the training anew; always the same one
 * @param cured makes the same training without the planted cause; {@code patient} again for a healthy one
 */
public record PlantedRun(String name, Verdict planted, String severity, boolean quick,
        Supplier<Patient> patient, Supplier<Patient> cured) {

    /** A sound training and what makes it ill. */
    static PlantedRun ill(Verdict planted, String name, String severity, Supplier<Setup> sound,
            UnaryOperator<Setup> illness) {
        return new PlantedRun(name, planted, severity, false,
                () -> illness.apply(sound.get()).build(), () -> sound.get().build());
    }

    /** A training that has nothing. */
    static PlantedRun healthy(String name, Supplier<Setup> sound) {
        Supplier<Patient> patient = () -> sound.get().build();
        return new PlantedRun(name, Verdict.HEALTHY, "none", false, patient, patient);
    }

    /** The same, for every build. */
    PlantedRun inEveryBuild() {
        return new PlantedRun(name, planted, severity, true, patient, cured);
    }

    /** Its name. */
    @Override
    public String toString() {
        return name;
    }
}
