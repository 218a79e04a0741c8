package dev.lanewise.reports;

import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * What Ctrl-C (or SIGTERM) does to a command: it ends the process at once, unless the command has said how to stop. Then it
 * asks for that and waits for the close, behind the last line that the command prints. The process ends with the exit
 * code of the signal, 130 or 143. More signals change nothing.
 */
final class Interruption implements AutoCloseable {
    private final CountDownLatch closed = new CountDownLatch(1);
    private @Nullable Thread hook;

    /** From now on, an interruption is this request. */
    void stopBy(Runnable stop) {
        Thread waiting = new Thread(() -> {
            stop.run();
            awaitClose();
        }, "lanewise-interruption");
        try {
            Runtime.getRuntime().addShutdownHook(waiting);
            hook = waiting;
        } catch (IllegalStateException shuttingDown) {
            stop.run(); // The process ends at any moment: nothing need be begun.
        }
    }

    private void awaitClose() {
        try {
            closed.await();
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            if (hook != null) {
                Runtime.getRuntime().removeShutdownHook(hook);
            }
        } catch (IllegalStateException shuttingDown) {
            // It runs now, and ends by itself.
        }
    }
}
