package dev.lanewise.nn.diagnosis;

import java.util.ArrayList;
import java.util.List;

/** Other layers for the same task, as the words of {@code --layers}. */
final class OtherLayers {
    private static final int UNITS = 128;

    private OtherLayers() {
    }

    /** Twice the units in each hidden dense layer, at least {@value #UNITS}; a hidden layer where there was none. */
    static String wider(String layers) {
        List<List<String>> blocks = blocks(layers);
        List<String> words = new ArrayList<>();
        for (List<String> block : blocks.subList(0, blocks.size() - 1)) {
            block.stream().map(OtherLayers::doubled).forEach(words::add);
        }
        if (words.stream().noneMatch(OtherLayers::hasWeights)) {
            words.addAll(List.of("dense:" + UNITS, "relu"));
        }
        words.addAll(blocks.getLast());
        return String.join(" ", words);
    }

    /** The first half of the hidden layers; the same layers if there is but one. */
    static String fewer(String layers) {
        List<List<String>> blocks = blocks(layers);
        int hidden = blocks.size() - 1;
        List<String> words = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            if (i < (hidden + 1) / 2 || i == hidden) {
                words.addAll(blocks.get(i));
            }
        }
        return String.join(" ", words);
    }

    /** How many layers have weights. */
    static int count(String layers) {
        return blocks(layers).size();
    }

    /** Each layer with weights and what follows it; what stands before the first belongs to the first. */
    private static List<List<String>> blocks(String layers) {
        List<List<String>> blocks = new ArrayList<>();
        List<String> block = new ArrayList<>();
        for (String word : layers.split(" ", -1)) {
            if (hasWeights(word) && block.stream().anyMatch(OtherLayers::hasWeights)) {
                blocks.add(block);
                block = new ArrayList<>();
            }
            block.add(word);
        }
        blocks.add(block);
        return blocks;
    }

    private static boolean hasWeights(String word) {
        return word.startsWith("dense:") || word.startsWith("maxout:");
    }

    private static String doubled(String word) {
        return word.startsWith("dense:")
                ? "dense:" + Math.max(UNITS, 2 * Integer.parseInt(word.substring("dense:".length())))
                : word;
    }
}
