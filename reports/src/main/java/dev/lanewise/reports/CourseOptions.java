package dev.lanewise.reports;

import dev.lanewise.nn.Evaluation;
import dev.lanewise.nn.Network;
import dev.lanewise.nn.Trainer;
import dev.lanewise.nn.data.Dataset;
import dev.lanewise.nn.diagnosis.GiveUp;
import dev.lanewise.nn.diagnosis.Shallower;
import dev.lanewise.nn.io.CheckpointFile;
import dev.lanewise.nn.io.ModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where the settings of a training come from, and how it is saved and continued. */
final class CourseOptions {
    /** What may stand beside --resume: nothing that the weights depend on. */
    private static final List<String> BESIDE_RESUME = List.of("--resume", "--threads", "--checkpoint-steps",
            "--checkpoint-minutes", "--quiet", "--verbose");

    @Option(names = "--config", paramLabel = "FILE", description = "Settings as a JSON object whose keys are these options without dashes, such as the config.json of "
            + "another run; options on the command line come first.")
    private @Nullable Path config;

    @Option(names = "--resume", paramLabel = "RUN", description = "Continue the training in this folder, with its settings, to the weights that it would have had without "
            + "the interruption.")
    private @Nullable Path resume;

    @Option(names = "--checkpoint-steps", paramLabel = "N", description = "Save the training every N steps, too.")
    private @Nullable Long checkpointSteps;

    @Option(names = "--checkpoint-minutes", paramLabel = "X", defaultValue = "5", description = "Save the training every X minutes, and when interrupted. Default: ${DEFAULT-VALUE}.")
    private double checkpointMinutes;

    @Option(names = "--give-up", paramLabel = "EPOCHS", description = "End the training if it has learnt nothing after so many epochs: a training loss no better than a guess's. "
            + "Default: never.")
    private @Nullable Integer giveUp;

    @Option(names = "--shallower", paramLabel = "RUN", description = "The folder of a run with fewer layers and the same data, for the diagnosis to compare with on the training data.")
    private @Nullable Path shallower;

    /** What was read, and from where; null if nothing was. */
    private @Nullable Configuration read;
    private @Nullable Path source;

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException naming the wrong value
     */
    void check() {
        if (checkpointSteps != null && checkpointSteps < 1) {
            throw new IllegalArgumentException("checkpoint-steps: " + checkpointSteps + " (expected >= 1)");
        }
        if (giveUp != null && giveUp < 1) {
            throw new IllegalArgumentException("give-up: " + giveUp + " (expected >= 1)");
        }
        if (!(checkpointMinutes > 0 && checkpointMinutes <= 1e6)) {
            throw new IllegalArgumentException(
                    "checkpoint-minutes: " + checkpointMinutes + " (expected > 0 and at most 1000000)");
        }
    }

    /** The settings in a file, or those of the training to continue, if any; no other option may contradict these. */
    @Nullable
    Configuration configuration(CommandLine command) throws IOException {
        Path file = config;
        if (resume != null) {
            refuseOthers(command);
            file = resumable(new RunFiles(resume));
        }
        try {
            source = file;
            read = file == null ? null : Configuration.read(file, command.getCommandSpec());
            return read;
        } catch (ConfigurationException wrong) {
            throw new ParameterException(command, String.valueOf(wrong.getMessage()), wrong);
        }
    }

    /** The message, beginning with the file of the setting that it is about if the setting came from there. */
    String origin(String message, CommandLine command) {
        String key = message.replaceFirst("(?s):.*", "");
        boolean there = read != null && read.values().containsKey(key)
                && !command.getParseResult().hasMatchedOption("--" + key);
        return there ? source + ": " + message : message;
    }

    private static void refuseOthers(CommandLine command) {
        for (OptionSpec option : command.getParseResult().matchedOptions()) {
            if (!BESIDE_RESUME.contains(option.longestName())) {
                throw new ParameterException(command, option.longestName().substring(2) + ": "
                        + option.getValue()
                        + " (expected none beside --resume, which goes on with the settings "
                        + "of its run)");
            }
        }
    }

    private static Path resumable(RunFiles files) throws IOException {
        if (!Files.exists(files.config())) {
            throw new IOException(files.folder() + ": no " + files.config().getFileName()
                    + " (expected the folder of a run that was interrupted)");
        }
        files.requireIncomplete();
        if (Files.size(files.config()) == 0) {
            throw new IOException(
                    files.config() + ": empty, the run was ended before it began (train anew, with "
                            + "--out " + files.folder() + ")");
        }
        return files.config();
    }

    /** The folder of the run to continue; null for a new one. */
    @Nullable
    Path resume() {
        return resume;
    }

    /** What the shallower run reaches on the training data; null if none was named. */
    @Nullable
    Shallower shallower(Trainer trainer, Dataset train) throws IOException {
        if (shallower == null) {
            return null;
        }
        Network network = ModelFile.read(new RunFiles(shallower).model());
        long layers = depth(network);
        long own = depth(trainer.network());
        if (layers >= own) {
            throw new IllegalArgumentException("shallower: " + shallower + " has " + layers
                    + " layers with weights (expected fewer than " + own + ")");
        }
        Evaluation result = trainer.with(network).evaluate(train);
        return new Shallower(network.spec(), result.loss(), result.accuracy());
    }

    private static long depth(Network network) {
        return network.tensors().stream().filter(tensor -> tensor.tensor().isWeight()).count();
    }

    /** Has the trainer stop if it learns nothing, where that was asked for. */
    GiveUp giveUp(Trainer trainer, Dataset train) {
        GiveUp listener = new GiveUp(trainer, train, giveUp == null ? Integer.MAX_VALUE : giveUp);
        trainer.listener(listener);
        return listener;
    }

    /** Has the trainer save itself there. */
    void save(Trainer trainer, RunFiles files) {
        trainer.snapshots(CheckpointFile.store(files.checkpoint()),
                checkpointSteps == null ? Long.MAX_VALUE : checkpointSteps,
                Duration.ofNanos((long) (checkpointMinutes * 60e9)));
    }
}
