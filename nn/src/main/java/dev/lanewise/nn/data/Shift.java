package dev.lanewise.nn.data;

import dev.lanewise.kernels.RandomStream;
import java.util.Arrays;

/**
 * Moves an image by whole pixels, down and right by two numbers drawn evenly from {@code -pixels..pixels}. Pixels that
 * come from outside are 0.
 *
 * @param pixels the farthest move, at least 1
 */
public record Shift(int pixels) implements Augmentation {
    /** Checks the number of pixels. */
    public Shift {
        if (pixels < 1 || pixels > 1 << 20) {
            throw new IllegalArgumentException("pixels: " + pixels + " (expected 1 to " + (1 << 20) + ")");
        }
    }

    @Override
    public String spec() {
        return "shift:" + pixels;
    }

    @Override
    public void check(int... shape) {
        Rotate.checkImage(spec(), shape);
    }

    @Override
    public void apply(Sample sample, RandomStream random) {
        int down = random.nextInt(2 * pixels + 1) - pixels;
        int right = random.nextInt(2 * pixels + 1) - pixels;
        float[] from = sample.copy();
        Arrays.fill(sample.values(), sample.offset(), sample.offset() + sample.size(), 0f);
        int width = sample.width();
        int columns = width - Math.abs(right);
        if (columns <= 0) {
            return;
        }
        int left = Math.max(right, 0);
        int source = left - right;
        for (int row = Math.max(down, 0); row < Math.min(sample.height(), sample.height() + down); row++) {
            System.arraycopy(from, ((row - down) * width + source) * sample.channels(), sample.values(),
                    sample.offset() + (row * width + left) * sample.channels(), columns * sample.channels());
        }
    }
}
