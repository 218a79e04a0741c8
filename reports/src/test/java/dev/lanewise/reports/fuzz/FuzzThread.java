package dev.lanewise.reports.fuzz;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A thread that reads inputs, and the time that it takes for each. */
final class FuzzThread {
    /** The name of the file that holds an input. */
    static final String INPUT = "input";
    /** A machine can be busy; a thread's own time does not go on meanwhile. */
    private static final Duration LONGEST_CPU = Duration.ofSeconds(10);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(3);
    private static final int WATCH_MILLIS = 100;
    private static final ThreadMXBean TIMES = ManagementFactory.getThreadMXBean();

    /** An input that is being read. */
    private static final class Current {
        private final long n;
        private final byte[] input;
        private final long cpu;
        private final long begin = System.nanoTime();

        Current(long n, byte[] input, long cpu) {
            this.n = n;
            this.input = input;
            this.cpu = cpu;
        }
    }

    private final FuzzRun run;
    private final Reader<?> reader;
    private final Inputs inputs;
    private final AtomicLong next;
    private final Tally tally;
    private final Thread thread;
    private volatile Current current;
    private volatile @Nullable IOException broken;

    private FuzzThread(FuzzRun run, Reader<?> reader, Inputs inputs, AtomicLong next, Tally tally) {
        this.run = run;
        this.reader = reader;
        this.inputs = inputs;
        this.next = next;
        this.tally = tally;
        current = new Current(-1, new byte[0], 0);
        thread = Thread.ofPlatform().daemon().name("fuzz-" + reader.name()).unstarted(this::work);
    }

    static FuzzThread start(FuzzRun run, Reader<?> reader, Inputs inputs, AtomicLong next, Tally tally) {
        FuzzThread fuzz = new FuzzThread(run, reader, inputs, next, tally);
        fuzz.thread.start();
        return fuzz;
    }

    private long cpu() {
        return TIMES.getThreadCpuTime(thread.threadId());
    }

    private void work() {
        try {
            Path folder = Files.createTempDirectory("fuzz");
            folder.toFile().deleteOnExit();
            Path file = folder.resolve(INPUT);
            long budget = run.cpu().dividedBy(run.threads()).toNanos();
            for (long n = next.getAndIncrement(); n < run.most()
                    && cpu() < budget; n = next.getAndIncrement()) {
                byte[] input = inputs.get(n);
                current = new Current(n, input, cpu());
                Files.write(file, input);
                read(n, input, file);
            }
            tally.used(Duration.ofNanos(cpu()));
            Files.deleteIfExists(file);
            Files.deleteIfExists(file.resolveSibling("again"));
        } catch (IOException failed) {
            broken = failed;
        }
    }

    /** Whatever is thrown is a finding, errors of the JVM included. */
    private void read(long n, byte[] input, Path file) throws IOException {
        try {
            if (FuzzRun.examine(reader, input, file)) {
                tally.accepted();
            } else {
                tally.refused();
            }
        } catch (Throwable failure) {
            tally.failed(n, input, failure);
        }
    }

    /** Waits for its end, or until it has taken too long for an input: then that is a failure, and it is left alone. */
    void watch() throws IOException, InterruptedException {
        while (!thread.join(Duration.ofMillis(WATCH_MILLIS))) {
            Current now = current;
            Duration used = Duration.ofNanos(cpu() - now.cpu);
            Duration waited = Duration.ofNanos(System.nanoTime() - now.begin);
            if (used.compareTo(LONGEST_CPU) > 0 || waited.compareTo(LONGEST_WAIT) > 0) {
                AssertionError slow = new AssertionError("still reading after " + used.toSeconds() + " s");
                slow.setStackTrace(thread.getStackTrace());
                tally.failed(now.n, now.input, slow);
                return;
            }
        }
        if (broken != null) {
            throw new IOException(broken);
        }
    }
}
