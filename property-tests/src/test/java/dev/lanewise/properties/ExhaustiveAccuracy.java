package dev.lanewise.properties;

import dev.lanewise.kernels.reference.MathReference;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Measures the elementary functions on all 2^32 floats: the largest error, its argument and the number of
 * neighbouring arguments whose results are in the wrong order. Exits with 1 if a published bound is exceeded.
 * Argument: the file of the report. Threads: the system property {@code lanewise.threads} (Maven: {@code -Dthreads=1}).
 */
final class ExhaustiveAccuracy {
    /** What a user types to run this. */
    static final String COMMAND = "mvn -B -ntp -q -Pexhaustive -pl property-tests -am process-test-classes";
    private static final int THREADS = Integer.getInteger("lanewise.threads", 2);
    private static final int CHUNK_BITS = 24;

    /** What a range of floats showed. */
    record Finding(double ulps, float worst, long disorder) {
        static Finding join(List<Finding> parts) {
            Finding largest = parts.stream().max(Comparator.comparingDouble(Finding::ulps)).orElseThrow();
            return new Finding(largest.ulps, largest.worst,
                    parts.stream().mapToLong(Finding::disorder).sum());
        }
    }

    private ExhaustiveAccuracy() {
    }

    /** Runs the measurement. */
    public static void main(String[] args) throws InterruptedException, ExecutionException, IOException {
        if (args.length != 1) {
            System.err.println("arguments: " + args.length + " (expected 1: the file of the report)");
            System.exit(2);
        }
        boolean exceeded = false;
        AccuracyReport report = new AccuracyReport();
        try (ExecutorService team = Executors.newFixedThreadPool(THREADS)) {
            for (ElementaryFunction function : ElementaryFunction.values()) {
                long start = System.nanoTime();
                Finding found = measure(function, team);
                Duration time = Duration.ofNanos(System.nanoTime() - start);
                report.add(function, found, time);
                System.out.printf(Locale.ROOT, "%s: %.6f ULP (published %.3f), %d s%n", function, found.ulps,
                        function.publishedUlps(), time.toSeconds());
                exceeded |= !(found.ulps <= function.publishedUlps());
            }
        }
        report.write(Path.of(args[0]), turns(), THREADS);
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
            float result = function.apply(x);
            double ulps = function.ulps(x, result);
            if (!(ulps <= largest)) {
                largest = ulps;
                worst = x;
            }
            disorder += (start >= 0 ? result < previous : result > previous) ? 1 : 0;
            previous = result;
        }
        return new Finding(largest, worst, disorder);
    }

    private static String turns() {
        double sin = 0;
        double cos = 0;
        for (int k = 0; k < 1 << 24; k++) {
            float u = k * 0x1p-24f;
            sin = Math.max(sin, Math.abs(MathReference.sinTwoPi(u) - StrictMath.sin(2 * Math.PI * u)));
            cos = Math.max(cos, Math.abs(MathReference.cosTwoPi(u) - StrictMath.cos(2 * Math.PI * u)));
        }
        return String.format(Locale.ROOT,
                "sinTwoPi and cosTwoPi on all multiples of 2^-24 in [0, 1): largest absolute errors %.3g and %.3g (bound"
                        + " 2^-23 = %.3g).",
                sin, cos, 0x1p-23);
    }
}
