package dev.lanewise.reports;

import java.util.regex.Pattern;

/**
 * Keeps spreadsheets from taking text for a formula, which may call programs or send cells away: text that begins as one gets
 * an apostrophe before it, and so does text that begins with an apostrophe, so that different names stay different. Plain
 * numbers stay as they are.
 */
final class FormulaGuard {
    /** With the full-width forms, which some spreadsheets read as the others. */
    private static final String BEGINNINGS = "'=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";
    /** What may stand before a formula unseen: blanks of all kinds and characters without width. */
    private static final Pattern UNSEEN = Pattern.compile("^[\\s\\p{Z}\\p{Cf}]+");
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");

    private FormulaGuard() {
    }

    /** The text, with an apostrophe where it is needed. */
    static String neutral(String text) {
        String visible = UNSEEN.matcher(text).replaceFirst("");
        boolean formula = begins(text) || begins(visible);
        return formula && !NUMBER.matcher(text).matches() ? "'" + text : text;
    }

    private static boolean begins(String text) {
        return !text.isEmpty() && BEGINNINGS.indexOf(text.charAt(0)) >= 0;
    }
}
