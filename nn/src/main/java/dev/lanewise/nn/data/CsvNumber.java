package dev.lanewise.nn.data;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decimal numbers in the texts of cells; Java's own extras (hexadecimal, a trailing f or d) are text here. */
final class CsvNumber {
    private static final Set<String> NOT_FINITE = Set.of("nan", "inf", "infinity");
    private static final int EXPONENT_DIGITS = 9;

    /** Three digits and another three behind a separator, as in 1,234 or 1.234,5 or 1 234 567. */
    private static final Pattern GROUPED = Pattern
            .compile("[+-]?[1-9][0-9]{0,2}([,.'\u2019 \u00A0\u202F])[0-9]{3}(\\1[0-9]{3})*([,.][0-9]+)?");

    private CsvNumber() {
    }

    /** Whether the text is a number with this decimal separator. */
    static boolean isNumber(String text, char decimal) {
        int at = skipSign(text, 0);
        int whole = skipDigits(text, at);
        int end = whole;
        int digits = whole - at;
        if (end < text.length() && text.charAt(end) == decimal) {
            end = skipDigits(text, end + 1);
            digits += end - whole - 1;
        }
        return digits > 0 && (end == text.length() || isExponent(text, end));
    }

    private static boolean isExponent(String text, int at) {
        if (text.charAt(at) != 'e' && text.charAt(at) != 'E') {
            return false;
        }
        int digits = skipSign(text, at + 1);
        return digits < text.length() && skipDigits(text, digits) == text.length();
    }

    private static int skipSign(String text, int at) {
        return at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-') ? at + 1 : at;
    }

    private static int skipDigits(String text, int at) {
        int end = at;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    /** Whether it is a whole number without sign and leading zeros, of nine digits at most. */
    static boolean isPlainInteger(String text) {
        int length = text.length();
        return length >= 1 && length <= EXPONENT_DIGITS && skipDigits(text, 0) == length
                && (length == 1 || text.charAt(0) != '0');
    }

    /** Whether it says NaN or infinity, with or without a sign. */
    static boolean isNotFinite(String text) {
        return NOT_FINITE.contains(text.substring(skipSign(text, 0)).toLowerCase(Locale.ROOT));
    }

    /** Whether it may be a number with thousands separators. */
    static boolean isGrouped(String text) {
        return GROUPED.matcher(text).matches();
    }

    /** The exact value; null for text, and for numbers whose exponent has more than nine digits. */
    static @Nullable BigDecimal exact(String text) {
        int exponent = Math.max(text.indexOf('e'), text.indexOf('E'));
        if (!isNumber(text, '.')
                || (exponent >= 0 && text.length() - skipSign(text, exponent + 1) > EXPONENT_DIGITS)) {
            return null;
        }
        return new BigDecimal(text);
    }
}
