package dev.lanewise.properties;

import java.util.SplittableRandom;

/** Kinds of array contents; the same seed gives the same array. */
enum Flavour {
    /** Integers in [-32, 32] times 2^-3: sums of a thousand products are exact in any order. */
    DYADIC {
        @Override
        float draw(SplittableRandom random) {
            return random.nextInt(-32, 33) * 0x1p-3f;
        }
    },
    /** Both signs, magnitudes from 2^-8 to 2^8: every operation rounds, nothing overflows. */
    MODERATE {
        @Override
        float draw(SplittableRandom random) {
            float magnitude = Math.scalb(1f + random.nextInt(1 << 23) * 0x1p-23f, random.nextInt(-8, 8));
            return random.nextBoolean() ? magnitude : -magnitude;
        }
    },
    /** Uniform over all finite bit patterns, so over the exponents. */
    WIDE {
        @Override
        float draw(SplittableRandom random) {
            float x = Float.intBitsToFloat(random.nextInt());
            return Float.isFinite(x) ? x : 1f;
        }
    },
    /** Moderate numbers, and one special value in four. */
    SPECIAL {
        @Override
        float draw(SplittableRandom random) {
            return random.nextInt(4) == 0 ? special(random) : MODERATE.draw(random);
        }
    },
    /** Moderate numbers, and so few special values that most sums stay finite. */
    SPRINKLED {
        @Override
        float draw(SplittableRandom random) {
            return random.nextInt(500) == 0 ? special(random) : MODERATE.draw(random);
        }
    };

    private static final float[] SPECIALS = {Float.NaN, Float.intBitsToFloat(0xFFC12345),
            Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 0f, -0f, 1f, -1f, Float.MIN_VALUE,
            -Float.MIN_VALUE, Float.MIN_NORMAL, -Float.MIN_NORMAL, 0x1p-130f, -0x1p-130f, Float.MAX_VALUE,
            -Float.MAX_VALUE, 88.7f, -103.9f};

    private static final long EXPLORE = Long.getLong("lanewise.seed", 0);

    abstract float draw(SplittableRandom random);

    float[] array(long seed, int length) {
        var random = new SplittableRandom(seed + EXPLORE * 0x9E3779B97F4A7C15L);
        float[] array = new float[length];
        for (int i = 0; i < length; i++) {
            array[i] = draw(random);
        }
        return array;
    }

    static float special(SplittableRandom random) {
        return SPECIALS[random.nextInt(SPECIALS.length)];
    }
}
