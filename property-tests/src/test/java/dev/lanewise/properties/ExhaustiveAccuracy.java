package dev.lanewise.properties;

import dev.lanewise.kernels.reference.MathReference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Measures the elementary functions on all 2^32 floats and prints for each the largest error, its argument and the
 * number of neighbouring arguments whose results are in the wrong order. Takes some minutes on two threads. Exits
 * with 1 if a published bound is exceeded. Arguments: names of functions (default: all).
 */
final class ExhaustiveAccuracy {
    private static final int THREADS = 2;
    private static final int CHUNK_BITS = 24;

    /** What a range of floats showed. */
    private record Finding(double ulps, float worst, long disorder) {
        static Finding join(List<Finding> parts) {
            Finding largest = parts.stream().max(Comparator.comparingDouble(Finding::ulps)).orElseThrow();
            return new Finding(largest.ulps, largest.worst,
                    parts.stream().mapToLong(Finding::disorder).sum());
        }
    }

    private ExhaustiveAccuracy() {
    }

    /** Runs the measurement. */
    public static void main(String[] args) throws InterruptedException, ExecutionException {
        List<ElementaryFunction> functions = new ArrayList<>();
        for (String name : args) {
            functions.add(ElementaryFunction.valueOf(name));
        }
        boolean exceeded = false;
        try (ExecutorService team = Executors.newFixedThreadPool(THREADS)) {
            for (ElementaryFunction function : functions.isEmpty()
                    ? List.of(ElementaryFunction.values())
                    : functions) {
                Finding found = measure(function, team);
                System.out.printf(
                        "%-8s max %.6f ULP (published %.3f) at %s (bits 0x%08x); out of order: %d%n",
                        function,
                        found.ulps, function.publishedUlps(), found.worst,
                        Float.floatToRawIntBits(found.worst),
                        found.disorder);
                exceeded |= !(found.ulps <= function.publishedUlps());
            }
        }
        turns();
        System.exit(exceeded ? 1 : 0);
    }

    private static Finding measure(ElementaryFunction function, ExecutorService team)
            throws InterruptedException, ExecutionException {
        List<Future<Finding>> parts = new ArrayList<>();
        for (long first = 0; first < 1L << 32; first += 1L << CHUNK_BITS) {
            int start = (int) first;
            parts.add(team.submit(() -> scan(function, start)));
        }
        List<Finding> findings = new ArrayList<>();
        for (Future<Finding> part : parts) {
            findings.add(part.get());
        }
        return Finding.join(findings);
    }

    /** Scans the floats of one sign whose bits begin with those of {@code start}. */
    private static Finding scan(ElementaryFunction function, int start) {
        double largest = -1;
        float worst = 0;
        long disorder = 0;
        // The last float of the range before; within one sign, larger bits are farther from zero.
        float previous = (start & Integer.MAX_VALUE) == 0
                ? Float.NaN
                : function.apply(Float.intBitsToFloat(start - 1));
        for (int i = 0; i < 1 << CHUNK_BITS; i++) {
            float x = Float.intBitsToFloat(start + i);
            double ulps = function.ulps(x);
            if (!(ulps <= largest)) {
                largest = ulps;
                worst = x;
            }
            float result = function.apply(x);
            disorder += (start >= 0 ? result < previous : result > previous) ? 1 : 0;
            previous = result;
        }
        return new Finding(largest, worst, disorder);
    }

    private static void turns() {
        double sin = 0;
        double cos = 0;
        for (int k = 0; k < 1 << 24; k++) {
            float u = k * 0x1p-24f;
            sin = Math.max(sin, Math.abs(MathReference.sinTwoPi(u) - StrictMath.sin(2 * Math.PI * u)));
            cos = Math.max(cos, Math.abs(MathReference.cosTwoPi(u) - StrictMath.cos(2 * Math.PI * u)));
        }
        System.out.printf("turns    max absolute error: sin %.3g, cos %.3g (published 2^-23 = %.3g)%n", sin,
                cos, 0x1p-23);
    }
}
