package dev.lanewise.reports;

import dev.lanewise.kernels.Capabilities;
import dev.lanewise.nn.Ending;
import dev.lanewise.nn.History;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.Trainer;
import dev.lanewise.nn.TrainingDivergedException;
import dev.lanewise.nn.TrainingListener;
import dev.lanewise.nn.TrainingSnapshot;
import dev.lanewise.nn.data.Dataset;
import dev.lanewise.nn.diagnosis.Diagnosis;
import dev.lanewise.nn.diagnosis.Examination;
import dev.lanewise.nn.diagnosis.GiveUp;
import dev.lanewise.nn.diagnosis.Preflight;
import dev.lanewise.nn.diagnosis.Shallower;
import dev.lanewise.nn.io.AtomicFile;
import dev.lanewise.nn.io.CheckpointFile;
import dev.lanewise.nn.io.ModelFile;
import dev.lanewise.nn.io.WeightsDigest;
import dev.lanewise.nn.log.Progress;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A training whose settings are checked, from its folder to its result.
 *
 * @param all the training rows, those held out included
 * @param train to train on
 * @param validation held out of them
 * @param test never trained on
 * @param network to train
 * @param trainer with all settings
 * @param configuration the effective settings
 * @param logs to write
 * @param course when to save
 * @param shallower run to compare with, or null
 * @param interruption what Ctrl-C does
 * @param threads to compute on
 * @param machine to compute on
 * @param out standard output
 * @param quiet whether only the last line is printed
 */
record TrainingJob(Dataset all, Dataset train, @Nullable Dataset validation, Dataset test, Network network,
        Trainer trainer, Configuration configuration, LogOptions logs, CourseOptions course,
        @Nullable Shallower shallower,
        Interruption interruption, int threads, Capabilities machine, PrintWriter out, boolean quiet) {
    /** The exit code of a process that Ctrl-C ends. */
    private static final int INTERRUPTED = 130;

    /** Trains from the first step into a new folder. */
    int begin(Path folder) throws IOException {
        RunFiles files = new RunFiles(folder);
        try (RunLock _ = RunLock.acquire(files)) {
            files.clear();
            AtomicFile.write(files.config(), configuration.json());
            return run(files, Progress.NONE);
        }
    }

    /** Trains from the folder's checkpoint, or from the first step if there is none. */
    int resume(Path folder) throws IOException {
        RunFiles files = new RunFiles(folder);
        try (RunLock _ = RunLock.acquire(files)) {
            AtomicFile.clean(folder);
            return run(files, progress(files));
        }
    }

    /** Looks at the data and the untrained network; returns whether all is well. */
    boolean preflight() {
        Preflight preflight = Examination.begin(network, trainer, train, validation).preflight(test);
        for (Preflight.Check check : preflight.checks()) {
            out.println((check.passed() ? "ok    " : "WRONG ") + check.name() + ": " + check.numbers());
        }
        return preflight.passed();
    }

    private int run(RunFiles files, Progress progress) throws IOException {
        introduce(progress);
        course.save(trainer, files);
        Examination examination = Examination.begin(network, trainer, train, validation)
                .shallower(shallower);
        GiveUp hopeless = course.giveUp(trainer, train);
        History history = fit(files, progress, examination);
        if (hopeless.reason() != null) {
            out.println(hopeless.reason());
            diagnose(files, () -> examination.end(test), "trained until it was given up");
            return 1;
        }
        if (history.ending() == Ending.INTERRUPTED) {
            out.println("interrupted and saved; go on with: ./lanewise train --resume " + files.folder());
            return INTERRUPTED;
        }
        finish(files, history, examination);
        return 0;
    }

    /** After a training that leaves no model. */
    private void diagnose(RunFiles files, Supplier<Diagnosis> examination, String before) throws IOException {
        interruption.endBy(() -> say(before + "; interrupted in the diagnosis"));
        Conclusion conclusion = new Conclusion(files, interruption, out, quiet);
        Diagnosis _ = conclusion.diagnose(examination);
        conclusion.requireWhole(before);
    }

    private Progress progress(RunFiles files) throws IOException {
        if (!Files.exists(files.checkpoint())) {
            if (!quiet) {
                say("no " + files.checkpoint().getFileName() + " in " + files.folder()
                        + ": trained from the first step");
            }
            return Progress.NONE;
        }
        TrainingSnapshot snapshot = CheckpointFile.read(files.checkpoint());
        try {
            trainer.resume(snapshot).check(train, validation);
            return Progress.of(snapshot);
        } catch (IllegalArgumentException other) {
            throw new IOException(files.checkpoint() + ": " + other.getMessage(), other);
        }
    }

    private void introduce(Progress progress) {
        if (quiet) {
            return;
        }
        out.println(PlainWriter.message("data: " + all + "; test: " + Figures.count(test.size()) + " rows"));
        out.println(network);
        out.println("backend: " + Figures.backend(machine) + ", " + Figures.threads(threads));
        if (progress.steps() > 0) {
            out.println("continued in epoch " + (progress.epochs() + 1) + ", after step " + progress.steps());
        }
        out.flush();
    }

    private History fit(RunFiles files, Progress progress, Examination examination) throws IOException {
        trainer.listener(new TrainingListener() {
            @Override
            public void onTrainingStart(int epochs, int batchesPerEpoch, int samplesPerEpoch) {
                if (interruption.requested()) {
                    trainer.stop();
                }
            }
        });
        try (@Nullable
        ProgressPrinter _ = quiet ? null : ProgressPrinter.addTo(trainer, out);
                Closeable _ = logs.attach(trainer, files, progress)) {
            interruption.stopBy(trainer::stop);
            return trainer.fit(train, validation);
        } catch (TrainingDivergedException diverged) {
            diagnose(files, () -> examination.end(diverged), String.valueOf(diverged.getMessage()));
            throw diverged;
        }
    }

    /**
     * The model comes first and the result next, so that nothing that follows can lose them: no error, and no interruption,
     * which waits for them and ends the process thereafter. Each file is whole or absent.
     */
    private void finish(RunFiles files, History history, Examination examination) throws IOException {
        ModelFile.write(network, files.model());
        RunRecord run = record(files, history);
        interruption.endBy(() -> say("interrupted after the training; its model is " + files.model()));
        Conclusion conclusion = new Conclusion(files, interruption, out, quiet);
        conclusion.write(run, () -> examination.end(test));
        say("test " + Figures.result(run.test()) + "  weights sha256 " + run.weightsSha256() + "  run "
                + files.folder() + "  report " + files.report());
        conclusion.requireWhole("trained, and saved as " + files.model());
    }

    /** The result, in its file too; says where the model is if that fails. */
    private RunRecord record(RunFiles files, History history) throws IOException {
        try {
            RunRecord run = new RunRecord(all.name(), network, configuration, threads, machine, train.size(),
                    all.size() - train.size(), history, trainer.evaluate(test), null,
                    WeightsDigest.sha256(network));
            AtomicFile.write(files.result(), RunJson.of(run));
            Files.deleteIfExists(files.checkpoint());
            return run;
        } catch (IOException | RuntimeException | OutOfMemoryError failed) {
            say("trained, and saved as " + files.model() + ", but the result is not written");
            throw failed;
        }
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
