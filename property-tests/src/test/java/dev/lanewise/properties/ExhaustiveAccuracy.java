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
 * Measures the elementary functions on all 2^32 floats: the largest error, its argument, the number of neighbouring
 * arguments whose results are in the wrong order, and the number of those on which the vectors do not give the
 * definition's bits. Exits with 1 if there is one, or if a published bound is exceeded.
 * Argument: the file of the report. Threads: the system property {@code lanewise.threads} (Maven: {@code -Dthreads=1}).
 */
final class ExhaustiveAccuracy {
    /** What a user types to run this. */
    static final String COMMAND = "mvn -B -ntp -q -Pexhaustive -pl property-tests -am process-test-classes";
    private static final int THREADS = Integer.getInteger("lanewise.threads", 2);
    private static final int CHUNK_BITS = 24;
    private static final int BLOCK = 1 << 12;

    /** What a range of floats showed. */
    record Finding(double ulps, float worst, long disorder, long differences) {
        static Finding join(List<Finding> parts) {
            Finding largest = parts.stream().max(Comparator.comparingDouble(Finding::ulps)).orElseThrow();
            return new Finding(largest.ulps, largest.worst,
                    parts.stream().mapToLong(Finding::disorder).sum(),
                    parts.stream().mapToLong(Finding::differences).sum());
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
                System.out.printf(Locale.ROOT, "%s: %.6f ULP (published %.3f), %d differences, %d s%n",
                        function,
                        found.ulps, function.publishedUlps(), found.differences, time.toSeconds());
                exceeded |= !(found.ulps <= function.publishedUlps()) || found.differences > 0;
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
        float[] x = new float[BLOCK];
        FunctionCall call = new FunctionCall(function.kernel(), x);
        Scan scan = new Scan(function, start);
        for (int block = 0; block < 1 << CHUNK_BITS; block += BLOCK) {
            for (int i = 0; i < BLOCK; i++) {
                x[i] = Float.intBitsToFloat(start + block + i);
            }
            scan.add(x, call.facade());
        }
        return scan.finding();
    }

    /** What neighbouring floats of one sign show, one after the other. */
    private static final class Scan {
        private final ElementaryFunction function;
        private final boolean rising;
        private double largest = -1;
        private float worst;
        private long disorder;
        private long differences;
        private float previous;

        Scan(ElementaryFunction function, int start) {
            this.function = function;
            rising = start >= 0;
            // The last float of the range before; within one sign, larger bits are farther from zero.
            previous = (start & Integer.MAX_VALUE) == 0
                    ? Float.NaN
                    : function.apply(Float.intBitsToFloat(start - 1));
        }

        void add(float[] x, float[] simd) {
            for (int i = 0; i < x.length; i++) {
                float result = function.apply(x[i]);
                double ulps = function.ulps(x[i], result);
                if (!(ulps <= largest)) {
                    largest = ulps;
                    worst = x[i];
                }
                differences += Float.floatToIntBits(simd[i]) == Float.floatToIntBits(result) ? 0 : 1;
                disorder += (rising ? result < previous : result > previous) ? 1 : 0;
                previous = result;
            }
        }

        Finding finding() {
            return new Finding(largest, worst, disorder, differences);
        }
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
