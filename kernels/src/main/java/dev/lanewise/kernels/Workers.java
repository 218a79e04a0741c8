package dev.lanewise.kernels;

import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A bounded team of threads that kernels divide work among. The calling thread always takes part, and takes all
 * parts itself when the team is busy with another call (nested or concurrent), so a call never waits for a
 * thread that has not started. Work is divided along output elements only: results do not depend on the number
 * of threads.
 *
 * <p>Own threads are daemons that spin for some microseconds after a call, so that the next one starts at once,
 * and then park. A call allocates nothing. Who interrupts the caller finds it interrupted still after the call, whose
 * parts all ran; own threads are not there to be interrupted, and forget it.
 */
public final class Workers implements AutoCloseable {
    /** One part of a divided piece of work. */
    @FunctionalInterface
    public interface Work {
        /** Does part {@code part}; parts run in any order, each exactly once. */
        void run(int part);
    }

    /** The most parts that one call may have. */
    public static final int MAX_PARTS = 0xFFFF;

    /** How long an idle thread spins before it parks; covers the serial gaps between kernels of a training step. */
    private static final long SPIN_NANOS = 100_000;

    private static final class Shared {
        static final Workers INSTANCE = start(Runtime.getRuntime().availableProcessors(), true);
    }

    private final int threads;
    private final @Nullable Executor executor;
    private final boolean everlasting;
    private final Helper[] helpers;
    private final AtomicBoolean busy = new AtomicBoolean();
    /** Generation (32 bits), number of parts (16 bits), next unclaimed part (16 bits). */
    private final AtomicLong ticket = new AtomicLong();
    private final AtomicInteger unfinished = new AtomicInteger();
    /** Written before the ticket of its generation; read only by those who claimed a part of it. */
    private @Nullable Work work;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private volatile boolean closed;

    private Workers(int threads, @Nullable Executor executor, boolean everlasting) {
        if (threads < 1) {
            throw new IllegalArgumentException("threads: " + threads + " (expected >= 1)");
        }
        this.threads = threads;
        this.executor = executor;
        this.everlasting = everlasting;
        this.helpers = new Helper[threads - 1];
        for (int i = 0; i < helpers.length; i++) {
            helpers[i] = new Helper();
        }
    }

    /** The team of all processors, started at first use and shared by the whole JVM. */
    public static Workers shared() {
        return Shared.INSTANCE;
    }

    /**
     * A team of the caller and {@code threads - 1} daemon threads of its own, which end with {@link #close}.
     *
     * @throws IllegalArgumentException if {@code threads < 1}
     */
    public static Workers of(int threads) {
        return start(threads, false);
    }

    private static Workers start(int threads, boolean everlasting) {
        Workers workers = new Workers(threads, null, everlasting);
        for (int i = 0; i < workers.helpers.length; i++) {
            workers.helpers[i].start("lanewise-worker-" + (i + 1));
        }
        return workers;
    }

    /**
     * A team of the caller and up to {@code threads - 1} tasks at a time on the caller's own executor, which is
     * not closed with the team. An executor that refuses tasks, throws whatever it likes, runs them late, twice, in the
     * caller or never costs speed, nothing else.
     *
     * @throws IllegalArgumentException if {@code threads < 1}
     */
    public static Workers using(Executor executor, int threads) {
        Check.notNull("executor", executor);
        return new Workers(threads, executor, false);
    }

    /** How many threads take part at most, the caller included. */
    public int threads() {
        return threads;
    }

    /**
     * Runs parts 0 to {@code parts - 1} and returns when all are done; what they wrote is then visible.
     *
     * @throws IllegalArgumentException if {@code parts} is negative or above {@link #MAX_PARTS}
     * @throws RuntimeException or Error: the first that a part threw, after all parts have ended; what is neither
     *         comes as the cause of an IllegalStateException
     */
    public void run(int parts, Work task) {
        if (parts < 0 || parts > MAX_PARTS) {
            throw new IllegalArgumentException("parts: " + parts + " (expected 0 to " + MAX_PARTS + ")");
        }
        Check.notNull("task", task);
        if (parts <= 1 || threads == 1 || closed || !busy.compareAndSet(false, true)) {
            runAlone(parts, task);
            return;
        }
        try {
            runTogether(parts, task);
        } finally {
            work = null;
            busy.set(false);
        }
    }

