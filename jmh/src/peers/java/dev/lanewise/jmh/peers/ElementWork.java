package dev.lanewise.jmh.peers;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A piece of work, such as {@code relu:1048576}, {@code softmax:128x1000} or {@code dense_relu:128x784x512}.
 *
 * @param kind what is done
 * @param sizes elements, or rows x columns, or batch x inputs x units
 */
record ElementWork(ElementKind kind, List<Integer> sizes) {
    /** What is measured unless other work is asked for. */
    static final List<ElementWork> ALL = Stream.concat(
            Arrays.stream(ElementKind.values()).filter(k -> k.sizes() == 1).map(k -> k.text() + ":1048576"),
            Stream.of("dropout:16777216", "softmax:128x10", "softmax:128x1000", "softmax:64x32000",
                    "dense_relu:128x784x512", "dense_relu:128x512x512", "dense_relu:1x784x512"))
            .map(ElementWork::parse)
            .toList();

    private static final int MOST = 1 << 26;

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException if there is no such work, or it has more than 2^26 elements
     */
    static ElementWork parse(String text) {
        for (ElementKind kind : ElementKind.values()) {
            if (text.matches(kind.text() + ":[1-9]\\d{0,8}(x[1-9]\\d{0,8}){" + (kind.sizes() - 1) + "}")) {
                List<Integer> sizes = Arrays.stream(text.substring(text.indexOf(':') + 1).split("x"))
                        .map(Integer::valueOf)
                        .toList();
                if (pairs(kind, sizes).allMatch(n -> n <= MOST)) {
                    return new ElementWork(kind, sizes);
                }
            }
        }
        throw new IllegalArgumentException(text + " (expected such as relu:1048576, softmax:128x1000 or"
                + " dense_relu:128x784x512, of at most 2^26 elements; kinds: "
                + Arrays.stream(ElementKind.values()).map(ElementKind::text).collect(Collectors.joining(" "))
                + ")");
    }

    /** Elements of every operand. */
    private static Stream<Long> pairs(ElementKind kind, List<Integer> sizes) {
        return kind.sizes() == 1
                ? Stream.of((long) sizes.getFirst())
                : IntStream.range(0, sizes.size())
                        .mapToObj(i -> (long) sizes.get(i) * sizes.get((i + 1) % sizes.size()));
    }

    boolean isDense() {
        return kind == ElementKind.DENSE_RELU;
    }

    /** Of the input: 1 for vectors. */
    int rows() {
        return sizes.size() == 1 ? 1 : sizes.getFirst();
    }

    /** Of the input. */
    int columns() {
        return sizes.size() == 1 ? sizes.getFirst() : sizes.get(1);
    }

    /** Of the output's rows. */
    int units() {
        return sizes.getLast();
    }

    /** Of the output. */
    int elements() {
        return rows() * units();
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + ":"
                + sizes.stream().map(String::valueOf).collect(Collectors.joining("x"));
    }
}
