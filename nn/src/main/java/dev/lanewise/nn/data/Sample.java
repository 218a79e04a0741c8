package dev.lanewise.nn.data;

/**
 * One sample among the rows of a batch, for an {@link Augmentation} to change: {@code values()[offset()..offset() + size())},
 * row-major by height, width and channel. It is reused from sample to sample.
 */
public final class Sample {
    private final int height;
    private final int width;
    private final int channels;
    private final float[] scratch;
    private float[] values = {};
    private int offset;

    /** Extents are height, width and channels; channels are 1 if there are two, and height too if there is one. */
    Sample(int... shape) {
        height = shape.length > 1 ? shape[0] : 1;
        width = shape.length > 1 ? shape[1] : shape[0];
        int rest = 1;
        for (int i = 2; i < shape.length; i++) {
            rest *= shape[i];
        }
        channels = rest;
        scratch = new float[height * width * channels];
    }

    /** Moves to the sample that begins at an offset. */
    void at(float[] rows, int start) {
        values = rows;
        offset = start;
    }

    /** Rows of pixels; 1 if the data are no images. */
    public int height() {
        return height;
    }

    /** Pixels in a row; all features if the data are no images. */
    public int width() {
        return width;
    }

    /** Values of a pixel. */
    public int channels() {
        return channels;
    }

    /** {@code height() * width() * channels()}. */
    public int size() {
        return scratch.length;
    }

    /** The array that holds the sample and others. */
    public float[] values() {
        return values;
    }

    /** Where the sample begins. */
    public int offset() {
        return offset;
    }

    /** {@code size()} floats of any contents to work with. */
    public float[] scratch() {
        return scratch;
    }

    /** The scratch, filled with the sample as it is now. */
    public float[] copy() {
        System.arraycopy(values, offset, scratch, 0, scratch.length);
        return scratch;
    }
}
