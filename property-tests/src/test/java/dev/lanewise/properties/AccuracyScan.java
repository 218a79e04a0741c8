package dev.lanewise.properties;

import java.util.Arrays;

/** Measures a kernel on blocks of neighbouring floats of one sign, one after the other. */
final class AccuracyScan {
    private static final double NEGLIGIBLE = 0x1p-126;
    /** The least magnitude that counts for the mean beside an absolute error that is not negligible. */
    private static final double FROM = 0x1p-4;
    private final Measured measured;
    private double used = -1;
    private float worst;
    private double ulps;
    private double ulpSum;
    private long ulpCount;
    private long count;
    private long rounded;
    private long disorder;
    private long differences;
    private float previous = Float.NaN;

    AccuracyScan(Measured measured) {
        this.measured = measured;
    }

    Finding finding() {
        return new Finding(used, worst, ulps, ulpSum, ulpCount, count, rounded, disorder, differences);
    }

    /** Says which argument comes before the first that is added. */
    void after(float x) {
        previous = new FunctionCall(measured.kernel(), measured.parameters(), new float[]{x}).definition()[0];
    }

    /** Adds arguments, all of one sign, in the order of their bits; a derivative with dy of any magnitude. */
    void add(float[] x) {
        float[] dy = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            dy[i] = gradient(x[i]);
        }
        add(x, dy);
    }

    /** Adds arguments; a derivative with dy = 1 and with these dy. */
    void add(float[] x, float[] dy) {
        double[] exact = Arrays.stream(doubles(x)).map(measured.exact()).toArray();
        if (!measured.isDerivative()) {
            addValues(x, exact, run(x));
            return;
        }
        float[] saved = measured.saved(x);
        float[] ones = new float[x.length];
        Arrays.fill(ones, 1f);
        addValues(x, exact, run(saved, ones));
        addProducts(x, exact, dy, run(saved, dy));
    }

    private static double[] doubles(float[] x) {
        double[] copy = new double[x.length];
        Arrays.setAll(copy, i -> x[i]);
        return copy;
    }

    /** The definition's results; the vectors' are compared with them. */
    private float[] run(float[]... inputs) {
        float[] simd = new FunctionCall(measured.kernel(), measured.parameters(), inputs).facade();
        float[] results = new FunctionCall(measured.kernel(), measured.parameters(), inputs).definition();
        for (int i = 0; i < results.length; i++) {
            differences += Float.floatToIntBits(simd[i]) == Float.floatToIntBits(results[i]) ? 0 : 1;
        }
        return results;
    }

    /** Values of a function, or a derivative, dy being 1. */
    private void addValues(float[] x, double[] exact, float[] results) {
        // By the sign bit: -0 begins the arguments that fall.
        boolean rising = Float.floatToRawIntBits(x[0]) >= 0;
        for (int i = 0; i < x.length; i++) {
            float result = results[i];
            double error = error(result, exact[i]);
            double bound = measured.isDerivative()
                    ? measured.boundForEveryDy(exact[i])
                    : measured.bound(exact[i], 1);
            use(error, bound, x[i]);
            rounded += error == 0 || result == (float) exact[i] ? 1 : 0;
            disorder += (rising ? result < previous : result > previous) ? 1 : 0;
            previous = result;
            addUlps(error, exact[i]);
        }
        count += x.length;
    }

    /** Zeros of a function must agree in sign; derivatives are not that strict. */
    private double error(float result, double exact) {
        boolean otherZero = exact == 0 && result == 0 && 1 / exact != 1 / result;
        return otherZero && !measured.isDerivative()
                ? Double.POSITIVE_INFINITY
                : Deviation.of(result, exact);
    }

    /** Where an absolute error is published, small exact values have no relative accuracy that a mean could tell. */
    private void addUlps(double error, double exact) {
        if (measured.published().absolute() < NEGLIGIBLE || Math.abs(exact) >= FROM) {
            double inUlps = error == 0 ? 0 : error / Deviation.ulp(exact);
            ulps = Math.max(ulps, inUlps);
            ulpSum += inUlps;
            ulpCount++;
        }
    }

    /** dy of every magnitude and sign, finite, drawn from the bits of x. */
    private static float gradient(float x) {
        long mixed = (Float.floatToRawIntBits(x) + 0x9E3779B97F4A7C15L) * 0xD1342543DE82EF95L;
        float any = Float.intBitsToFloat((int) (mixed >>> 32));
        return Float.isFinite(any) ? any : 100f;
    }

    private void addProducts(float[] x, double[] exact, float[] dy, float[] results) {
        for (int i = 0; i < x.length; i++) {
            double product = dy[i] * exact[i];
            use(Deviation.of(results[i], product), measured.bound(product, dy[i]), x[i]);
        }
    }

    private void use(double error, double bound, float x) {
        double share = error == 0 ? 0 : error / bound;
        if (!(share <= used)) {
            used = share;
            worst = x;
        }
    }
}
