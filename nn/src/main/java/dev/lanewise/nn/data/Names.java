package dev.lanewise.nn.data;

import java.util.List;

/** Lists of names in messages. */
final class Names {
    private static final int SHOWN = 20;

    private Names() {
    }

    /** The names, separated by commas; of very many the first and their number. */
    static String list(List<String> names) {
        return names.size() <= SHOWN
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, SHOWN)) + ", ... (" + names.size() + ")";
    }
}
