package dev.lanewise.reports;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * What Ctrl-C (or SIGTERM, or SIGHUP) does to a command. At first it ends the process at once. A command that has said how to
 * stop is asked to, and waited for; one that has said its last words only says them. The process ends with the exit code
 * of the signal, 130, 143 or 129. More signals change nothing.
 */
final class Interruption implements AutoCloseable {
    /** Counted down when nothing is left to wait for. */
    private final CountDownLatch stopped = new CountDownLatch(1);
    /** Held by what must not be cut in two. */
    private final ReentrantLock whole = new ReentrantLock();
    private volatile @Nullable Runnable stop;
    private volatile @Nullable Runnable lastWords;
    private volatile boolean requested;
    private @Nullable Thread hook;

    /** What writes files. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException;
    }

    /** From now on, an interruption is this request, and the process goes on until {@link #endBy} or {@link #close}. */
    void stopBy(Runnable request) {
        stop = request;
        if (!listen()) {
            request.run(); // The process ends at any moment: nothing need be begun.
        }
    }

    /**
     * From now on, an interruption ends the process at once, with these words; if there has been one already, then here. They
     * are said when no {@link #whole} work is under way.
     */
    void endBy(Runnable words) {
        whole.lock();
        try {
            lastWords = words;
        } finally {
            whole.unlock();
        }
        listen();
        stopped.countDown();
    }

    /** Does something that no interruption that {@link #endBy} answers can cut in two. */
    void whole(Work work) throws IOException {
        whole.lock();
        try {
            work.run();
        } finally {
            whole.unlock();
        }
    }

    /** Whether the command was asked to stop. */
    boolean requested() {
        return requested;
    }

    /** Has the process listen; false if it ends already. */
    private boolean listen() {
        if (hook != null) {
            return true;
        }
        Thread answering = new Thread(this::answer, "lanewise-interruption");
        try {
            Runtime.getRuntime().addShutdownHook(answering);
            hook = answering;
            return true;
        } catch (IllegalStateException shuttingDown) {
            return false;
        }
    }

    private void answer() {
        requested = true;
        Runnable request = stop;
        if (request != null) {
            request.run();
        }
        try {
            if (request != null) {
                stopped.await();
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
        whole.lock(); // For ever: nothing is begun any more.
        Runnable words = lastWords;
        if (words != null) {
            words.run();
        }
    }

    @Override
    public void close() {
        whole.lock();
        try {
            lastWords = null;
        } finally {
            whole.unlock();
        }
        stopped.countDown();
        try {
            if (hook != null) {
                Runtime.getRuntime().removeShutdownHook(hook);
            }
        } catch (IllegalStateException shuttingDown) {
            // It runs now, and ends by itself.
        }
    }
}
