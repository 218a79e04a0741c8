package dev.lanewise.reports;

import java.util.concurrent.CountDownLatch;

/**
 * While it is open, Ctrl-C (or SIGTERM) asks to stop and waits for the close, instead of ending the process at once. The
 * process then ends with the exit code of the signal, 130 or 143.
 */
final class Interruption implements AutoCloseable {
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook;

    Interruption(Runnable stop) {
        hook = new Thread(() -> {
            stop.run();
            awaitClose();
        }, "lanewise-interruption");
        Runtime.getRuntime().addShutdownHook(hook);
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
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // It runs now, and ends by itself.
        }
    }
}