    private static void runAlone(int parts, Work task) {
        Throwable first = null;
        for (int part = 0; part < parts; part++) {
            try {
                task.run(part);
            } catch (Throwable thrown) {
                first = first == null ? thrown : first;
            }
        }
        rethrow(first);
    }

    private void runTogether(int parts, Work task) {
        work = task;
        failure.set(null);
        unfinished.set(parts);
        long generation = (ticket.get() >>> 32) + 1;
        ticket.set(generation << 32 | (long) parts << 16);
        try {
            summon(Math.min(parts, threads) - 1);
            takeParts();
        } catch (Throwable outsideOfParts) {
            // No stack left, perhaps. Others may be at work: nobody leaves before they have ended.
            failure.compareAndSet(null, outsideOfParts);
            giveUpUnclaimed();
        }
        awaitOthers();
        rethrow(failure.get());
    }

    private void giveUpUnclaimed() {
        for (long now = ticket.get(); hasParts(now); now = ticket.get()) {
            if (ticket.compareAndSet(now, now + 1)) {
                unfinished.decrementAndGet();
            }
        }
    }

    @SuppressWarnings("ThreadPriorityCheck") // yields only where there are more threads than processors
    private void awaitOthers() {
        for (int spins = 0; unfinished.get() != 0; spins++) {
            if (spins < 10_000) {
                Thread.onSpinWait();
            } else {
                Thread.yield();
            }
        }
    }

    private void summon(int count) {
        for (int i = 0; i < count; i++) {
            if (executor == null) {
                helpers[i].wake();
            } else {
                helpers[i].submitTo(executor);
            }
        }
    }

    /** Claims and runs parts until none is left unclaimed; what a part throws goes to the caller of its call. */
    private void takeParts() {
        for (long now = ticket.get(); hasParts(now); now = ticket.get()) {
            if (ticket.compareAndSet(now, now + 1)) {
                // A claimed part keeps its generation open, so the fields are this generation's.
                try {
                    Objects.requireNonNull(work).run((int) (now & 0xFFFF));
                } catch (Throwable thrown) {
                    failure.compareAndSet(null, thrown);
                } finally {
                    unfinished.decrementAndGet();
                }
            }
        }
    }

    private static boolean hasParts(long ticket) {
        return (ticket & 0xFFFF) < (ticket >>> 16 & 0xFFFF);
    }

    private static void rethrow(@Nullable Throwable thrown) {
        switch (thrown) {
            case null -> {
            }
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalStateException(thrown);
        }
    }

    /** Ends the team's own threads; later calls run on the caller alone. The shared team stays. */
    @Override
    public void close() {
        if (everlasting) {
            return;
        }
        closed = true;
        for (Helper helper : helpers) {
            helper.wake();
        }
    }

    /** What a team member does: on an own thread for ever, on an executor once per summons. */
    private final class Helper implements Runnable {
        private final AtomicBoolean queued = new AtomicBoolean();
        private volatile boolean parked;
        private @Nullable Thread thread;

        void start(String name) {
            Thread own = new Thread(this::serve, name);
            own.setDaemon(true);
            thread = own;
            own.start();
        }

        void wake() {
            if (parked) {
                LockSupport.unpark(thread);
            }
        }

        /** Never queued twice. A failure to queue is a refusal: the parts are published and the caller takes them. */
        void submitTo(Executor theirs) {
            if (queued.compareAndSet(false, true)) {
                try {
                    theirs.execute(this);
                } catch (Throwable refused) {
                    queued.set(false);
                    if (refused instanceof InterruptedException) {
                        Thread.currentThread().interrupt();
                    }
                }
            }
        }

        @Override
        public void run() {
            queued.set(false);
            takeParts();
        }

        private void serve() {
            while (!closed) {
                takeParts();
                awaitParts();
            }
        }

        private void awaitParts() {
            long deadline = System.nanoTime() + SPIN_NANOS;
            do {
                // Nobody means these threads; and park would not wait with the flag set.
                Thread.interrupted();
                for (int i = 0; i < 50 && !hasParts(ticket.get()); i++) {
                    Thread.onSpinWait();
                }
                if (System.nanoTime() - deadline > 0) {
                    parked = true;
                    if (!hasParts(ticket.get()) && !closed) {
                        LockSupport.park(this);
                    }
                    parked = false;
                }
            } while (!hasParts(ticket.get()) && !closed);
        }
    }
}
