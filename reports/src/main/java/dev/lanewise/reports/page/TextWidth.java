package dev.lanewise.reports.page;

import java.util.ArrayList;
import java.util.List;

/**
 * Estimates how wide a text will be, for we cannot know the font of who reads it. The widths are those of DejaVu Sans, one
 * of the widest, so that a text rather ends early than runs out of the picture.
 */
final class TextWidth {
    private static final String NARROW = "ijl.,:;|!'()[]ftIr -\u00b7/";
    private static final String WIDE = "mwMW@%\u2014\u2026";
    private static final char ELLIPSIS = '\u2026';

    private TextWidth() {
    }

    /** Of a text in letters of a size. */
    static double of(String text, double size) {
        return size * text.codePoints().mapToDouble(TextWidth::em).sum();
    }

    private static double em(int letter) {
        if (letter >= 0x2e80) {
            return 1; // Chinese, Japanese, Korean and pictures
        }
        if (NARROW.indexOf(letter) >= 0) {
            return 0.4;
        }
        if (WIDE.indexOf(letter) >= 0) {
            return 0.98;
        }
        return Character.isUpperCase(letter) ? 0.74 : 0.63;
    }

    /** The text, or its beginning with an ellipsis if it is too wide. */
    static String fit(String text, double size, double width) {
        if (of(text, size) <= width) {
            return text;
        }
        int end = text.length();
        while (end > 0 && of(text.substring(0, end) + ELLIPSIS, size) > width) {
            end = text.offsetByCodePoints(end, -1);
        }
        return text.substring(0, end).strip() + ELLIPSIS;
    }

    /** The text in up to two lines, the second cut if need be. */
    static List<String> wrap(String text, double size, double width) {
        List<String> lines = new ArrayList<>();
        int end = of(text, size) <= width ? text.length() : lastBreak(text, size, width);
        lines.add(text.substring(0, end).strip());
        if (end < text.length()) {
            lines.add(fit(text.substring(end).strip(), size, width));
        }
        return lines;
    }

    /** The last blank before which the text fits; the end of what fits if there is none. */
    private static int lastBreak(String text, double size, double width) {
        int fits = fit(text, size, width).length() - 1;
        int blank = text.lastIndexOf(' ', fits);
        return blank > 0 ? blank : Math.max(1, fits);
    }
}
