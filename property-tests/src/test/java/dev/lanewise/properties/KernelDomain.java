package dev.lanewise.properties;

import dev.lanewise.kernels.Activation;
import dev.lanewise.kernels.Transpose;
import dev.lanewise.kernels.catalog.Size;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;

/** Generates the cases on which kernels are compared with their references. */
final class KernelDomain extends DomainContextBase {
    private static final List<Float> FACTORS = List.of(0f, 1f, -1f, 0.5f, -0f, 0.1f, 3f, 1e-38f, Float.NaN,
            Float.POSITIVE_INFINITY);
    private static final List<Float> SLOPES = List.of(0.01f, 0f, 1f, -0.5f, -0f, 1e-38f, 3e38f);
    /** Around the block sizes of a packed GEMM. */
    private static final List<Integer> SMALL = List.of(0, 1, 2, 3, 5, 6, 7, 8, 11, 12, 13, 15, 16, 17, 24, 31,
            32, 33, 47, 48, 49);
    private static final List<Integer> LARGE = List.of(23, 24, 25, 26, 63, 64, 65, 95, 96, 97, 127, 128, 129,
            191, 192, 193,
            255, 256, 257, 383, 384, 385, 511, 512, 513, 959, 960, 961, 1023, 1024,
            1025);

    @Provide
    Arbitrary<Case> cases() {
        Arbitrary<Integer> rows = Arbitraries.integers().between(0, 9);
        Arbitrary<Integer> pieces = Arbitraries.integers().between(2, 16);
        Arbitrary<Integer> pads = Arbitraries.integers().between(0, 3);
        Arbitrary<Flavour> flavours = Arbitraries.of(Flavour.class);
        return Combinators.combine(Combinators.combine(rows, sizes(), pieces).as(Size::new), offsets(), pads,
                flavours, seeds()).as(Case::new);
    }

    @Provide
    Arbitrary<GemmCase> gemmCases() {
        Arbitrary<Transpose> trans = Arbitraries.of(Transpose.class);
        Arbitrary<Flavour> flavours = Arbitraries.of(Flavour.class);
        Arbitrary<Float> factors = Arbitraries.of(FACTORS);
        return Combinators
                .combine(trans, trans, shapes(), factors, factors, offsets(), flavours, seeds())
                .as(GemmCase::new);
    }

    @Provide
    Arbitrary<LinearCase> linearCases() {
        Arbitrary<Transpose> trans = Arbitraries.of(Transpose.class);
        Arbitrary<Flavour> flavours = Arbitraries.of(Flavour.class);
        return Combinators
                .combine(trans, shapes(), Arbitraries.of(Activation.class), Arbitraries.of(SLOPES), offsets(),
                        flavours, seeds())
                .as((w, shape, activation, slope, offset, flavour, seed) -> new LinearCase(w, shape,
                        activation, activation == Activation.LEAKY_RELU ? slope : activation.usualAlpha(),
                        offset, flavour, seed));
    }

    /** Three sizes, at most one of them large, so that a case costs a few million operations. */
    private static Arbitrary<GemmCase.Shape> shapes() {
        Arbitrary<Integer> small = Arbitraries.of(SMALL);
        Arbitrary<Integer> large = Arbitraries.of(LARGE);
        return Arbitraries.oneOf(
                Combinators.combine(small, small, small).as(GemmCase.Shape::new),
                Combinators.combine(large, small, small).as(GemmCase.Shape::new),
                Combinators.combine(small, large, small).as(GemmCase.Shape::new),
                Combinators.combine(small, small, large).as(GemmCase.Shape::new));
    }

    /** Sizes where loops over vectors, 64 accumulators or groups of 256 begin and end, and any others. */
    static Arbitrary<Integer> sizes() {
        var edges = new TreeSet<Integer>(List.of(0, 1, 2));
        for (int lanes = 4; lanes <= 16; lanes *= 2) {
            for (int vectors = 1; vectors <= 4; vectors *= 2) {
                around(edges, vectors * lanes);
            }
        }
        for (int boundary = 64; boundary <= 512; boundary += 64) {
            around(edges, boundary);
        }
        return Arbitraries.frequencyOf(Tuple.of(2, Arbitraries.of(edges)),
                Tuple.of(1, Arbitraries.integers().between(0, 300)));
    }

    static Arbitrary<Integer> offsets() {
        return Arbitraries.integers().between(0, 17);
    }

    static Arbitrary<Long> seeds() {
        return Arbitraries.longs();
    }

    private static void around(Set<Integer> sizes, int boundary) {
        sizes.addAll(List.of(boundary - 1, boundary, boundary + 1));
    }
}
