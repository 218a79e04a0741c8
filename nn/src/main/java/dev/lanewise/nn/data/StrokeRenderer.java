package dev.lanewise.nn.data;

import java.util.Arrays;

/**
 * Draws strokes with a round pen: how dark a pixel is follows from the distance of its centre to the nearest stroke.
 * Only + - * / and square roots, so the pixels are the same everywhere. For one image after another; not thread-safe.
 */
final class StrokeRenderer {
    private final int width;
    private final int height;
    private final float[] squaredDistance;

    StrokeRenderer(int width, int height) {
        this.width = width;
        this.height = height;
        this.squaredDistance = new float[width * height];
    }

    /**
     * Draws strokes into {@code ink}, (height, width): 1 within {@code radius} of a stroke, 0 beyond
     * {@code radius + edge}, linear between.
     *
     * @param strokes polylines x0, y0, x1, y1, ... in pixels; pixel (0, 0) has its centre at (0.5, 0.5)
     * @param radius half the pen's width, in pixels, {@code >= 0}
     * @param edge width of the soft edge, in pixels, {@code > 0}
     * @param ink overwritten
     */
    void draw(float[][] strokes, float radius, float edge, float[] ink) {
        float reach = radius + edge;
        Arrays.fill(squaredDistance, reach * reach);
        for (float[] stroke : strokes) {
            for (int i = 0; i + 3 < stroke.length; i += 2) {
                approach(stroke[i], stroke[i + 1], stroke[i + 2], stroke[i + 3], reach);
            }
        }
        for (int i = 0; i < squaredDistance.length; i++) {
            float distance = (float) Math.sqrt(squaredDistance[i]);
            ink[i] = Math.clamp((reach - distance) / edge, 0f, 1f);
        }
    }

    /** Lowers the squared distance of the pixels within {@code reach} of the segment from (ax, ay) to (bx, by). */
    private void approach(float ax, float ay, float bx, float by, float reach) {
        float dx = bx - ax;
        float dy = by - ay;
        float length2 = dx * dx + dy * dy;
        float scale = length2 > 0 ? 1 / length2 : 0;
        int left = pixel(Math.min(ax, bx) - reach, width);
        int right = pixel(Math.max(ax, bx) + reach, width);
        int top = pixel(Math.min(ay, by) - reach, height);
        int bottom = pixel(Math.max(ay, by) + reach, height);
        for (int row = top; row <= bottom; row++) {
            for (int column = left; column <= right; column++) {
                float px = column + 0.5f - ax;
                float py = row + 0.5f - ay;
                float t = Math.clamp((px * dx + py * dy) * scale, 0f, 1f);
                float ex = px - t * dx;
                float ey = py - t * dy;
                int i = row * width + column;
                squaredDistance[i] = Math.min(squaredDistance[i], ex * ex + ey * ey);
            }
        }
    }

    private static int pixel(float coordinate, int limit) {
        return Math.clamp((int) coordinate, 0, limit - 1);
    }
}
