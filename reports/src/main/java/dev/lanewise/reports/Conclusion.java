package dev.lanewise.reports;

import dev.lanewise.nn.diagnosis.Diagnosis;
import dev.lanewise.nn.io.AtomicFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What follows a training: its diagnosis, and pages for people. The model is written by then. Each part is tried, whatever
 * becomes of the others, and what failed is told in the end.
 */
final class Conclusion {
    private final RunFiles files;
    private final Interruption interruption;
    private final PrintWriter out;
    private final boolean quiet;
    private final List<Throwable> failures = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();

    Conclusion(RunFiles files, Interruption interruption, PrintWriter out, boolean quiet) {
        this.files = files;
        this.interruption = interruption;
        this.out = out;
        this.quiet = quiet;
    }

    /** Makes something that may fail. */
    @FunctionalInterface
    private interface Part<T> {
        T make() throws IOException;
    }

    /** The verdict in two or three lines, and in full in a file; null if that failed. */
    @Nullable
    Diagnosis diagnose(Supplier<Diagnosis> examination) {
        Diagnosis diagnosis = attempt("diagnosis", examination::get);
        if (diagnosis != null) {
            write("diagnosis.json", () -> AtomicFile.write(files.diagnosis(), DiagnosisFile.json(diagnosis)));
            if (!quiet) {
                diagnosis.summary().forEach(out::println);
                out.flush();
            }
        }
        return diagnosis;
    }

    /** All of a training that has come to its end; {@code run} knows no diagnosis yet. */
    void write(RunRecord run, Supplier<Diagnosis> examination) {
        RunRecord diagnosed = run.with(diagnose(examination));
        if (diagnosed.diagnosis() != null) {
            write("run.json", () -> AtomicFile.write(files.result(), RunJson.of(diagnosed)));
        }
        write("learning-curve.svg",
                () -> AtomicFile.write(files.learningCurve(), LearningCurve.svg(run.history())));
        write("report.html", () -> AtomicFile.write(files.report(), RunReport.html(diagnosed)));
    }

    private void write(String part, Interruption.Work work) {
        Boolean _ = attempt(part, () -> {
            interruption.whole(work);
            return true;
        });
    }

    private <T> @Nullable T attempt(String name, Part<T> part) {
        try {
            return part.make();
        } catch (IOException | RuntimeException | Error failure) {
            failed.add(name + " failed: " + Failures.message(failure));
            failures.add(failure);
            return null;
        }
    }

    /**
     * Tells in one line what failed, if anything did.
     *
     * @param saved what is safe nevertheless
     */
    void requireWhole(String saved) throws IOException {
        if (!failures.isEmpty()) {
            IOException all = new IOException(saved + ", but " + String.join("; ", failed));
            failures.forEach(all::addSuppressed);
            throw all;
        }
    }
}
