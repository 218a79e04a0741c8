package dev.lanewise.reports.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** What became of a reader's inputs. Thread-safe. */
public final class Tally {
    private static final int SHOWN = 300;

    private final Reader<?> reader;
    private final Path folder;
    private final long seed;
    private final Map<String, Integer> kinds = new TreeMap<>();
    private long refused;
    private long accepted;
    private long failures;
    private Duration cpu = Duration.ZERO;

    Tally(Reader<?> reader, Path folder, long seed) {
        this.reader = reader;
        this.folder = folder;
        this.seed = seed;
    }

    synchronized void refused() {
        refused++;
    }

    synchronized void accepted() {
        accepted++;
    }

    synchronized void used(Duration more) {
        cpu = cpu.plus(more);
    }

    /** Prints the first failure of each kind and keeps its input. */
    synchronized void failed(long n, byte[] input, Throwable failure) throws IOException {
        failures++;
        if (kinds.merge(kind(failure), 1, Integer::sum) > 1) {
            return;
        }
        Path file = Files.createDirectories(folder).resolve(reader.name() + "-" + seed + "-" + n + ".bin");
        Files.write(file, input);
        System.out.println(file + ": " + shown(failure));
        if (failure.getCause() instanceof Exception refusal) {
            System.out.println("    message: " + shown(refusal));
        }
        System.out.println("    at " + place(failure));
    }

    /** Failures of one kind come from one place. */
    private static String kind(Throwable failure) {
        String what = failure instanceof AssertionError ? String.valueOf(failure.getMessage()) : "";
        return failure.getClass().getName() + " " + what.replaceAll("[^A-Za-z ].*", "") + place(failure);
    }

    private static String place(Throwable failure) {
        Throwable source = failure.getCause() == null ? failure : failure.getCause();
        StackTraceElement[] trace = source.getStackTrace();
        return Arrays.stream(trace)
                .filter(frame -> frame.getClassName().startsWith("dev.lanewise"))
                .findFirst()
                .or(() -> Arrays.stream(trace).findFirst())
                .map(StackTraceElement::toString)
                .orElse("nowhere");
    }

    private static String shown(Throwable failure) {
        String text = failure.toString().replaceAll("\\p{Cntrl}", "?");
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + " ... (" + text.length() + ")";
    }

    /** The reader. */
    public Reader<?> reader() {
        return reader;
    }

    /** Inputs that were refused with a clear message. */
    public synchronized long refusals() {
        return refused;
    }

    /** Inputs that were read to something of which all checks held. */
    public synchronized long acceptances() {
        return accepted;
    }

    /** Inputs with which anything else happened. */
    public synchronized long failures() {
        return failures;
    }

    /** All of them. */
    public synchronized long inputs() {
        return refused + accepted + failures;
    }

    /** The processors' time that they took. */
    public synchronized Duration cpu() {
        return cpu;
    }

    @Override
    public synchronized String toString() {
        return String.format("%-18s %,11d inputs: %,11d refused, %,11d accepted, %,d failures %s",
                reader.name(),
                inputs(), refused, accepted, failures, kinds.isEmpty() ? "" : kinds);
    }
}
