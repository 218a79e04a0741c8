package dev.lanewise.kernels.simd;

import jdk.incubator.vector.FloatVector;

/**
 * Multiply-adds on registers alone, to find out how many the machine can do. Twelve independent chains: enough to
 * fill two units with a latency of up to six cycles, and few enough for machines with 16 vector registers.
 */
public final class PeakProbe {
    private static final int CHAINS = 12;

    private PeakProbe() {
    }

    /** Floating-point operations of {@link #run}, a multiply-add counted as two. */
    public static double operations(int steps) {
        return 2.0 * CHAINS * Lanes.COUNT * steps;
    }

    /**
     * In every chain {@code steps} times {@code acc = fma(acc, x, y)}, which tends to y / (1 - x).
     *
     * @return a value that depends on every chain, so that none can be left out
     */
    public static float run(int steps, float x, float y) {
        FloatVector vx = FloatVector.broadcast(Lanes.F, x);
        FloatVector vy = FloatVector.broadcast(Lanes.F, y);
        FloatVector c0 = Lanes.zero();
        FloatVector c1 = FloatVector.broadcast(Lanes.F, 0.1f);
        FloatVector c2 = FloatVector.broadcast(Lanes.F, 0.2f);
        FloatVector c3 = FloatVector.broadcast(Lanes.F, 0.3f);
        FloatVector c4 = FloatVector.broadcast(Lanes.F, 0.4f);
        FloatVector c5 = FloatVector.broadcast(Lanes.F, 0.5f);
        FloatVector c6 = FloatVector.broadcast(Lanes.F, 0.6f);
        FloatVector c7 = FloatVector.broadcast(Lanes.F, 0.7f);
        FloatVector c8 = FloatVector.broadcast(Lanes.F, 0.8f);
        FloatVector c9 = FloatVector.broadcast(Lanes.F, 0.9f);
        FloatVector c10 = FloatVector.broadcast(Lanes.F, 1.1f);
        FloatVector c11 = FloatVector.broadcast(Lanes.F, 1.2f);
        for (int i = 0; i < steps; i++) {
            c0 = c0.fma(vx, vy);
            c1 = c1.fma(vx, vy);
            c2 = c2.fma(vx, vy);
            c3 = c3.fma(vx, vy);
            c4 = c4.fma(vx, vy);
            c5 = c5.fma(vx, vy);
            c6 = c6.fma(vx, vy);
            c7 = c7.fma(vx, vy);
            c8 = c8.fma(vx, vy);
            c9 = c9.fma(vx, vy);
            c10 = c10.fma(vx, vy);
            c11 = c11.fma(vx, vy);
        }
        FloatVector sum = c0.add(c1).add(c2).add(c3).add(c4).add(c5);
        return sum.add(c6).add(c7).add(c8).add(c9).add(c10).add(c11).lane(0);
    }
}
