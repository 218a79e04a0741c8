package dev.lanewise.reports;

import java.util.regex.Pattern;

/**
 * Keeps spreadsheets from taking text for a formula, which may call programs or send cells away: text that begins as one gets
 * an apostrophe before it. Plain numbers stay as they are.
 */
final class FormulaGuard {
    /** With the full-width forms, which some spreadsheets read as the others. */
    private static final String BEGINNINGS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?");

    private FormulaGuard() {
    }

    /** The text, with an apostrophe where it is needed. */
    static String neutral(String text) {
        String visible = text.stripLeading();
        boolean formula = begins(text) || begins(visible);
        return formula && !NUMBER.matcher(text).matches() ? "'" + text : text;
    }

    private static boolean begins(String text) {
        return !text.isEmpty() && BEGINNINGS.indexOf(text.charAt(0)) >= 0;
    }
}
