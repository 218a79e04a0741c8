package dev.lanewise.properties.corpus;

import dev.lanewise.nn.Evaluation;
import dev.lanewise.nn.TrainingDivergedException;
import dev.lanewise.nn.diagnosis.Diagnosis;
import dev.lanewise.nn.diagnosis.Examination;
import dev.lanewise.nn.diagnosis.Shallower;

/** Trains patients and has them diagnosed, as users would. */
final class Clinic {
    private Clinic() {
    }

    static Diagnosis diagnose(Patient patient) {
        Examination examination = Examination.begin(patient.network(), patient.trainer(), patient.train(),
                patient.validation());
        if (patient.shallower() != null) {
            examination.shallower(shallower(patient.shallower()));
        }
        try {
            patient.trainer().fit(patient.train(), patient.validation());
            return examination.end(patient.test());
        } catch (TrainingDivergedException diverged) {
            return examination.end(diverged);
        }
    }

    private static Shallower shallower(Patient patient) {
        patient.trainer().fit(patient.train(), patient.validation());
        Evaluation train = patient.trainer().evaluate(patient.train());
        return new Shallower(patient.network().spec(), train.loss(), train.accuracy());
    }
}
