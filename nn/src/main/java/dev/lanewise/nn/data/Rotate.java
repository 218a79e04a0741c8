package dev.lanewise.nn.data;

import dev.lanewise.kernels.RandomStream;
import java.util.Arrays;

/**
 * Turns an image about its centre by an angle drawn evenly from {@code -degrees..degrees}. A pixel is interpolated between
 * the four that surround the place it comes from; pixels outside are 0.
 *
 * @param degrees the largest angle, above 0 and at most 180
 */
public record Rotate(float degrees) implements Augmentation {
    /** Checks the angle. */
    public Rotate {
        if (!(degrees > 0f && degrees <= 180f)) {
            throw new IllegalArgumentException("degrees: " + degrees + " (expected > 0 and <= 180)");
        }
    }

    @Override
    public String spec() {
        return "rotate:" + AugmentationParser.number(degrees);
    }

    @Override
    public void check(int... shape) {
        checkImage(spec(), shape);
    }

    static void checkImage(String spec, int... shape) {
        if (shape.length < 2 || shape.length > 3) {
            throw new IllegalArgumentException(spec + ": samples of shape " + Arrays.toString(shape)
                    + " (expected images: height, width and channels)");
        }
    }

    /** Turns (row, column) about the centre by the angle and reads there. */
    @Override
    public void apply(Sample sample, RandomStream random) {
        double angle = StrictMath.toRadians(random.nextFloat(-degrees, degrees));
        float sin = (float) StrictMath.sin(angle);
        float cos = (float) StrictMath.cos(angle);
        float[] from = sample.copy();
        int height = sample.height();
        int width = sample.width();
        int channels = sample.channels();
        float middleRow = (height - 1) * 0.5f;
        float middleColumn = (width - 1) * 0.5f;
        int to = sample.offset();
        for (int i = 0; i < height; i++) {
            for (int j = 0; j < width; j++) {
                float row = middleRow + cos * (i - middleRow) - sin * (j - middleColumn);
                float column = middleColumn + sin * (i - middleRow) + cos * (j - middleColumn);
                for (int channel = 0; channel < channels; channel++) {
                    sample.values()[to++] = between(from, height, width, channels, channel, row, column);
                }
            }
        }
    }

    private static float between(float[] pixels, int height, int width, int channels, int channel, float row,
            float column) {
        int top = (int) Math.floor(row);
        int left = (int) Math.floor(column);
        if (top < -1 || left < -1 || top >= height || left >= width) {
            return 0f;
        }
        float down = row - top;
        float right = column - left;
        int at = (top * width + left) * channels + channel;
        boolean hasTop = top >= 0;
        boolean hasBottom = top + 1 < height;
        boolean hasLeft = left >= 0;
        boolean hasRight = left + 1 < width;
        int below = width * channels;
        float upperLeft = hasTop && hasLeft ? pixels[at] : 0f;
        float upperRight = hasTop && hasRight ? pixels[at + channels] : 0f;
        float lowerLeft = hasBottom && hasLeft ? pixels[at + below] : 0f;
        float lowerRight = hasBottom && hasRight ? pixels[at + below + channels] : 0f;
        float upper = upperLeft + right * (upperRight - upperLeft);
        float lower = lowerLeft + right * (lowerRight - lowerLeft);
        return upper + down * (lower - upper);
    }
}
