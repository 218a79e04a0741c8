package dev.lanewise.nn.diagnosis;

import dev.lanewise.nn.Evaluation;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers in sentences. */
final class Say {
    private Say() {
    }

    static String number(double value) {
        boolean plain = value == 0 || (Math.abs(value) >= 0.001 && Math.abs(value) < 1e5);
        return String.format(Locale.ROOT, plain ? "%.4g" : "%.2e", value);
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }

    /** A learning rate with one digit, such as {@code 0.03} and {@code 1e-5}. */
    static String rate(double value) {
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(1));
        return value < 1e-4
                ? rounded.unscaledValue() + "e-" + rounded.scale()
                : rounded.stripTrailingZeros().toPlainString();
    }

    /** Loss, and accuracy if there is one. */
    static String result(Evaluation result) {
        return "loss " + number(result.loss())
                + (Double.isNaN(result.accuracy()) ? "" : ", accuracy " + percent(result.accuracy()));
    }

    /** Such as {@code layer 3 (dense:512)}, counted from 1. */
    static String layer(int index, String spec) {
        return "layer " + (index + 1) + " (" + spec + ")";
    }
}
