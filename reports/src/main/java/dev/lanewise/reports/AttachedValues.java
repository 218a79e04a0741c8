package dev.lanewise.reports;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/**
 * Values that begin with a dash. In {@code --label --epochs} the value was forgotten, but {@code --label=--epochs} means what
 * it says, which picocli refuses like the other. Such a value is marked by NUL, which no operating system lets an argument
 * hold, and loses the mark when it has become the option's value.
 */
final class AttachedValues {
    private static final String MARK = "\0";

    private AttachedValues() {
    }

    /** The arguments with marks, which the command takes away again. */
    static String[] protect(CommandLine command, String... arguments) {
        command.registerConverter(String.class, AttachedValues::unmarked);
        command.registerConverter(Path.class, AttachedValues::path);
        CommandLine called = Arrays.stream(arguments)
                .filter(command.getSubcommands()::containsKey)
                .findFirst()
                .map(command.getSubcommands()::get)
                .orElse(command);
        return Arrays.stream(arguments).map(argument -> marked(called, argument)).toArray(String[]::new);
    }

    private static String marked(CommandLine called, String argument) {
        int equals = argument.indexOf("=-");
        OptionSpec option = equals < 0
                ? null
                : called.getCommandSpec().findOption(argument.substring(0, equals));
        boolean text = option != null && (option.type() == String.class || option.type() == Path.class);
        return text ? argument.substring(0, equals + 1) + MARK + argument.substring(equals + 1) : argument;
    }

    private static String unmarked(String value) {
        return value.startsWith(MARK) ? value.substring(1) : value;
    }

    private static Path path(String value) {
        try {
            return Path.of(unmarked(value));
        } catch (InvalidPathException wrong) {
            throw new TypeConversionException("'" + unmarked(value) + "' is no path: " + wrong.getReason());
        }
    }
}
