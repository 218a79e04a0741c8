package dev.lanewise.reports.fuzz;

import java.nio.file.Path;

/** What a message that refuses an input must be like. Off with {@code -Dfuzz.messages=false}. */
final class Refusal {
    private static final boolean ON = !"false".equals(System.getProperty("fuzz.messages"));
    /** About a thousand characters, and the name of the file. */
    private static final int LONGEST = 1_200;
    private static final int MOST_LINES = 8;

    private Refusal() {
    }

    /** Throws AssertionError if it is not. */
    static void check(Exception refusal, Reader<?> reader, Path file) {
        String message = reader.shown(refusal);
        if (message == null || message.isBlank()) {
            throw new AssertionError("a refusal without a message");
        }
        if (reader.saidWords(file).stream().noneMatch(message::contains)) {
            throw new AssertionError("the message names none of " + reader.saidWords(file));
        }
        if (ON) {
            String shown = message.replace(file.toString(), "");
            require(shown.length() <= LONGEST, "a message of more than " + LONGEST + " characters");
            require(shown.lines().count() <= MOST_LINES, "a message of more than " + MOST_LINES + " lines");
            require(shown.codePoints().noneMatch(Refusal::controls), "a control character in a message");
        }
    }

    /** Characters that do something to a terminal, but for the ends of the message's own lines. */
    private static boolean controls(int c) {
        boolean turnsText = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        return turnsText || (Character.isISOControl(c) && c != '\n');
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new AssertionError(otherwise);
        }
    }
}
