package dev.lanewise.reports;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code lanewise}. Exit codes: 0 done, 1 failed, 2 wrong usage. */
@Command(name = "lanewise", description = "Neural networks on the CPU, with the same bits everywhere.", mixinStandardHelpOptions = true, versionProvider = Main.Version.class, subcommands = {
        TrainCommand.class, DiagnoseCommand.class, RecipeCommand.class, ExperimentsCommand.class,
        EvaluateCommand.class, PredictCommand.class, InfoCommand.class, KernelsCommand.class,
        BenchmarkCommand.class})
final class Main implements Callable<Integer> {
    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Show the stack trace of a failure.")
    private boolean verbose;

    private final Interruption interruption;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private Main(Interruption interruption) {
        this.interruption = interruption;
    }

    /** Runs the command and ends the JVM with its exit code. */
    public static void main(String... arguments) {
        // UTF-8 whatever the locale: class names in predictions are data, and must not turn into question marks.
        int code = run(utf8(FileDescriptor.out), utf8(FileDescriptor.err), arguments);
        System.exit(code);
    }

    /** Runs the command on the given streams; returns its exit code. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        try (Interruption interruption = new Interruption()) {
            CommandLine command = new CommandLine(new Main(interruption)).setOut(out)
                    .setErr(err)
                    // A column may be called @home: no argument is a file of arguments.
                    .setExpandAtFiles(false)
                    .setCaseInsensitiveEnumValuesAllowed(true)
                    .setExecutionStrategy(Main::runPlainly)
                    .setParameterExceptionHandler(Failures::onUsage)
                    .setExecutionExceptionHandler(Failures::onFailure);
            int code = execute(command, AttachedValues.protect(command, arguments));
            err.flush();
            if (out.checkError()) {
                Failures.say(command, "standard output: cannot be written to");
                return code == 0 ? 1 : code;
            }
            return code;
        }
    }

    /** What Ctrl-C does. */
    Interruption interruption() {
        return interruption;
    }

    /** Whether stack traces are wanted. */
    boolean verbose() {
        return verbose;
    }

    /** Help has its own colours; what a command prints holds names from files. Predictions are data, and stay as they are. */
    private static int runPlainly(ParseResult parsed) {
        Integer helped = CommandLine.executeHelpRequest(parsed);
        if (helped != null) {
            return helped;
        }
        CommandLine root = parsed.commandSpec().commandLine();
        PrintWriter out = root.getOut();
        root.setOut(new PlainWriter(out));
        for (CommandLine each : root.getSubcommands().values()) {
            if (each.getCommand() instanceof PredictCommand) {
                each.setOut(out);
            }
        }
        return new RunLast().execute(parsed);
    }

    private static int execute(CommandLine command, String... arguments) {
        try {
            return command.execute(arguments);
        } catch (OutOfMemoryError | StackOverflowError tooLarge) {
            return Failures.tell(tooLarge, command);
        }
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(),
                "no command (expected train, diagnose, recipe, experiments, evaluate, predict, info, kernels or "
                        + "benchmark)");
    }

    private static PrintWriter utf8(FileDescriptor stream) {
        return new PrintWriter(
                new OutputStreamWriter(new FileOutputStream(stream), StandardCharsets.UTF_8), true);
    }

    /** The version that the build wrote down. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() throws IOException {
            Properties properties = new Properties();
            try (InputStream in = Main.class.getResourceAsStream("version.properties")) {
                properties.load(in);
            }
            return new String[]{"lanewise " + properties.getProperty("version")};
        }
    }
}
