package dev.lanewise.jmh.peers;

import dev.lanewise.jmh.GemmShape;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is measured unless other shapes are asked for. */
final class Shapes {
    static final List<GemmShape> SQUARES = IntStream
            .of(16, 32, 64, 128, 256, 512, 1024, 2048, 17, 33, 100, 129, 300, 513, 1000)
            .mapToObj(n -> GemmShape.parse("NN:" + n + "x" + n + "x" + n))
            .toList();
    /** A batch of 128 through 784-512-512-10: forward NN, gradients of weights TN, of inputs NT. */
    static final List<GemmShape> TRAINING = parse("NN:128x512x784", "NN:128x512x512", "NN:128x10x512",
            "TN:784x512x128", "TN:512x512x128", "NT:128x784x512", "NT:128x512x512");
    static final List<GemmShape> INFERENCE = parse("NN:1x512x784", "NN:1x512x512", "NN:1x10x512",
            "NN:8x1024x1024",
            "NN:32x4096x1024");
    static final List<GemmShape> ALL = Stream.of(SQUARES, TRAINING, INFERENCE).flatMap(List::stream).toList();

    private Shapes() {
    }

    private static List<GemmShape> parse(String... texts) {
        return Arrays.stream(texts).map(GemmShape::parse).toList();
    }
}
