package dev.lanewise.nn.data;

import dev.lanewise.kernels.RandomStream;

/**
 * One random hand: maps a point of the 100 x 100 glyph box to pixels, first by a smooth random warp (bilinear between
 * the nodes of a grid), then by a random affine map about the box's centre.
 */
final class Handwriting {
    private static final int NODES = 4;
    /** Farthest move of a warp node, in glyph units. */
    private static final float WARP = 6;
    /** Radians. */
    private static final float ROTATION = 0.35f;
    private static final float SHEAR = 0.4f;
    /** Relative, for size and for width against height. */
    private static final float STRETCH = 0.18f;
    /** Pixels; the main reason why a linear model is not enough. */
    private static final float SHIFT = 3.6f;
    /** A glyph is 20 pixels high before distortion. */
    private static final float PIXELS_PER_UNIT = 0.2f;

    private final float[] warpX = new float[NODES * NODES];
    private final float[] warpY = new float[NODES * NODES];
    private final float xx;
    private final float xy;
    private final float yx;
    private final float yy;
    private final float centreX;
    private final float centreY;

    Handwriting(RandomStream random, int width, int height) {
        for (int node = 0; node < NODES * NODES; node++) {
            warpX[node] = spread(random, WARP);
            warpY[node] = spread(random, WARP);
        }
        float angle = spread(random, ROTATION);
        float cos = (float) StrictMath.cos(angle);
        float sin = (float) StrictMath.sin(angle);
        float shear = spread(random, SHEAR);
        float size = PIXELS_PER_UNIT * (1 + spread(random, STRETCH));
        float wide = size * (1 + spread(random, STRETCH));
        // rotation * shear * diag(wide, size)
        xx = cos * wide;
        xy = (cos * shear - sin) * size;
        yx = sin * wide;
        yy = (sin * shear + cos) * size;
        centreX = width * 0.5f + spread(random, SHIFT);
        centreY = height * 0.5f + spread(random, SHIFT);
    }

    /** Maps the points x0, y0, x1, y1, ... of a stroke to pixel coordinates. */
    float[] apply(float[] stroke) {
        float[] mapped = new float[stroke.length];
        for (int i = 0; i < stroke.length; i += 2) {
            float x = stroke[i] - 50 + warp(warpX, stroke[i], stroke[i + 1]);
            float y = stroke[i + 1] - 50 + warp(warpY, stroke[i], stroke[i + 1]);
            mapped[i] = centreX + xx * x + xy * y;
            mapped[i + 1] = centreY + yx * x + yy * y;
        }
        return mapped;
    }

    private static float warp(float[] nodes, float x, float y) {
        float column = x * ((NODES - 1) / 100f);
        float row = y * ((NODES - 1) / 100f);
        int left = Math.clamp((int) column, 0, NODES - 2);
        int top = Math.clamp((int) row, 0, NODES - 2);
        int node = top * NODES + left;
        float u = column - left;
        float v = row - top;
        float upper = nodes[node] + u * (nodes[node + 1] - nodes[node]);
        float lower = nodes[node + NODES] + u * (nodes[node + NODES + 1] - nodes[node + NODES]);
        return upper + v * (lower - upper);
    }

    /** A random number in (-limit, limit), small ones more often (triangular density). */
    static float spread(RandomStream random, float limit) {
        float plus = random.nextFloat();
        float minus = random.nextFloat();
        return limit * (plus - minus);
    }
}
