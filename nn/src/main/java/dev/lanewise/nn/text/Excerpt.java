package dev.lanewise.nn.text;

import java.util.HexFormat;

/** Texts of files and users as messages quote them: short, on one line, without control characters. */
public final class Excerpt {
    /** Characters of a quoted text at most. */
    private static final int NAME = 80;
    /** Characters of an escape. */
    private static final int ESCAPE = 6;
    /** Characters of the beginning and of the end of a message at most. */
    private static final int BEGIN = 600;
    private static final int END = 300;

    private Excerpt() {
    }

    /** A name or value as a message quotes it: as much as fits into 80 characters, an escape counting as six. */
    public static String of(String text) {
        StringBuilder shown = new StringBuilder();
        int[] characters = text.codePoints().toArray();
        int width = 0;
        for (int i = 0; i < characters.length; i++) {
            width += isPlain(Character.getType(characters[i]))
                    ? 1
                    : ESCAPE * Character.charCount(characters[i]);
            if (width > NAME) {
                return shown + "... (" + characters.length + " characters)";
            }
            append(shown, characters[i]);
        }
        return shown.toString();
    }

    /** A whole message that quotes a file's content: its first 600 characters and its last 300, which say what was expected. */
    public static String message(String text) {
        int characters = text.codePointCount(0, text.length());
        if (characters <= BEGIN + END) {
            return plain(text);
        }
        return plain(text.substring(0, text.offsetByCodePoints(0, BEGIN))) + "... (" + characters
                + " characters) ..." + plain(text.substring(text.offsetByCodePoints(text.length(), -END)));
    }

    /** Control and format characters, which could move a terminal's cursor or hide text, become {@code \\u} and four digits. */
    private static String plain(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(c -> append(shown, c));
        return shown.toString();
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
