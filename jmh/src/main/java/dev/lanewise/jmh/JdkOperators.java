package dev.lanewise.jmh;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Element functions as a Java user writes them with the Vector API's own operators: the baseline of the library's. Arrays have
 * a multiple of {@link #LANES} elements, so no loop needs a tail.
 */
final class JdkOperators {
    private static final VectorSpecies<Float> F = FloatVector.SPECIES_PREFERRED;
    static final int LANES = F.length();
    private static final float SQRT_2_OVER_PI = (float) Math.sqrt(2 / Math.PI);
    private static final float CUBIC = 0.044715f;

    private JdkOperators() {
    }

    static void exp(int n, float[] x, float[] y) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector.fromArray(F, x, i).lanewise(VectorOperators.EXP).intoArray(y, i);
        }
    }

    static void tanh(int n, float[] x, float[] y) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector.fromArray(F, x, i).lanewise(VectorOperators.TANH).intoArray(y, i);
        }
    }

    /** {@code 1 / (1 + exp(-x))}. */
    static void sigmoid(int n, float[] x, float[] y) {
        FloatVector one = FloatVector.broadcast(F, 1f);
        for (int i = 0; i < n; i += LANES) {
            FloatVector e = FloatVector.fromArray(F, x, i).neg().lanewise(VectorOperators.EXP);
            one.div(e.add(1f)).intoArray(y, i);
        }
    }

    /** The tanh form, as there is no operator for erf: {@code x (1 + tanh(sqrt(2 / pi) (x + 0.044715 x^3))) / 2}. */
    static void gelu(int n, float[] x, float[] y) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector v = FloatVector.fromArray(F, x, i);
            FloatVector u = v.mul(v).mul(CUBIC).add(1f).mul(v).mul(SQRT_2_OVER_PI);
            v.mul(0.5f).mul(u.lanewise(VectorOperators.TANH).add(1f)).intoArray(y, i);
        }
    }
}
