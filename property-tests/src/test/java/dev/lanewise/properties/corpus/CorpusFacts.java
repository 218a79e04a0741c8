package dev.lanewise.properties.corpus;

import dev.lanewise.nn.EpochMetrics;
import dev.lanewise.nn.diagnosis.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A program that trains the runs of the corpus, ill and cured, and prints what became of them: that an ill run is ill by
 * its cause shows in the cured one beside it. Arguments: parts of names; none for all runs. {@code --epochs} prints every
 * epoch too.
 */
final class CorpusFacts {
    private static final String EPOCHS = "--epochs";

    private CorpusFacts() {
    }

    /** Trains and prints. */
    public static void main(String... arguments) {
        List<String> names = new ArrayList<>(List.of(arguments));
        boolean epochs = names.remove(EPOCHS);
        System.out.println(
                "| run (*: in every build) | severity | | seconds | epochs (!: diverged) | loss before | train | "
                        + "validation | its best | test | accuracy: train | validation | test | first gradient / last | dead | "
                        + "saturated |");
        System.out.println("|---|---|---|" + "---:|".repeat(13));
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
        Course course = Course.of(patient);
        System.out.println("| " + run.name() + (run.quick() ? "*" : "") + " | " + run.severity() + " | "
                + kind + row(course));
        if (epochs) {
            for (EpochMetrics epoch : thinned(course.epochs())) {
                System.out.printf(Locale.ROOT, "    %3d  loss %8.4f %8.4f  accuracy %.3f %.3f%n",
                        epoch.epoch(), epoch.trainLoss(), epoch.validationLoss(), epoch.trainAccuracy(),
                        epoch.validationAccuracy());
            }
        }
    }

    /** Twenty of them at most. */
    private static List<EpochMetrics> thinned(List<EpochMetrics> epochs) {
        int every = (epochs.size() + 19) / 20;
        return epochs.stream().filter(epoch -> epoch.epoch() % every == 0).toList();
    }

    private static String row(Course course) {
        return String.format(Locale.ROOT,
                " | %.1f | %d%s | %.3g | %.3g | %.3g | %.3g | %.3g | %.3f | %.3f | %.3f | %.1e | %.2f | %.2f |",
                course.seconds(), course.epochs().size(), course.diverged() ? "!" : "",
                course.before().loss(), course.train().loss(), course.validationLoss(),
                course.bestValidationLoss(), course.test().loss(), course.train().accuracy(),
                course.validationAccuracy(), course.test().accuracy(), course.gradientRatio(), course.dead(),
                course.saturated());
    }
}
