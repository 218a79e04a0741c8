package dev.lanewise.kernels;

import dev.lanewise.kernels.simd.PeakProbe;
import java.util.function.DoubleSupplier;

/**
 * What this machine can do: the speed of multiply-adds on registers and of memory, the limits by which kernels are
 * judged. Each figure is the best of as many rounds as fit into the time given, after a warm-up; other load makes it
 * smaller.
 */
public final class MachineProbe {
    /** Steps of a round before its length is known. */
    private static final int FIRST_STEPS = 2_000;
    /** Compiled, a step takes a few nanoseconds; before that it takes thousands. */
    private static final double COMPILED_STEP_SECONDS = 200e-9;
    private static final double WARM_UP_SECONDS = 1.5;
    /** A round is long against the start of the team and short against the time given. */
    private static final double ROUND_SECONDS = 0.01;
    private static final int MAX_STREAM_BYTES = 64 << 20;
    private static final int BLOCK = 1 << 16;

    private static volatile float sink;

    private MachineProbe() {
    }

    /**
     * Billions of floating-point operations a second in vectors of the width in use, on all threads of the team; a
     * multiply-add counts as two. NaN for the reference backend, which has no vectors.
     *
     * @throws IllegalArgumentException if {@code seconds} is not above 0
     */
    public static double fmaGflops(Workers workers, double seconds) {
        checkSeconds(seconds);
        if (Capabilities.current().backend() != Backend.SIMD) {
            return Double.NaN;
        }
        warmUp();
        int threads = workers.threads();
        int[] steps = {FIRST_STEPS};
        return best(seconds, () -> {
            int n = steps[0];
            double time = time(() -> workers.run(threads, part -> sink = multiplyAdds(n)));
            if (time < ROUND_SECONDS && n <= Integer.MAX_VALUE / 2) {
                steps[0] = 2 * n;
            }
            return threads * fmaOperations(n) / time * 1e-9;
        });
    }

    /**
     * The work that {@link #fmaGflops} times, for benchmark harnesses: {@code steps} rounds of independent
     * multiply-adds on one thread, {@link #fmaOperations} in all.
     *
     * @return a value to consume
     * @throws IllegalStateException for the reference backend, which has no vectors
     */
    public static float multiplyAdds(int steps) {
        if (Capabilities.current().backend() != Backend.SIMD) {
            throw new IllegalStateException(
                    "backend: REFERENCE (expected SIMD, which has a peak to measure)");
        }
        return PeakProbe.run(steps, 0.999f, 0.001f);
    }

    /** Floating-point operations of {@link #multiplyAdds}; a multiply-add counts as two. */
    public static double fmaOperations(int steps) {
        return PeakProbe.operations(steps);
    }

    /** Until the JIT is done with the probe; a vector wider than the machine's never is. */
    private static void warmUp() {
        long start = System.nanoTime();
        double step;
        do {
            step = time(() -> sink = multiplyAdds(FIRST_STEPS)) / FIRST_STEPS;
        } while (step > COMPILED_STEP_SECONDS && (System.nanoTime() - start) * 1e-9 < WARM_UP_SECONDS);
    }

    /** Bytes of each array of {@link #copyGBps} and {@link #triadGBps}: 64 MiB, less if the heap is small. */
    public static int streamBytes() {
        int block = BLOCK * Float.BYTES;
        long bytes = Math.min(MAX_STREAM_BYTES, Runtime.getRuntime().maxMemory() / 8);
        return (int) Math.max(1, bytes / block) * block;
    }

    /**
     * Billions of bytes a second, read and written, of {@code a[i] = b[i]}.
     *
     * @throws IllegalArgumentException if {@code seconds} is not above 0
     */
    public static double copyGBps(Workers workers, double seconds) {
        checkSeconds(seconds);
        int n = streamBytes() / Float.BYTES;
        float[] a = new float[n];
        float[] b = new float[n];
        return stream(workers, seconds, 2L * n, block -> System.arraycopy(b, block, a, block, BLOCK));
    }

    /**
     * Billions of bytes a second, read and written, of {@code a[i] = b[i] + 3 * c[i]}.
     *
     * @throws IllegalArgumentException if {@code seconds} is not above 0
     */
    public static double triadGBps(Workers workers, double seconds) {
        checkSeconds(seconds);
        int n = streamBytes() / Float.BYTES;
        float[] a = new float[n];
        float[] b = new float[n];
        float[] c = new float[n];
        return stream(workers, seconds, 3L * n, block -> triad(block, a, b, c));
    }

    private static void triad(int from, float[] a, float[] b, float[] c) {
        for (int i = from; i < from + BLOCK; i++) {
            a[i] = b[i] + 3f * c[i];
        }
    }

    /** Every thread takes a run of neighbouring blocks. */
    private static double stream(Workers workers, double seconds, long floats, Workers.Work block) {
        int threads = workers.threads();
        int blocks = streamBytes() / (BLOCK * Float.BYTES);
        Workers.Work share = part -> {
            int end = (int) ((part + 1L) * blocks / threads);
            for (int i = (int) ((long) part * blocks / threads); i < end; i++) {
                block.run(i * BLOCK);
            }
        };
        return best(seconds, () -> floats * Float.BYTES / time(() -> workers.run(threads, share)) * 1e-9);
    }

    private static double best(double seconds, DoubleSupplier round) {
        double best = 0;
        long start = System.nanoTime();
        for (int i = 0; i < 3 || (System.nanoTime() - start) * 1e-9 < seconds; i++) {
            best = Math.max(best, round.getAsDouble());
        }
        return best;
    }

    private static double time(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return Math.max(1, System.nanoTime() - start) * 1e-9;
    }

    private static void checkSeconds(double seconds) {
        if (!(seconds > 0)) {
            throw new IllegalArgumentException("seconds: " + seconds + " (expected > 0)");
        }
    }
}
