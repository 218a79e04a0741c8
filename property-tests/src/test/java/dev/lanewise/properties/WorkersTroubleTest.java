package dev.lanewise.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lanewise.kernels.Transpose;
import dev.lanewise.kernels.Workers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever befalls threads and executors, a call of {@link Workers} runs each part once and leaves none running. */
@Tag("once")
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WorkersTroubleTest {
    private static final GemmCase PRODUCT = GemmCase.of(Transpose.N, Transpose.T, 97, 513, 65, 2)
            .with(0.5f, -1f);

    /** A helper that is interrupted while idle goes on waiting: it does not spin, and takes parts again. */
    @Test
    void interruptedHelperWaits() throws InterruptedException {
        try (Workers workers = Workers.of(2)) {
            Thread helper = helperOf(workers);
            for (int i = 0; i < 20; i++) {
                helper.interrupt();
                awaitWaiting(helper);
                assertThat(helper.isInterrupted()).isFalse();
            }
            assertThat(helperOf(workers)).isSameAs(helper);
        }
    }

    /** A part that interrupts its own thread, and one that leaves the flag set by others, change nothing either. */
    @Test
    void helpersInterruptedByTheirPartsWait() throws InterruptedException {
        try (Workers workers = Workers.of(2)) {
            Thread helper = helperOf(workers);
            Thread caller = Thread.currentThread();
            together(workers, () -> {
                if (Thread.currentThread() != caller) {
                    Thread.currentThread().interrupt();
                }
            });
            awaitWaiting(helper);
            assertThat(helper.isInterrupted()).isFalse();
        }
    }

    @Test
    @SuppressWarnings("ThreadPriorityCheck") // yields so that interrupts come as often as they can
    void productsAreRightWhileHelpersAreInterrupted() throws InterruptedException {
        try (Workers workers = Workers.of(3)) {
            var end = new AtomicBoolean();
            Thread helper = helperOf(workers);
            Thread nuisance = Thread.ofPlatform().start(() -> {
                while (!end.get()) {
                    helper.interrupt();
                    Thread.yield();
                }
            });
            for (int call = 0; call < 500; call++) {
                assertEachOnce(workers, 1 + call % 9);
            }
            PRODUCT.check(workers);
            end.set(true);
            nuisance.join();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void interruptedCallerStaysInterruptedAndGetsItsProduct(int threads) {
        try (Workers workers = Workers.of(threads)) {
            Thread.currentThread().interrupt();
            assertEachOnce(workers, 50);
            PRODUCT.check(workers);
            assertThat(Thread.interrupted()).isTrue();
            Thread caller = Thread.currentThread();
            workers.run(50, part -> caller.interrupt());
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    /** An executor that gave up waiting has eaten the flag. */
    @Test
    void interruptSeenByTheExecutorIsKeptForTheCaller() {
        Workers workers = Workers.using(task -> HostileExecutor.sneak(new InterruptedException()), 3);
        assertEachOnce(workers, 5);
        assertThat(Thread.interrupted()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void everyPartRunsOnceOnAnyExecutor(HostileExecutor kind) {
        Workers workers = Workers.using(kind.start(), 3);
        for (int call = 0; call < 100; call++) {
            assertEachOnce(workers, 2 + call % 9);
        }
        PRODUCT.check(workers);
    }

    @ParameterizedTest
    @EnumSource
    void noPartIsLeftRunningByAFailureOnAnyExecutor(HostileExecutor kind) {
        assertNoneIsLeftRunning(Workers.using(kind.start(), 3));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void noPartIsLeftRunningByAFailure(int threads) {
        try (Workers workers = Workers.of(threads)) {
            assertNoneIsLeftRunning(workers);
        }
    }

    private static void assertNoneIsLeftRunning(Workers workers) {
        List<Throwable> kinds = List.of(new IllegalStateException("a"), new StackOverflowError("b"),
                new IOException("c"), new InterruptedException("d"), new Throwable("e"));
        for (Throwable kind : kinds) {
            for (int call = 0; call < 5; call++) {
                int failing = call;
                var ended = new AtomicInteger();
                assertThatThrownBy(() -> workers.run(5, part -> {
                    if (part == failing) {
                        ended.incrementAndGet();
                        HostileExecutor.sneak(kind);
                    }
                    pause();
                    ended.incrementAndGet();
                })).satisfiesAnyOf(e -> assertThat(e).isSameAs(kind),
                        e -> assertThat(e).isInstanceOf(IllegalStateException.class).hasCause(kind));
                assertThat(ended.get()).isEqualTo(5);
                assertEachOnce(workers, 5);
            }
        }
    }

    @Test
    void callersInVirtualThreads() throws Exception {
        try (Workers workers = Workers.of(3);
                ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> calls = new ArrayList<>();
            for (int caller = 0; caller < 50; caller++) {
                calls.add(callers.submit(() -> {
                    for (int call = 0; call < 50; call++) {
                        assertEachOnce(workers, 11);
                    }
                    workers.run(3, outer -> workers.run(3, inner -> assertEachOnce(workers, 2)));
                }));
            }
            for (Future<?> call : calls) {
                call.get();
            }
        }
    }

    /** Calls that are under way when the team is closed end well, and later ones run alone. */
    @Test
    void closingWhileOthersCall() throws Exception {
        try (ExecutorService callers = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 50; round++) {
                Workers workers = Workers.of(3);
                var started = new CountDownLatch(1);
                Future<?> call = callers.submit(() -> {
                    for (int i = 0; i < 20; i++) {
                        assertEachOnce(workers, 7);
                        started.countDown();
                    }
                });
                started.await();
                workers.close();
                call.get();
            }
        }
    }

    /** The team's only thread of its own, busy at the same time as the caller. */
    private static Thread helperOf(Workers workers) {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        together(workers, () -> threads.add(Thread.currentThread()));
        threads.remove(Thread.currentThread());
        return threads.iterator().next();
    }

    /** Runs it in two threads: neither part ends before both have begun. */
    private static void together(Workers workers, Runnable task) {
        var both = new CountDownLatch(2);
        workers.run(2, part -> {
            task.run();
            both.countDown();
            awaitIgnoringInterrupts(both);
        });
    }

    private static void awaitIgnoringInterrupts(CountDownLatch latch) {
        boolean interrupted = false;
        while (latch.getCount() > 0) {
            try {
                latch.await(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Twice in a row, with time between to come back from a park that did not wait. */
    @SuppressWarnings("ThreadPriorityCheck")
    private static void awaitWaiting(Thread thread) throws InterruptedException {
        for (int seen = 0; seen < 3; Thread.sleep(1)) {
            seen = thread.getState() == Thread.State.WAITING && !thread.isInterrupted() ? seen + 1 : 0;
        }
    }

    private static void pause() {
        for (int i = 0; i < 1_000; i++) {
            Thread.onSpinWait();
        }
    }

    private static void assertEachOnce(Workers workers, int parts) {
        var counts = new AtomicIntegerArray(parts);
        workers.run(parts, counts::incrementAndGet);
        for (int i = 0; i < parts; i++) {
            if (counts.get(i) != 1) {
                throw new AssertionError("part " + i + " ran " + counts.get(i) + " times");
            }
        }
    }
}
