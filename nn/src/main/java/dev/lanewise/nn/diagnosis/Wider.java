package dev.lanewise.nn.diagnosis;

import java.util.ArrayList;
import java.util.List;

/** Layers with more units. */
final class Wider {
    private static final int UNITS = 128;

    private Wider() {
    }

    /** The same layers with at least {@value #UNITS} units in each hidden one; with a hidden layer where there was none. */
    static String than(String layers) {
        List<String> words = new ArrayList<>(List.of(layers.split(" ", -1)));
        int last = lastDense(words);
        boolean hidden = false;
        for (int i = 0; i < last; i++) {
            if (words.get(i).startsWith("dense:")) {
                int units = Integer.parseInt(words.get(i).substring("dense:".length()));
                words.set(i, "dense:" + Math.max(UNITS, 2 * units));
                hidden = true;
            }
        }
        return (hidden ? "" : "dense:" + UNITS + " relu ") + String.join(" ", words);
    }

    private static int lastDense(List<String> words) {
        for (int i = words.size() - 1; i >= 0; i--) {
            if (words.get(i).startsWith("dense:")) {
                return i;
            }
        }
        return 0;
    }
}
