package dev.lanewise.properties;

import dev.lanewise.kernels.reference.MathReference;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;

/**
 * Measures the element functions, the activations and their derivatives on all 2^32 floats; a derivative with dy = 1, from
 * which its error for every dy follows, and with a drawn dy. Exits with 1 if a published bound is exceeded or the vectors
 * do not give the definition's bits. Argument: the file of the report, whose rows of other functions stay; each row is written as
 * soon as it is known. System properties: {@code lanewise.threads}, and {@code lanewise.functions}, a regular expression that
 * is to be found in the names of the functions (Maven: {@code -Dthreads=1 -Dfunctions=GELU}).
 */
final class ExhaustiveAccuracy {
    /** What a user types to run this. */
    static final String COMMAND = "mvn -B -ntp -q -Pexhaustive -pl property-tests -am process-test-classes";
    private static final int THREADS = Integer.getInteger("lanewise.threads", 2);
    private static final Pattern FUNCTIONS = Pattern.compile(System.getProperty("lanewise.functions", ""));
    private static final int CHUNK_BITS = 24;
    private static final int BLOCK = 1 << 12;

    private ExhaustiveAccuracy() {
    }

    /** Runs the measurement. */
    public static void main(String[] args) throws InterruptedException, ExecutionException, IOException {
        List<Measured> chosen = Measured.all()
                .stream()
                .filter(m -> FUNCTIONS.matcher(m.name()).find())
                .toList();
        if (args.length != 1 || chosen.isEmpty()) {
            System.err.println(args.length == 1
                    ? "lanewise.functions: " + FUNCTIONS + " (expected a part of the name of a function)"
                    : "arguments: " + args.length + " (expected 1: the file of the report)");
            System.exit(2);
        }
        AccuracyReport report = AccuracyReport.of(Path.of(args[0]));
        turns(report);
        boolean asPublished = true;
        try (ExecutorService team = Executors.newFixedThreadPool(THREADS)) {
            for (Measured measured : chosen) {
                long start = System.nanoTime();
                Finding found = measure(measured, team);
                Duration time = Duration.ofNanos(System.nanoTime() - start);
                report.add(measured, found, time, THREADS);
                System.out.printf(Locale.ROOT, "%s: %.4f of %s, %d differences, %d s%n", measured.name(),
                        found.used(), measured.published().text(), found.differences(), time.toSeconds());
                asPublished &= found.isAsPublished();
            }
        }
        System.exit(asPublished ? 0 : 1);
    }

    private static Finding measure(Measured measured, ExecutorService team)
            throws InterruptedException, ExecutionException {
        List<Future<Finding>> parts = new ArrayList<>();
        for (long first = 0; first < 1L << 32; first += 1L << CHUNK_BITS) {
            int start = (int) first;
            parts.add(team.submit(() -> scan(measured, start)));
        }
        List<Finding> findings = new ArrayList<>();
        for (Future<Finding> part : parts) {
            findings.add(part.get());
        }
        return Finding.join(findings);
    }

    /** Scans the floats of one sign whose bits begin with those of {@code start}. */
    private static Finding scan(Measured measured, int start) {
        float[] x = new float[BLOCK];
        AccuracyScan scan = new AccuracyScan(measured);
        if (measured.isRising() && (start & Integer.MAX_VALUE) != 0) {
            scan.after(Float.intBitsToFloat(start - 1));
        }
        for (int block = 0; block < 1 << CHUNK_BITS; block += BLOCK) {
            for (int i = 0; i < BLOCK; i++) {
                x[i] = Float.intBitsToFloat(start + block + i);
            }
            scan.add(x);
        }
        return scan.finding();
    }

    private static void turns(AccuracyReport report) {
        double sin = 0;
        double cos = 0;
        for (int k = 0; k < 1 << 24; k++) {
            float u = k * 0x1p-24f;
            sin = Math.max(sin, Math.abs(MathReference.sinTwoPi(u) - StrictMath.sin(2 * Math.PI * u)));
            cos = Math.max(cos, Math.abs(MathReference.cosTwoPi(u) - StrictMath.cos(2 * Math.PI * u)));
        }
        report.turns(sin, cos);
    }
}
