package dev.lanewise.properties.corpus;

import dev.lanewise.nn.EpochMetrics;
import dev.lanewise.nn.Evaluation;
import dev.lanewise.nn.TrainingDivergedException;
import dev.lanewise.nn.TrainingListener;
import dev.lanewise.nn.diagnosis.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A program that trains the runs of the corpus, ill and cured, and prints what became of them: that an ill run is ill by
 * its cause shows in the cured one beside it. Arguments: parts of names; none for all runs. {@code --epochs} as the first
 * prints every epoch.
 */
final class CorpusFacts {
    private static final String EPOCHS = "--epochs";

    /** How a training ended. */
    private record Outcome(List<EpochMetrics> epochs, boolean diverged, Evaluation train, Evaluation test,
            double seconds) {
        String text() {
            double best = epochs.stream().mapToDouble(EpochMetrics::validationLoss).min().orElse(Double.NaN);
            EpochMetrics last = epochs.isEmpty() ? null : epochs.getLast();
            return String.format(Locale.ROOT, "%5.1f | %3d%s | %8.3f | %8.3f | %8.3f | %8.3f | %5.3f | %5.3f | %5.3f",
                    seconds, epochs.size(), diverged ? "!" : " ", train.loss(),
                    last == null ? Double.NaN : last.validationLoss(), best, test.loss(), train.accuracy(),
                    last == null ? Double.NaN : last.validationAccuracy(), test.accuracy());
        }
    }

    private CorpusFacts() {
    }

    /** Trains and prints. */
    public static void main(String... arguments) {
        List<String> names = new ArrayList<>(List.of(arguments));
        boolean epochs = names.remove(EPOCHS);
        System.out.println("| run | severity | kind | seconds | epochs (!: diverged) | train loss | validation loss | best | "
                + "test loss | train accuracy | validation | test |");
        System.out.println("|---|---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        for (PlantedRun run : PlantedRuns.all()) {
            if (names.isEmpty() || names.stream().anyMatch(run.name()::contains)) {
                print(run, epochs);
            }
        }
    }

    private static void print(PlantedRun run, boolean epochs) {
        boolean healthy = run.planted() == Verdict.HEALTHY;
        print(run, healthy ? "healthy" : "ill", run.patient().get(), epochs);
        if (!healthy) {
            print(run, "cured", run.cured().get(), epochs);
        }
    }

    private static void print(PlantedRun run, String kind, Patient patient, boolean epochs) {
        Outcome outcome = train(patient);
        System.out.println("| " + run.name() + (run.quick() ? "*" : "") + " | " + run.severity() + " | " + kind + " | "
                + outcome.text() + " |");
        if (epochs) {
            for (EpochMetrics e : outcome.epochs) {
                System.out.printf(Locale.ROOT, "    %3d  loss %8.4f %8.4f  accuracy %.3f %.3f%n", e.epoch(),
                        e.trainLoss(), e.validationLoss(), e.trainAccuracy(), e.validationAccuracy());
            }
        }
    }

    private static Outcome train(Patient patient) {
        List<EpochMetrics> epochs = new ArrayList<>();
        patient.trainer().listener(new TrainingListener() {
            @Override
            public void onEpoch(EpochMetrics metrics) {
                epochs.add(metrics);
            }
        });
        long start = System.nanoTime();
        boolean diverged = false;
        try {
            patient.trainer().fit(patient.train(), patient.validation());
        } catch (TrainingDivergedException _) {
            diverged = true;
        }
        double seconds = (System.nanoTime() - start) * 1e-9;
        return new Outcome(epochs, diverged, patient.trainer().evaluate(patient.train()),
                patient.trainer().evaluate(patient.test()), seconds);
    }
}
