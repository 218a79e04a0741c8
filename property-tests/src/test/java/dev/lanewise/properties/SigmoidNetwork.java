package dev.lanewise.properties;

/**
 * The mean squared error of a 2-8-1 network of sigmoids on 16 fixed points, whose label is 1 where exactly one of the
 * two coordinates is positive. Parameters: 8 rows of two weights, 8 biases, 8 output weights, the output's bias.
 */
record SigmoidNetwork() implements Objective {
    private static final int POINTS = 16;
    private static final int HIDDEN = 8;
    private static final int BIAS = 2 * HIDDEN;
    private static final int OUT = 3 * HIDDEN;
    private static final int OUT_BIAS = 4 * HIDDEN;
    private static final int PARAMETERS = OUT_BIAS + 1;

    /** Fractions of multiples of irrational numbers: even, without a pattern in small counts, and from no generator. */
    private static double even(int i, double irrational) {
        double x = (i + 1) * irrational;
        return 2 * (x - Math.floor(x)) - 1;
    }

    private static double x(int point, int coordinate) {
        return even(point, coordinate == 0 ? Math.sqrt(2) : Math.sqrt(5));
    }

    private static double label(int point) {
        return x(point, 0) > 0 ^ x(point, 1) > 0 ? 1 : 0;
    }

    @Override
    public double[] start() {
        double[] w = new double[PARAMETERS];
        for (int i = 0; i < PARAMETERS; i++) {
            w[i] = (float) (2 * even(i, Math.sqrt(3)));
        }
        return w;
    }

    @Override
    public double value(double[] w) {
        double sum = 0;
        for (int point = 0; point < POINTS; point++) {
            double error = output(w, hidden(w, point)) - label(point);
            sum += error * error;
        }
        return sum / POINTS;
    }

    @Override
    public double[] gradient(double[] w) {
        double[] gradient = new double[PARAMETERS];
        for (int point = 0; point < POINTS; point++) {
            addGradient(gradient, w, point);
        }
        return gradient;
    }

    private static void addGradient(double[] gradient, double[] w, int point) {
        double[] h = hidden(w, point);
        double y = output(w, h);
        double outDelta = 2 * (y - label(point)) / POINTS * y * (1 - y);
        gradient[OUT_BIAS] += outDelta;
        for (int j = 0; j < HIDDEN; j++) {
            double delta = outDelta * w[OUT + j] * h[j] * (1 - h[j]);
            gradient[OUT + j] += outDelta * h[j];
            gradient[BIAS + j] += delta;
            gradient[2 * j] += delta * x(point, 0);
            gradient[2 * j + 1] += delta * x(point, 1);
        }
    }

    private static double[] hidden(double[] w, int point) {
        double[] h = new double[HIDDEN];
        for (int j = 0; j < HIDDEN; j++) {
            h[j] = sigmoid(w[BIAS + j] + w[2 * j] * x(point, 0) + w[2 * j + 1] * x(point, 1));
        }
        return h;
    }

    private static double output(double[] w, double[] h) {
        double z = w[OUT_BIAS];
        for (int j = 0; j < HIDDEN; j++) {
            z += w[OUT + j] * h[j];
        }
        return sigmoid(z);
    }

    private static double sigmoid(double z) {
        return 1 / (1 + StrictMath.exp(-z));
    }
}
