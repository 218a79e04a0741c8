package dev.lanewise.reports;

import dev.lanewise.kernels.Capabilities;
import dev.lanewise.nn.TrainingDivergedException;
import dev.lanewise.nn.data.DataException;
import dev.lanewise.nn.io.ModelFileException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** One clear message for whatever goes wrong, and the exit code. */
final class Failures {
    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;

    private Failures() {
    }

    /** Every message goes through here, because what it quotes may come from any file; returns where more can be said. */
    static PrintWriter say(CommandLine command, String message) {
        PrintWriter err = new PlainWriter(command.getErr());
        err.println("lanewise: " + PlainWriter.message(message));
        return err;
    }

    /** For wrong options and values. */
    static int onUsage(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = say(command, String.valueOf(wrong.getMessage()));
        UnmatchedArgumentException.printSuggestions(wrong, err);
        if (arguments.length == 0) {
            command.usage(err, Ansi.OFF);
        } else {
            err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        }
        if (isVerbose(command)) {
            err.println(trace(wrong));
        }
        return WRONG_USAGE;
    }

    /** For everything that fails later. */
    static int onFailure(Exception failure, CommandLine command, ParseResult parsed) {
        return tell(failure, command);
    }

    /** The same for errors, which picocli passes on. */
    static int tell(Throwable failure, CommandLine command) {
        PrintWriter err = say(command, message(failure));
        if (isVerbose(command)) {
            err.println(trace(failure));
        }
        return FAILED;
    }

    /**
     * Settles which kernels are used, so that a wrong system property is told before anything else happens.
     *
     * @throws ParameterException if it is wrong or impossible
     */
    static Capabilities capabilities(CommandLine command) {
        try {
            return Capabilities.current();
        } catch (ExceptionInInitializerError wrong) {
            Throwable cause = wrong.getCause() == null ? wrong : wrong.getCause();
            throw new ParameterException(command, String.valueOf(cause.getMessage()), cause);
        }
    }

    private static String trace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text, true));
        String trace = text.toString();
        for (Throwable each = failure; each != null; each = each.getCause()) {
            String message = each.getMessage();
            trace = message == null || message.isEmpty()
                    ? trace
                    : trace.replace(message, PlainWriter.message(message));
        }
        return trace;
    }

    private static boolean isVerbose(CommandLine command) {
        return command.getCommandSpec().root().userObject() instanceof Main main && main.verbose();
    }

    /** In one sentence. */
    static String message(Throwable failure) {
        return switch (failure) {
            case DataException known -> String.valueOf(known.getMessage());
            case ModelFileException known -> String.valueOf(known.getMessage());
            case TrainingDivergedException known -> String.valueOf(known.getMessage());
            case NoSuchFileException missing -> missing.getFile() + ": no such file or folder";
            case AccessDeniedException denied -> denied.getFile() + ": permission denied";
            case InvalidPathException wrong -> "\"" + wrong.getInput() + "\": no path: " + wrong.getReason();
            case FileSystemException wrong when wrong.getReason() != null ->
                wrong.getFile() + ": " + wrong.getReason();
            case UncheckedIOException wrapped -> cause(wrapped);
            case IOException wrong -> String.valueOf(wrong.getMessage());
            case OutOfMemoryError tooLarge -> "out of memory (" + tooLarge.getMessage()
                    + "); give Java more with -Xmx, or choose smaller layers";
            case StackOverflowError _ -> "out of stack; give Java more with -Xss";
            default -> "internal error: " + failure + " (run again with --verbose and report it)";
        };
    }

    private static String cause(UncheckedIOException wrapped) {
        IOException cause = wrapped.getCause();
        return message(cause == null ? wrapped : cause);
    }
}
