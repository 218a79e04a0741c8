package dev.lanewise.nn;

import java.util.HexFormat;

/** Texts of files and users as messages quote them: short, on one line, without control characters. */
public final class Excerpt {
    /** Characters of a quoted text at most. */
    private static final int NAME = 80;
    /** Characters of a whole message at most. */
    private static final int MESSAGE = 600;

    private Excerpt() {
    }

    /** A name or value as a message quotes it: its first 80 characters. */
    public static String of(String text) {
        return cut(text, NAME);
    }

    /** A message that others have made of a file's content: its first 600 characters. */
    public static String message(String text) {
        return cut(text, MESSAGE);
    }

    /** Control and format characters, which could move a terminal's cursor or hide text, become {@code \\u} and four digits. */
    private static String cut(String text, int most) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(most).forEach(c -> append(shown, c));
        int characters = text.codePointCount(0, text.length());
        return characters <= most ? shown.toString() : shown + "... (" + characters + " characters)";
    }

    private static void append(StringBuilder shown, int c) {
        if (isPlain(Character.getType(c))) {
            shown.appendCodePoint(c);
        } else {
            for (char unit : Character.toChars(c)) {
                shown.append("\\u").append(HexFormat.of().toHexDigits(unit));
            }
        }
    }

    private static boolean isPlain(int type) {
        return switch (type) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR, Character.UNASSIGNED, Character.PRIVATE_USE ->
                false;
            default -> true;
        };
    }
}
