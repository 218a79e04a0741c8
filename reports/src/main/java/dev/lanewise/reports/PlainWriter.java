package dev.lanewise.reports;

import java.io.PrintWriter;

/**
 * What the terminal gets to see. Names and cells come from files: control characters in them are written as text, such as
 * {@code \\u001b}, so that no file moves the cursor, rings, or turns the direction of what follows.
 */
final class PlainWriter extends PrintWriter {
    /** The longest message; what is quoted in it may be a whole file. */
    private static final int LONGEST = 1_000;
    /** What is cut already is a little longer. */
    private static final int LONGEST_ESCAPED = LONGEST + 50;
    private static final int END = 300;

    /** Of another writer, which it flushes with every line. */
    PlainWriter(PrintWriter to) {
        super(to, true);
    }

    @Override
    public void write(int c) {
        write(new char[]{(char) c}, 0, 1);
    }

    @Override
    public void write(char[] text, int offset, int length) {
        write(new String(text, offset, length), 0, length);
    }

    @Override
    public void write(String text, int offset, int length) {
        String visible = visible(text.substring(offset, offset + length));
        super.write(visible, 0, visible.length());
    }

    /**
     * A message on one line, but for lines of its own that begin with two spaces; cut in the middle if it is too long, because
     * its end says what was expected.
     */
    static String message(String text) {
        String plain = visible(
                cut(text, LONGEST, " ... (" + text.length() + " characters) ... ").replace("\r\n", "\n")
                        .replaceAll("\n(?!  )", "\\\\u000a")
                        .replace("\t", "\\u0009"));
        // What is written as \u0000 is longer than it was.
        return cut(plain, LONGEST_ESCAPED, " ... ");
    }

    private static String cut(String text, int longest, String instead) {
        return text.length() <= longest
                ? text
                : text.substring(0, whole(text, LONGEST - END)) + instead
                        + text.substring(whole(text, text.length() - END));
    }

    /** Not between the halves of a surrogate pair. */
    private static int whole(String text, int index) {
        return Character.isLowSurrogate(text.charAt(index)) ? index - 1 : index;
    }

    private static String visible(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isHarmful(c)) {
                visible.append(String.format("\\u%04x", (int) c));
            } else {
                visible.append(c);
            }
        }
        return visible.toString();
    }

    private static boolean isHarmful(char c) {
        return switch (c) {
            case '\n', '\t' -> false;
            // Line separators, byte order mark; marks, embeddings, overrides and isolates of direction.
            case '\u2028', '\u2029', '\ufeff', '\u061c', '\u200e', '\u200f' -> true;
            default -> Character.isISOControl(c) || (c >= '\u202a' && c <= '\u202e')
                    || (c >= '\u2066' && c <= '\u2069');
        };
    }
}
