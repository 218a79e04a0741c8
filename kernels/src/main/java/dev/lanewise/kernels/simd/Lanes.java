package dev.lanewise.kernels.simd;

import dev.lanewise.kernels.Capabilities;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** The one width in use, chosen once: species are constants to the JIT. */
final class Lanes {
    private static final VectorShape SHAPE = VectorShape.forBitSize(Capabilities.current().vectorBits());

    /** Float lanes. */
    static final VectorSpecies<Float> F = VectorSpecies.of(float.class, SHAPE);
    /** As many int lanes. */
    static final VectorSpecies<Integer> I = VectorSpecies.of(int.class, SHAPE);
    /** Half as many long lanes. */
    static final VectorSpecies<Long> L = VectorSpecies.of(long.class, SHAPE);
    /** Lanes of a vector: 4, 8 or 16. */
    static final int COUNT = F.length();

    /** Vector registers: 32 on ARM and wherever AVX-512 is, 16 on other x86. */
    static final int REGISTERS = Capabilities.current().preferredBits() == 512
            || "aarch64".equals(System.getProperty("os.arch")) ? 32 : 16;

    private Lanes() {
    }

    /** The largest multiple of the lane count that is not above {@code n}. */
    static int bound(int n) {
        return n & -COUNT;
    }

    static FloatVector zero() {
        return FloatVector.zero(F);
    }

    static IntVector ints(int value) {
        return IntVector.broadcast(I, value);
    }
}
