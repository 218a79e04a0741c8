package dev.lanewise.nn.data;

/**
 * How people write the ten digits: several ways for each, as pen strokes in a box of 100 x 100 (x to the right, y
 * down). Each stroke is kept as a fine polyline, so that a distortion can bend it.
 */
final class DigitStrokes {
    /** Pieces into which the way between two given points is cut. */
    private static final int PIECES = 5;

    /** WAYS[digit][way] is a glyph: a list of strokes, each x0, y0, x1, y1, ... */
    private static final float[][][][] WAYS = {
            // 0: round, narrow, begun at the upper right and crossed
            {{curve(50, 5, 27, 16, 18, 50, 28, 86, 50, 95, 72, 86, 82, 50, 73, 16, 50, 5)},
                    {curve(52, 5, 36, 18, 31, 50, 36, 84, 50, 95, 64, 84, 69, 50, 65, 18, 52, 5)},
                    {curve(70, 14, 48, 5, 25, 22, 18, 56, 30, 88, 52, 94, 74, 78, 82, 44, 70, 16, 46, 12)}},
            // 1: bare, with a flag, with flag and base
            {{line(50, 4, 50, 96)},
                    {line(30, 28, 54, 5, 54, 96)},
                    {line(32, 24, 52, 5, 52, 94), line(30, 94, 74, 94)}},
            // 2: with a corner, with a loop, with a wavy base
            {{curve(22, 26, 34, 8, 56, 5, 74, 18, 72, 38, 52, 62, 22, 93), line(22, 93, 80, 93)},
                    {curve(22, 24, 40, 6, 64, 8, 73, 26, 62, 50, 40, 76, 24, 90, 18, 80, 30, 74, 48, 86, 64,
                            94, 82, 86)},
                    {curve(26, 16, 50, 5, 72, 16, 72, 36, 50, 64, 24, 90),
                            curve(24, 90, 42, 84, 60, 92, 80, 88)}},
            // 3: round, with a flat top, with a loop in the middle
            {{curve(24, 14, 50, 5, 72, 16, 70, 36, 46, 47),
                    curve(46, 47, 74, 56, 78, 78, 56, 94, 32, 93, 20, 82)},
                    {line(22, 7, 74, 7, 46, 42), curve(46, 42, 74, 50, 79, 72, 60, 92, 36, 95, 20, 84)},
                    {curve(22, 18, 46, 4, 70, 16, 66, 36, 44, 50, 38, 46, 46, 42, 72, 54, 76, 76, 54, 95, 24,
                            88)}},
            // 4: open, closed, open with a slanted stem
            {{line(30, 6, 22, 56, 80, 56), line(64, 26, 64, 96)},
                    {line(66, 96, 66, 5, 18, 66, 84, 66)},
                    {curve(34, 5, 26, 32, 22, 54), line(22, 54, 76, 50), curve(72, 10, 64, 50, 56, 96)}},
            // 5: with corners, in one sweep, with a short neck
            {{line(76, 7, 30, 7, 27, 44), curve(27, 44, 52, 36, 76, 50, 78, 74, 58, 94, 34, 94, 20, 84)},
                    {curve(76, 8, 50, 7, 34, 12, 28, 28, 30, 44, 54, 46, 74, 60, 72, 82, 50, 95, 24, 90)},
                    {line(32, 8, 30, 36), curve(30, 36, 58, 32, 78, 54, 72, 82, 46, 95, 22, 86),
                            line(32, 8, 78, 10)}},
            // 6: a long bow, a straight back, a small curl
            {{curve(68, 6, 42, 22, 24, 50, 22, 76, 38, 94, 62, 93, 76, 76, 70, 58, 52, 50, 32, 60, 23, 74)},
                    {line(58, 4, 30, 58),
                            curve(30, 58, 22, 78, 36, 94, 60, 94, 74, 78, 66, 60, 46, 56, 28, 68)},
                    {curve(74, 16, 58, 5, 36, 20, 24, 48, 22, 76, 40, 95, 64, 92, 76, 72, 62, 52, 40, 54, 24,
                            72)}},
            // 7: plain, with a bar, with a serif and a bow
            {{line(20, 8, 78, 8, 42, 96)},
                    {line(20, 8, 78, 8, 42, 96), line(34, 50, 72, 50)},
                    {line(22, 22, 22, 8), curve(22, 8, 48, 12, 78, 8), curve(78, 8, 56, 44, 46, 70, 44, 96)}},
            // 8: one sweep, two rings, one sweep begun at the right
            {{curve(52, 48, 28, 34, 30, 12, 50, 4, 70, 12, 70, 32, 50, 48, 26, 66, 26, 86, 50, 96, 74, 86, 74,
                    66, 52, 48)},
                    {curve(50, 5, 31, 14, 32, 36, 50, 46, 68, 36, 69, 14, 50, 5),
                            curve(50, 46, 25, 58, 24, 84, 50, 96, 76, 84, 75, 58, 50, 46)},
                    {curve(72, 16, 50, 4, 30, 16, 34, 36, 60, 52, 76, 72, 66, 92, 40, 95, 24, 80, 34, 58, 64,
                            40, 73, 18)}},
            // 9: straight stem, curled tail, bent stem
            {{curve(72, 26, 52, 5, 28, 18, 26, 40, 44, 52, 66, 42, 73, 24), line(73, 12, 70, 96)},
                    {curve(72, 28, 54, 6, 30, 14, 24, 36, 42, 52, 64, 44, 74, 24),
                            curve(74, 18, 76, 60, 62, 92, 40, 95, 26, 84)},
                    {curve(70, 20, 50, 6, 28, 20, 30, 42, 50, 48, 68, 36, 72, 20, 66, 60, 52, 96)}}};

    private DigitStrokes() {
    }

    /** In how many ways {@code digit} is written. */
    static int ways(int digit) {
        return WAYS[digit].length;
    }

    /** The strokes of one way of writing {@code digit}, each x0, y0, x1, y1, ... in 0..100; not to be changed. */
    static float[][] glyph(int digit, int way) {
        return WAYS[digit][way];
    }

    /** Straight pieces with a corner at each given point. */
    private static float[] line(int... points) {
        return polyline(points, false);
    }

    /** A smooth curve through all given points: a uniform Catmull-Rom spline. */
    private static float[] curve(int... points) {
        return polyline(points, true);
    }

    private static float[] polyline(int[] points, boolean smooth) {
        int last = points.length / 2 - 1;
        float[] polyline = new float[2 * (last * PIECES + 1)];
        int next = 0;
        for (int piece = 0; piece < last * PIECES; piece++) {
            int k = piece / PIECES;
            float t = (float) (piece % PIECES) / PIECES;
            for (int axis = 0; axis < 2; axis++) {
                float p1 = points[2 * k + axis];
                float p2 = points[2 * (k + 1) + axis];
                float p0 = points[2 * Math.max(k - 1, 0) + axis];
                float p3 = points[2 * Math.min(k + 2, last) + axis];
                polyline[next++] = smooth ? spline(p0, p1, p2, p3, t) : p1 + (p2 - p1) * t;
            }
        }
        polyline[next] = points[2 * last];
        polyline[next + 1] = points[2 * last + 1];
        return polyline;
    }

    /** Catmull-Rom between p1 (t = 0) and p2 (t = 1), in Horner form. */
    private static float spline(float p0, float p1, float p2, float p3, float t) {
        float cubic = 3 * (p1 - p2) + p3 - p0;
        float square = 2 * p0 - 5 * p1 + 4 * p2 - p3;
        return p1 + 0.5f * t * (p2 - p0 + t * (square + t * cubic));
    }
}
