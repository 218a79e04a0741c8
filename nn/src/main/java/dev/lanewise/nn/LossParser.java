package dev.lanewise.nn;

import dev.lanewise.nn.text.Excerpt;

/** Reads a loss from a word such as {@code huber:0.5}. */
public final class LossParser {
    /** The words it understands. */
    public static final String KNOWN = "cross-entropy[:SMOOTHING] binary-cross-entropy mse mae huber[:DELTA]";

    private LossParser() {
    }

    /**
     * The loss that the word means.
     *
     * @throws IllegalArgumentException for an unknown word or argument; the message lists the words that exist
     */
    public static Loss parse(String word) {
        int colon = word.indexOf(':');
        String name = colon < 0 ? word : word.substring(0, colon);
        if (colon < 0) {
            return plain(name);
        }
        String argument = word.substring(colon + 1);
        return switch (name) {
            case "cross-entropy" -> new Loss.SoftmaxCrossEntropy(LayerParser.decimal("smoothing", argument));
            case "huber" -> new Loss.Huber(LayerParser.decimal("delta", argument));
            default -> throw new IllegalArgumentException(
                    "loss: \"" + Excerpt.of(word) + "\" (expected " + plain(name).spec()
                            + ", which takes no argument)");
        };
    }

    private static Loss plain(String name) {
        return switch (name) {
            case "cross-entropy" -> Loss.SOFTMAX_CROSS_ENTROPY;
            case "binary-cross-entropy" -> Loss.BINARY_CROSS_ENTROPY;
            case "mse" -> Loss.MEAN_SQUARED_ERROR;
            case "mae" -> Loss.MEAN_ABSOLUTE_ERROR;
            case "huber" -> Loss.HUBER;
            default ->
                throw new IllegalArgumentException(
                        "loss: \"" + Excerpt.of(name) + "\" (expected one of: " + KNOWN + ")");
        };
    }
}
