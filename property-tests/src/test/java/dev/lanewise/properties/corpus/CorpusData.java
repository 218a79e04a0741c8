package dev.lanewise.properties.corpus;

import dev.lanewise.nn.Scaling;
import dev.lanewise.nn.data.Dataset;
import dev.lanewise.nn.data.Digits;
import dev.lanewise.nn.data.Split;

/** The data sets of the corpus, each in three parts. */
final class CorpusData {
    /** Of the 12,000 digits the last are kept for validation. */
    static final int MOST_DIGITS = 11_000;
    private static final int HELD_OUT = 1_000;

    /** Drawn once, when first wanted. */
    private static final class Drawn {
        static final Split DIGITS = Digits.load();
    }

    private CorpusData() {
    }

    /** The first embedded digits to train on, at most {@link #MOST_DIGITS}; bytes of 784 pixels, 10 classes. */
    static Parts digits(int train) {
        return new Parts(Drawn.DIGITS.train().take(train),
                Parts.rows(Drawn.DIGITS.train(), MOST_DIGITS, HELD_OUT), Drawn.DIGITS.test().take(HELD_OUT),
                Scaling.bytes());
    }

    /** Round clouds around random centres; see {@link Shapes#blobs}. */
    static Parts blobs(int classes, int features, float spread, int train, long seed) {
        return Parts.of(Shapes.blobs(classes, features, spread, withHeldOut(train), seed), train);
    }

    /** Rings around the origin; see {@link Shapes#rings}. */
    static Parts rings(int classes, float noise, int train, long seed) {
        return Parts.of(Shapes.rings(classes, noise, withHeldOut(train), seed), train);
    }

    /** A checkerboard of two colours; see {@link Shapes#checkerboard}. */
    static Parts checkerboard(int cells, int train, long seed) {
        return Parts.of(Shapes.checkerboard(cells, withHeldOut(train), seed), train);
    }

    /** Flowers measured in centimetres; see {@link Shapes#flowers}. */
    static Parts flowers(int train, long seed) {
        return Parts.of(Shapes.flowers(withHeldOut(train), seed), train);
    }

    private static int withHeldOut(int train) {
        return train + 2 * HELD_OUT;
    }

    /** Two clouds, of which the second has that share of the rows. */
    static Dataset unequal(float shareOfSecond, int rows, long seed) {
        return Shapes.twoClouds(shareOfSecond, rows, seed);
    }
}
