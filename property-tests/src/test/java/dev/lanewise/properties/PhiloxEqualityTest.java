package dev.lanewise.properties;

import dev.lanewise.kernels.Philox;
import dev.lanewise.kernels.reference.PhiloxReference;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

/** {@link Philox} gives the bits of its definition, in whatever pieces the elements are asked for. */
class PhiloxEqualityTest {
    /** Draws elements of a stream into floats; words travel as their bits. */
    @FunctionalInterface
    private interface Draw {
        void run(long seed, long stream, long first, int n, float[] out, int outOffset);
    }

    private record Pair(String name, Draw facade, Draw reference) {
    }

    private static final Pair[] DRAWS = {
            new Pair("uniform", (s, t, f, n, out, at) -> Philox.uniform(s, t, f, -1.5f, 2f, n, out, at),
                    (s, t, f, n, out, at) -> PhiloxReference.uniform(s, t, f, -1.5f, 2f, n, out, at)),
            new Pair("uniform [0, 1)", (s, t, f, n, out, at) -> Philox.uniform(s, t, f, 0f, 1f, n, out, at),
                    (s, t, f, n, out, at) -> PhiloxReference.uniform(s, t, f, 0f, 1f, n, out, at)),
            new Pair("normal", (s, t, f, n, out, at) -> Philox.normal(s, t, f, 0.1f, 3f, n, out, at),
                    (s, t, f, n, out, at) -> PhiloxReference.normal(s, t, f, 0.1f, 3f, n, out, at))};

    @Provide
    Arbitrary<Integer> sizes() {
        return KernelDomain.sizes();
    }

    @Provide
    Arbitrary<Integer> offsets() {
        return KernelDomain.offsets();
    }

    /** Around groups of 256, around 2^32 and 2^40 elements, and near the last element of all. */
    @Provide
    Arbitrary<Long> firsts() {
        Arbitrary<Long> bases = Arbitraries.of(0L, 256L, 512L, 1L << 32, 1L << 34, 1L << 40,
                (1L << 62) - 256);
        return bases.flatMap(base -> Arbitraries.longs().between(Math.max(0, base - 70), base + 70));
    }

    @KernelProperty
    void drawsGiveTheBitsOfTheirDefinition(@ForAll long seed, @ForAll long stream,
            @ForAll("firsts") long first, @ForAll("sizes") int n, @ForAll("offsets") int offset) {
        for (Pair draw : DRAWS) {
            Guarded expected = Guarded.of(1, n, Math.max(1, n), offset, new float[n]);
            Guarded actual = expected.copy();
            draw.reference.run(seed, stream, first, n, expected.array(), offset);
            draw.facade.run(seed, stream, first, n, actual.array(), offset);
            actual.assertSurroundingsIntact(draw.name);
            actual.assertSameElements(draw.name, expected);
        }
    }

    @KernelProperty
    void wordsGiveTheBitsOfTheirDefinition(@ForAll long seed, @ForAll long stream,
            @ForAll("firsts") long first, @ForAll("sizes") int n, @ForAll("offsets") int offset) {
        int[] expected = new int[offset + n + 40];
        Arrays.fill(expected, 0xDEADBEEF);
        int[] actual = expected.clone();
        PhiloxReference.words(seed, stream, first, n, expected, offset);
        Philox.words(seed, stream, first, n, actual, offset);
        assertThat(actual).isEqualTo(expected);
    }

    @KernelProperty
    void anySplitGivesTheSameValues(@ForAll long seed, @ForAll("firsts") long first,
            @ForAll("sizes") int left,
            @ForAll("sizes") int right) {
        for (Pair draw : DRAWS) {
            float[] whole = new float[left + right];
            float[] parts = new float[left + right];
            draw.facade.run(seed, 5, first, left + right, whole, 0);
            draw.facade.run(seed, 5, first + left, right, parts, left);
            draw.facade.run(seed, 5, first, left, parts, 0);
            assertThat(parts).as(draw.name).isEqualTo(whole);
        }
    }
}
