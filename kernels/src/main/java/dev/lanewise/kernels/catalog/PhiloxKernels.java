package dev.lanewise.kernels.catalog;

import static dev.lanewise.kernels.catalog.Operand.out;

import dev.lanewise.kernels.Philox;
import dev.lanewise.kernels.reference.PhiloxReference;
import java.util.List;

/** The kernels of {@link Philox}. */
final class PhiloxKernels {
    static final Parameter SEED = Parameter.integer("seed", 1L, 0L, -1L, 0x1234_5678_9ABC_DEF0L);
    static final Parameter STREAM = Parameter.integer("stream", 2L, 0L, -1L, 1L << 32);
    /** Around groups of 256, around 2^32 elements, and far out. */
    static final Parameter FIRST = Parameter
            .integer("first", 0L, 1L, 63L, 64L, 65L, 200L, 255L, 256L, 257L, 511L, (1L << 32) - 70,
                    (1L << 32) - 3, 1L << 34, (1L << 40) + 59, (1L << 62) - 256)
            .refusing(-1L, Long.MIN_VALUE, Long.MAX_VALUE);
    private static final String FINITE = "every draw is finite unless the interval overflows";

    static final List<Kernel> ALL = List.of(
            Kernel.of(Philox.class, "words")
                    .formula("out[i] = word first + i of Philox4x32-10, key seed, counter (block, stream)")
                    .special("none")
                    .accuracy(Accuracy.EXACT)
                    .operands(out("out", Shape.ROW, Element.WORD))
                    .parameters(SEED, STREAM, FIRST)
                    .calls(o -> Philox.words(o.integer(0), o.integer(1), o.integer(2), o.n(), o.ints(0),
                            o.at(0)),
                            o -> PhiloxReference.words(o.integer(0), o.integer(1), o.integer(2), o.n(),
                                    o.ints(0), o.at(0))),
            Kernel.of(Philox.class, "uniform")
                    .formula("out[i] = fma(high - low, u, low), u = (word >>> 8) 2^-24")
                    .special(FINITE)
                    .operands(out("out", Shape.ROW))
                    .parameters(SEED, STREAM, FIRST, Parameter.finite("low", -1f, 0f, -1.5f, 3e38f),
                            Parameter.finite("high", 1f, 2f, 0f, -3e38f))
                    .calls(o -> Philox.uniform(o.integer(0), o.integer(1), o.integer(2), o.parameter(3),
                            o.parameter(4), o.n(), o.array(0), o.at(0)),
                            o -> PhiloxReference.uniform(o.integer(0), o.integer(1), o.integer(2),
                                    o.parameter(3), o.parameter(4), o.n(), o.array(0), o.at(0))),
            Kernel.of(Philox.class, "normal")
                    .formula("out[i] = fma(deviation, z, mean), z by Box-Muller from the element's block")
                    .special(FINITE)
                    .operands(out("out", Shape.ROW))
                    .parameters(SEED, STREAM, FIRST, Parameter.finite("mean", 0f, 0.1f, -3e38f),
                            Parameter.finite("deviation", 1f, 3f, 0f, -0.5f, 3e38f))
                    .calls(o -> Philox.normal(o.integer(0), o.integer(1), o.integer(2), o.parameter(3),
                            o.parameter(4), o.n(), o.array(0), o.at(0)),
                            o -> PhiloxReference.normal(o.integer(0), o.integer(1), o.integer(2),
                                    o.parameter(3), o.parameter(4), o.n(), o.array(0), o.at(0))),
            Kernel.of(Philox.class, "truncatedNormal")
                    .formula("out[i] = fma(deviation, z, mean), z the first of the normal draws of elements"
                            + " i, i + 2^48, ... with |z| <= 2")
                    .special(FINITE)
                    .operands(out("out", Shape.ROW))
                    .parameters(SEED, STREAM,
                            Parameter
                                    .integer("first", 0L, 1L, 63L, 200L, 255L, 256L, (1L << 32) - 3,
                                            (1L << 47) + 59)
                                    .refusing(-1L, Long.MIN_VALUE, Long.MAX_VALUE, (1L << 48) - 3),
                            Parameter.finite("mean", 0f, 0.1f, -0f, -3e38f),
                            Parameter.finite("deviation", 1f, 3f, 0f, -0.5f, 3e38f))
                    .calls(o -> Philox.truncatedNormal(o.integer(0), o.integer(1), o.integer(2),
                            o.parameter(3), o.parameter(4), o.n(), o.array(0), o.at(0)),
                            o -> PhiloxReference.truncatedNormal(o.integer(0), o.integer(1), o.integer(2),
                                    o.parameter(3), o.parameter(4), o.n(), o.array(0), o.at(0))),
            Kernel.of(Philox.class, "bernoulli")
                    .formula("out[i] = word < round(probability 2^32) ? 1 : 0, unsigned")
                    .special("none")
                    .accuracy(Accuracy.EXACT)
                    .operands(out("out", Shape.ROW))
                    .parameters(SEED, STREAM, FIRST, Parameter
                            .finite("probability", 0.5f, 0f, -0f, 1f, 0.1f, 0x1p-33f, 1e-10f, 0x1.fffffep-1f)
                            .refusing(-0x1p-149f, 0x1.000002p0f))
                    .calls(o -> Philox.bernoulli(o.integer(0), o.integer(1), o.integer(2), o.parameter(3),
                            o.n(), o.array(0), o.at(0)),
                            o -> PhiloxReference.bernoulli(o.integer(0), o.integer(1), o.integer(2),
                                    o.parameter(3), o.n(), o.array(0), o.at(0))));

    private PhiloxKernels() {
    }
}
