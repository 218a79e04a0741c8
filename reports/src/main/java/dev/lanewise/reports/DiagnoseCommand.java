package dev.lanewise.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lanewise diagnose}: what a run suffers from, in full. */
@Command(name = "diagnose", mixinStandardHelpOptions = true, description = "Say what was wrong with a training, on which evidence, and what to do about it.")
final class DiagnoseCommand implements Callable<Integer> {
    @Parameters(paramLabel = "RUN", description = "The folder of a run that has ended, by itself or by a loss that is not finite.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path run;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        RunFiles files = new RunFiles(run);
        Path file = files.diagnosis();
        if (!Files.exists(file)) {
            throw new IOException(run + ": no " + file.getFileName() + (Files.exists(files.result())
                    ? " (expected the folder of a training whose diagnosis was neither interrupted nor failed)"
                    : " (expected the folder of a training that has ended)"));
        }
        DiagnosisText.lines(DiagnosisFile.read(file)).forEach(spec.commandLine().getOut()::println);
        return 0;
    }
}
