package dev.lanewise.jmh.peers;

import java.util.Arrays;

/** Checks results in double precision before they are timed. */
final class ElementVerification {
    static final String RULE = "against double precision before it was timed: functions within 2^-18 max(1, |y|), softmax"
            + " within (columns + 64) 2^-24 y, dense layers within k 2^-23 (sum |x||w| + |bias|), dropout by what it"
            + " keeps (exactly 0 or 2 x, the share within 6 standard deviations of one half, another mask each call)";

    private final ElementWork work;
    private final Operands operands;

    ElementVerification(ElementWork work, Operands operands) {
        this.work = work;
        this.operands = operands;
    }

    /**
     * Compares all elements.
     *
     * @throws IllegalStateException naming the first wrong one
     */
    void check(float[] y) {
        if (y.length != work.elements()) {
            throw new IllegalStateException(
                    "wrong result: " + y.length + " elements (expected " + work.elements() + ")");
        }
        switch (work.kind()) {
            case DROPOUT -> checkDropout(y);
            case SOFTMAX -> checkSoftmax(y);
            case DENSE_RELU -> checkDense(y);
            default -> checkFunction(y);
        }
    }

    /**
     * Compares two calls of dropout.
     *
     * @throws IllegalStateException if both dropped the same elements
     */
    void checkFresh(float[] first, float[] second) {
        if (work.elements() >= 64 && Arrays.equals(first, second)) {
            throw new IllegalStateException("wrong result: two calls dropped the same elements");
        }
    }

    private void checkFunction(float[] y) {
        for (int i = 0; i < y.length; i++) {
            double expected = ElementOracle.of(work.kind(), operands.x()[i]);
            check(i, y[i], expected, 0x1p-18 * Math.max(1, Math.abs(expected)));
        }
    }

    private void checkSoftmax(float[] y) {
        int columns = work.columns();
        for (int row = 0; row < y.length; row += columns) {
            double sum = 0;
            for (int j = row; j < row + columns; j++) {
                sum += Math.exp(operands.x()[j]);
            }
            for (int j = row; j < row + columns; j++) {
                double expected = Math.exp(operands.x()[j]) / sum;
                check(j, y[j], expected, (columns + 64) * 0x1p-24 * expected);
            }
        }
    }

    private void checkDense(float[] y) {
        int k = work.columns();
        int n = work.units();
        for (int i = 0; i < y.length; i++) {
            double sum = operands.bias()[i % n];
            double magnitude = Math.abs(sum);
            for (int p = 0; p < k; p++) {
                double term = (double) operands.x()[i / n * k + p] * operands.w()[p * n + i % n];
                sum += term;
                magnitude += Math.abs(term);
            }
            check(i, y[i], Math.max(sum, 0), k * 0x1p-23 * magnitude);
        }
    }

    private void checkDropout(float[] y) {
        int kept = 0;
        for (int i = 0; i < y.length; i++) {
            if (y[i] != 0) {
                check(i, y[i], 2.0 * operands.x()[i], 0);
                kept++;
            }
        }
        double deviation = 0.5 * Math.sqrt(y.length);
        if (Math.abs(kept - 0.5 * y.length) > 6 * deviation) {
            throw new IllegalStateException("wrong result: " + kept + " elements kept (expected "
                    + 0.5 * y.length + " +- " + 6 * deviation + ")");
        }
    }

    private static void check(int i, float y, double expected, double bound) {
        if (!(Math.abs(y - expected) <= bound)) {
            throw new IllegalStateException("wrong result: element " + i + " is " + y + " (expected "
                    + expected + " +- " + bound + ")");
        }
    }
}
