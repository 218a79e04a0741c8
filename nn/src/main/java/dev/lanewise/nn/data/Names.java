package dev.lanewise.nn.data;

import dev.lanewise.nn.text.Excerpt;
import java.util.List;

/** Lists of names in messages. */
final class Names {
    private static final int SHOWN = 20;
    private static final int CHARACTERS = 300;

    private Names() {
    }

    /** The names, separated by commas; of very many, or very long ones, the first and their number. */
    static String list(List<String> names) {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            if (i == SHOWN || list.length() > CHARACTERS) {
                return list + ", ... (" + names.size() + ")";
            }
            list.append(i == 0 ? "" : ", ")
                    .append(names.get(i).isEmpty() ? "\"\"" : Excerpt.of(names.get(i)));
        }
        return list.toString();
    }
}
