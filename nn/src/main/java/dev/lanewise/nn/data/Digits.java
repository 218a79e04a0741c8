package dev.lanewise.nn.data;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import dev.lanewise.kernels.RandomStream;

/**
 * The embedded data set: digits 0-9 as grey images of 28 x 28 pixels (bytes 0..255, ink bright on dark), drawn by
 * this class from pen strokes with a random way of writing, warp, affine map, pen, brightness and noise. It needs no
 * file. The pixels depend on nothing but the seed and the image's number, so a larger set begins with the smaller
 * one, and they are the same on every machine.
 *
 * <p>On {@link #load()} a linear softmax model reaches about 90 % test accuracy and a 512-unit ReLU network about 98 %;
 * trained on the first 500 images alone, that network knows them all and reaches about 84 % on the test set.
 */
public final class Digits {
    /** Height and width of an image in pixels. */
    public static final int SIDE = 28;

    private static final int CLASSES = 10;
    private static final int PIXELS = SIDE * SIDE;
    private static final int TRAIN = 12_000;
    private static final int TEST = 2_000;
    private static final long DEFAULT_SEED = 20_261_123L;
    /** Streams of the labels begin here, one for ten images; streams of the images begin at 0. */
    private static final long LABEL_STREAMS = 1L << 40;

    /** Largest change of one pixel's grey value. */
    private static final float NOISE = 24;

    private Digits() {
    }

    /** The default set: 12,000 images to train and 2,000 to test, always the same. */
    public static Split load() {
        Dataset all = generate(TRAIN + TEST, DEFAULT_SEED);
        return new Split(all.take(TRAIN), all.subset(IntStream.range(TRAIN, TRAIN + TEST).toArray()));
    }

    /**
     * Draws {@code size} digits. Each ten in a row (0-9, 10-19, ...) hold every digit once, in random order.
     *
     * @param size how many, {@code >= 0}
     * @param seed the same seed gives the same images and labels
     * @throws IllegalArgumentException if {@code size} is negative or too large for one array
     */
    public static Dataset generate(int size, long seed) {
        if (size < 0 || size > Integer.MAX_VALUE / PIXELS) {
            throw new IllegalArgumentException(
                    "size: " + size + " (expected 0.." + Integer.MAX_VALUE / PIXELS + ")");
        }
        byte[] pixels = new byte[size * PIXELS];
        int[] labels = new int[size];
        IntStream.range(0, size).parallel().forEach(image -> {
            labels[image] = label(image, seed);
            draw(image, labels[image], seed, pixels);
        });
        List<String> names = IntStream.range(0, CLASSES).mapToObj(Integer::toString).toList();
        return Dataset.ofBytes("digits", PIXELS, pixels, labels, names).withShape(SIDE, SIDE, 1);
    }

    private static int label(int image, long seed) {
        int[] digits = new int[CLASSES];
        Arrays.setAll(digits, digit -> digit);
        new RandomStream(seed, LABEL_STREAMS + image / CLASSES).shuffle(digits);
        return digits[image % CLASSES];
    }

    private static void draw(int image, int digit, long seed, byte[] pixels) {
        RandomStream random = new RandomStream(seed, image);
        float[][] glyph = DigitStrokes.glyph(digit, random.nextInt(DigitStrokes.ways(digit)));
        Handwriting hand = new Handwriting(random, SIDE, SIDE);
        float[][] strokes = new float[glyph.length][];
        Arrays.setAll(strokes, stroke -> hand.apply(glyph[stroke]));

        float[] ink = new float[PIXELS];
        float radius = random.nextFloat(0.5f, 1.5f);
        float edge = random.nextFloat(0.7f, 1.3f);
        new StrokeRenderer(SIDE, SIDE).draw(strokes, radius, edge, ink);

        float brightness = random.nextFloat(180, 255);
        for (int i = 0; i < PIXELS; i++) {
            float grey = ink[i] * brightness + Handwriting.spread(random, NOISE);
            pixels[image * PIXELS + i] = (byte) (int) Math.clamp(grey, 0f, 255f);
        }
    }
}
