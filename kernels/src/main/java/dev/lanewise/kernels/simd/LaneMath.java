package dev.lanewise.kernels.simd;

import static dev.lanewise.kernels.reference.MathCoefficients.*;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.NE;
import static jdk.incubator.vector.VectorOperators.XOR;

import dev.lanewise.kernels.reference.MathReference;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;

/**
 * {@link MathReference} on every lane: the same operations in the same order, selections as blends. What each step
 * is for is explained there. Vectors are of the species {@link Lanes#F}.
 */
final class LaneMath {
    private LaneMath() {
    }

    /** {@link MathReference#sinTwoPi} */
    static FloatVector sinTwoPi(FloatVector u) {
        FloatVector shifted = step(u, all(4f), ROUND);
        return turn(u, shifted, shifted.reinterpretAsInts());
    }

    /** {@link MathReference#cosTwoPi} */
    static FloatVector cosTwoPi(FloatVector u) {
        FloatVector shifted = step(u, all(4f), ROUND);
        return turn(u, shifted, shifted.reinterpretAsInts().add(1));
    }

    private static FloatVector all(float value) {
        return FloatVector.broadcast(Lanes.F, value);
    }

    /** {@code a * b + c}, rounded once: a step of Horner's scheme. */
    private static FloatVector step(FloatVector a, FloatVector b, float c) {
        return a.fma(b, all(c));
    }

    private static FloatVector turn(FloatVector u, FloatVector shifted, IntVector quarter) {
        FloatVector r = shifted.sub(ROUND).fma(all(-0.25f), u);
        FloatVector z = r.mul(r);
        FloatVector sin = step(step(step(all(SIN_3), z, SIN_2), z, SIN_1), z, SIN_0).mul(r);
        FloatVector cos = step(step(step(all(COS_2), z, COS_1), z, COS_0), z, 1f);
        VectorMask<Float> odd = quarter.and(1).compare(NE, 0).cast(Lanes.F);
        IntVector sign = quarter.and(2).lanewise(LSHL, 30);
        return sin.blend(cos, odd).reinterpretAsInts().lanewise(XOR, sign).reinterpretAsFloats().add(0f);
    }
}
