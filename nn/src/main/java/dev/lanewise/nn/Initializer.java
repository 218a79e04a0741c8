package dev.lanewise.nn;

import dev.lanewise.kernels.Philox;
import java.util.List;
import java.util.Locale;

/**
 * Initial weights of a layer. Normal ones have mean 0 and a standard deviation, uniform ones lie in [-limit, limit) with
 * {@code limit = sqrt(3) deviation}. {@link InitializerParser} reads initialisers from words.
 *
 * <p>Unless told, a {@link Dense} layer looks at the activation behind it, beyond a {@link Dropout}: {@code HE_NORMAL} before
 * what is about the identity above 0 and small below (ReLU, leaky and parametric ReLU, ELU, softplus, GELU, SiLU),
 * {@code LECUN_NORMAL} before SELU (Klambauer et al. 2017), and {@code GLOROT_UNIFORM} elsewhere.
 */
public sealed interface Initializer {
    /** He et al., "Delving deep into rectifiers" (2015); for ReLU. */
    Initializer HE_NORMAL = new Scaled(Rule.HE, Distribution.NORMAL);
    /** Limit {@code sqrt(6 / fanIn)}. */
    Initializer HE_UNIFORM = new Scaled(Rule.HE, Distribution.UNIFORM);
    /** Glorot and Bengio (2010), also named Xavier. */
    Initializer GLOROT_NORMAL = new Scaled(Rule.GLOROT, Distribution.NORMAL);
    /** Limit {@code sqrt(6 / (fanIn + fanOut))}. */
    Initializer GLOROT_UNIFORM = new Scaled(Rule.GLOROT, Distribution.UNIFORM);
    /** LeCun et al., "Efficient BackProp" (1998). */
    Initializer LECUN_NORMAL = new Scaled(Rule.LECUN, Distribution.NORMAL);
    /** Limit {@code sqrt(3 / fanIn)}. */
    Initializer LECUN_UNIFORM = new Scaled(Rule.LECUN, Distribution.UNIFORM);
    /** Those without a number of their own. */
    List<Initializer> NAMED = List.of(HE_NORMAL, HE_UNIFORM, GLOROT_NORMAL, GLOROT_UNIFORM, LECUN_NORMAL,
            LECUN_UNIFORM);

    /** How weights are spread. */
    enum Distribution {
        /** The bell curve. */
        NORMAL,
        /** Alike everywhere in an interval. */
        UNIFORM;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The standard deviation by the fan-in (inputs of a unit) and the fan-out (outputs of an input). */
    enum Rule {
        /** {@code sqrt(2 / fanIn)}. */
        HE,
        /** {@code sqrt(2 / (fanIn + fanOut))}. */
        GLOROT,
        /** {@code sqrt(1 / fanIn)}. */
        LECUN;

        double deviation(int fanIn, int fanOut) {
            return switch (this) {
                case HE -> Math.sqrt(2.0 / fanIn);
                case GLOROT -> Math.sqrt(2.0 / ((double) fanIn + fanOut));
                case LECUN -> Math.sqrt(1.0 / fanIn);
            };
        }
    }

    /** The word that {@link InitializerParser} reads as this initialiser, such as {@code uniform:0.005}. */
    String spec();

    /** Fills the fanIn x fanOut weights from {@code offset}; element i is draw i of the stream. */
    void fill(int fanIn, int fanOut, long seed, long stream, float[] weights, int offset);

    /** Spread by a rule of the layer's size. */
    record Scaled(Rule rule, Distribution distribution) implements Initializer {
        /** Such as {@code he_normal}. */
        @Override
        public String spec() {
            return rule.name().toLowerCase(Locale.ROOT) + "_" + distribution.word();
        }

        @Override
        public void fill(int fanIn, int fanOut, long seed, long stream, float[] weights, int offset) {
            double deviation = rule.deviation(fanIn, fanOut);
            float spread = (float) (distribution == Distribution.NORMAL
                    ? deviation
                    : Math.sqrt(3) * deviation);
            new Fixed(distribution, spread).fill(fanIn, fanOut, seed, stream, weights, offset);
        }
    }

    /**
     * Spread alike in every layer.
     *
     * @param distribution which
     * @param spread standard deviation of normal weights, limit of uniform ones; above 0 and finite
     */
    record Fixed(Distribution distribution, float spread) implements Initializer {
        /** Checks the spread. */
        public Fixed {
            if (!(spread > 0f && spread <= Float.MAX_VALUE)) {
                throw new IllegalArgumentException((distribution == Distribution.NORMAL
                        ? "deviation"
                        : "limit") + ": " + spread + " (expected > 0 and finite)");
            }
        }

        /** Such as {@code normal:0.01}. */
        @Override
        public String spec() {
            return distribution.word() + ":" + LayerParser.number(spread);
        }

        @Override
        public void fill(int fanIn, int fanOut, long seed, long stream, float[] weights, int offset) {
            int n = fanIn * fanOut;
            switch (distribution) {
                case NORMAL -> Philox.normal(seed, stream, 0, 0f, spread, n, weights, offset);
                case UNIFORM -> Philox.uniform(seed, stream, 0, -spread, spread, n, weights, offset);
            }
        }
    }
}
