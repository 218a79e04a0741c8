package dev.lanewise.reports;

import java.util.Locale;

/** Names that options take, which may be written in any case: Adam, ReLU, MSE. */
final class Words {
    private Words() {
    }

    /** As the library writes them. */
    static String of(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
