package dev.lanewise.reports;

import dev.lanewise.nn.Evaluation;
import dev.lanewise.nn.data.Split;
import dev.lanewise.nn.diagnosis.Diagnosis;
import dev.lanewise.nn.io.AtomicFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a recipe has found. It is written anew after each step, so that at any moment the best settings so far are on the disk,
 * however the recipe ends.
 */
final class RecipeResult implements Recipe.Listener {
    private final Split data;
    private final RunFiles files;
    private final Interruption interruption;
    private final PrintWriter print;
    private final List<RecipeStep> steps = new ArrayList<>();

    /** Nothing yet; from now on an interruption tells what there is, and ends the process. */
    RecipeResult(Split data, RunFiles files, Interruption interruption, PrintWriter print) {
        this.data = data;
        this.files = files;
        this.interruption = interruption;
        this.print = print;
        interruption.endBy(this::sayInterrupted);
    }

    @Override
    public void onStep(RecipeStep step, Attempt best) throws IOException {
        interruption.whole(() -> {
            steps.add(step);
            step.lines().forEach(print::println);
            print.flush();
            write(best, null, best.diagnosis());
        });
    }

    /** The end of a recipe that was not interrupted: the best attempt, looked at with test data. */
    void end(Attempt best, Evaluation test, Diagnosis diagnosis) throws IOException {
        interruption.whole(() -> {
            print.println("test " + Figures.result(test));
            diagnosis.summary().stream().limit(2).forEach(print::println);
            write(best, test, diagnosis);
            if (!best.diagnosis().healthy()) {
                print.println("not cured: nothing that was advised has helped in the time");
            }
            sayWhere();
            print.flush();
        });
    }

    private void write(Attempt best, @Nullable Evaluation test, Diagnosis diagnosis) throws IOException {
        AtomicFile.write(files.config(), best.settings().json());
        AtomicFile.write(files.report(), RecipeReport.html(data, steps, best, test, diagnosis));
    }

    private void sayInterrupted() {
        if (steps.isEmpty()) {
            print.println("interrupted before the first training was diagnosed: nothing is known yet");
            RunFolder.release(files.folder());
        } else {
            print.println(
                    "interrupted after " + steps.size() + (steps.size() == 1 ? " training" : " trainings")
                            + "; the best settings so far are saved");
            sayWhere();
        }
        print.flush();
    }

    private void sayWhere() {
        print.println("train with them: ./lanewise train --config " + files.config());
        print.println("settings: " + files.config() + "  report: " + files.report());
    }
}
