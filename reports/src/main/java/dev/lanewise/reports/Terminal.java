package dev.lanewise.reports;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** What is known of the terminal that the command runs on. */
final class Terminal {
    private static final int USUAL_COLUMNS = 80;

    private Terminal() {
    }

    /** Whether a progress bar can be shown; {@code -Dlanewise.progress=always} or {@code never} decides it. */
    static boolean wantsBar() {
        return switch (System.getProperty("lanewise.progress", "auto")) {
            case "always" -> true;
            case "never" -> false;
            default -> isCapable(System.getenv()) && isConsole() && errorsGoThere();
        };
    }

    /** Whether it can write over a line. */
    static boolean isCapable(Map<String, String> environment) {
        String kind = environment.getOrDefault("TERM", "");
        return !kind.isEmpty() && !kind.equals("dumb");
    }

    @SuppressWarnings("SystemConsoleNull") // JDK 25 does return null where input or output is no terminal
    private static boolean isConsole() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    /** Whether standard error was not redirected, where that can be seen. */
    private static boolean errorsGoThere() {
        try {
            return Files.isSameFile(Path.of("/dev/fd/1"), Path.of("/dev/fd/2"));
        } catch (IOException unknown) {
            return true;
        }
    }

    static int columns() {
        return columns(System.getenv());
    }

    /** What {@code COLUMNS} says, if it was exported and is a number. */
    static int columns(Map<String, String> environment) {
        String columns = environment.getOrDefault("COLUMNS", "");
        return columns.matches("[1-9]\\d{0,3}") ? Integer.parseInt(columns) : USUAL_COLUMNS;
    }
}
