package dev.lanewise.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lanewise.kernels.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The promises of {@link Workers}. A team that hangs fails by its time limit. */
@Tag("once")
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WorkersTest {
    private static final int[] PARTS = {0, 1, 2, 3, 7, 100, 4096, Workers.MAX_PARTS};

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void everyPartRunsExactlyOnce(int threads) {
        try (Workers workers = Workers.of(threads)) {
            assertThat(workers.threads()).isEqualTo(threads);
            for (int parts : PARTS) {
                assertEachOnce(workers, parts);
            }
        }
    }

    @Test
    void everyPartRunsExactlyOnceInManyShortCalls() {
        try (Workers workers = Workers.of(3)) {
            for (int call = 0; call < 20_000; call++) {
                assertEachOnce(workers, 1 + call % 9);
            }
        }
    }

    @Test
    void everyPartRunsExactlyOnceAfterThreadsHaveParked() throws InterruptedException {
        try (Workers workers = Workers.of(3)) {
            for (int call = 0; call < 50; call++) {
                Thread.sleep(2);
                assertEachOnce(workers, 5);
            }
        }
    }

    /** Each of two parts waits for the other: alone, no thread could end them. */
    @Test
    void partsRunAtTheSameTime() {
        try (Workers workers = Workers.of(2)) {
            var both = new CountDownLatch(2);
            workers.run(2, part -> {
                both.countDown();
                await(both);
            });
            assertThat(both.getCount()).isZero();
        }
    }

    @Test
    void whatPartsWroteIsVisibleAfterwards() {
        try (Workers workers = Workers.of(3)) {
            int[] plain = new int[64];
            for (int call = 1; call <= 5_000; call++) {
                int value = call;
                workers.run(64, part -> plain[part] = value);
                assertThat(plain).containsOnly(value);
            }
        }
    }

    @Test
    void nestedCallsRunEveryPart() {
        try (Workers workers = Workers.of(3)) {
            var counts = new AtomicIntegerArray(8 * 8 * 8);
            workers.run(8, i -> workers.run(8,
                    j -> workers.run(8, k -> counts.incrementAndGet((i * 8 + j) * 8 + k))));
            assertAllOnes(counts);
        }
    }

    @Test
    void concurrentCallersRunEveryPart() throws Exception {
        try (Workers workers = Workers.of(3); ExecutorService callers = Executors.newFixedThreadPool(4)) {
            List<Future<?>> calls = new ArrayList<>();
            for (int caller = 0; caller < 4; caller++) {
                calls.add(callers.submit(() -> {
                    for (int call = 0; call < 2_000; call++) {
                        assertEachOnce(workers, 11);
                    }
                }));
            }
            for (Future<?> call : calls) {
                call.get();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void failureIsThrownAfterAllPartsHaveEnded(int threads) {
        try (Workers workers = Workers.of(threads)) {
            var ended = new AtomicInteger();
            assertThatThrownBy(() -> workers.run(50, part -> {
                ended.incrementAndGet();
                if (part == 7) {
                    throw new IllegalStateException("part 7");
                }
            })).isInstanceOf(IllegalStateException.class).hasMessage("part 7");
            assertThat(ended.get()).isEqualTo(50);
            assertEachOnce(workers, 50);
        }
    }

    @Test
    void errorsAreThrownToo() {
        try (Workers workers = Workers.of(2)) {
            assertThatThrownBy(() -> workers.run(5, part -> {
                throw new AssertionError("part");
            })).isInstanceOf(AssertionError.class).hasMessage("part");
        }
    }

    /** An executor that refuses leaves all parts to the caller, in ascending order. */
    @Test
    void firstFailureIsTheOneThrown() {
        Workers workers = Workers.using(rejecting(), 2);
        assertThatThrownBy(() -> workers.run(3, part -> {
            throw new IllegalStateException("part " + part);
        })).hasMessage("part 0");
    }

    /** An executor that fails, in any way, neither fails the call nor disturbs the next one. */
    @Test
    void failingExecutorLeavesAllPartsToTheCaller() {
        Workers workers = Workers.using(task -> {
            throw new OutOfMemoryError("no thread to be had");
        }, 3);
        for (int call = 0; call < 3; call++) {
            assertEachOnce(workers, 5);
        }
    }

    /** However many calls an executor is too busy to help with, it is never asked twice for the same helper. */
    @Test
    void delayedExecutorIsNotFlooded() {
        List<Runnable> queue = new ArrayList<>();
        Workers workers = Workers.using(queue::add, 3);
        for (int call = 0; call < 100; call++) {
            assertEachOnce(workers, 5);
        }
        assertThat(queue).hasSize(2);
        queue.forEach(Runnable::run);
        queue.clear();
        assertEachOnce(workers, 5);
        assertThat(queue).hasSize(2);
    }

    @Test
    void closedTeamRunsOnTheCallerAlone() {
        Workers workers = Workers.of(3);
        assertEachOnce(workers, 20);
        workers.close();
        workers.close();
        Thread caller = Thread.currentThread();
        workers.run(20, part -> assertThat(Thread.currentThread()).isSameAs(caller));
        assertEachOnce(workers, 20);
    }

    @Test
    void closeEndsTheThreads() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        try (Workers workers = Workers.of(2)) {
            var both = new CountDownLatch(2);
            workers.run(2, part -> {
                synchronized (threads) {
                    threads.add(Thread.currentThread());
                }
                both.countDown();
                await(both);
            });
        }
        threads.remove(Thread.currentThread());
        assertThat(threads).hasSize(1);
        Thread own = threads.getFirst();
        assertThat(own.isDaemon()).isTrue();
        own.join(10_000);
        assertThat(own.isAlive()).isFalse();
    }

    @Test
    void sharedTeamIsNeverClosed() {
        Workers.shared().close();
        assertThat(Workers.shared().threads()).isEqualTo(Runtime.getRuntime().availableProcessors());
        assertEachOnce(Workers.shared(), 20);
    }

    @Test
    void rejectingExecutorCostsNothingButSpeed() {
        assertEachOnce(Workers.using(rejecting(), 4), 100);
    }

    /** Tasks that start long after their call find nothing to do. */
    @Test
    void delayedTasksAreHarmless() {
        List<Runnable> late = new ArrayList<>();
        Workers workers = Workers.using(late::add, 3);
        assertEachOnce(workers, 10);
        assertThat(late).isNotEmpty();
        late.forEach(Runnable::run);
        assertEachOnce(workers, 10);
    }

    @Test
    void callersExecutorIsNotClosed() {
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            try (Workers workers = Workers.using(pool, 3)) {
                assertEachOnce(workers, 100);
            }
            assertThat(pool.isShutdown()).isFalse();
        }
    }

    @Test
    @SuppressWarnings("NullAway") // null arguments are the subject
    void illegalArguments() {
        assertThatIllegalArgumentException().isThrownBy(() -> Workers.of(0))
                .withMessage("threads: 0 (expected >= 1)");
        assertThatIllegalArgumentException().isThrownBy(() -> Workers.using(Runnable::run, -2))
                .withMessage("threads: -2 (expected >= 1)");
        assertThatNullPointerException().isThrownBy(() -> Workers.using(null, 2))
                .withMessage("executor: null");
        try (Workers workers = Workers.of(2)) {
            for (int parts : new int[]{-1, Workers.MAX_PARTS + 1}) {
                assertThatIllegalArgumentException().isThrownBy(() -> workers.run(parts, part -> {}))
                        .withMessage("parts: " + parts + " (expected 0 to 65535)");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    @SuppressWarnings("NullAway") // a null argument is the subject
    void missingWorkIsRefused(int threads) {
        try (Workers workers = Workers.of(threads)) {
            assertThatNullPointerException().isThrownBy(() -> workers.run(5, null));
        }
    }

    private static Executor rejecting() {
        return task -> {
            throw new RejectedExecutionException("full");
        };
    }

    private static void assertEachOnce(Workers workers, int parts) {
        var counts = new AtomicIntegerArray(parts);
        workers.run(parts, counts::incrementAndGet);
        assertAllOnes(counts);
    }

    private static void assertAllOnes(AtomicIntegerArray counts) {
        for (int i = 0; i < counts.length(); i++) {
            if (counts.get(i) != 1) {
                throw new AssertionError("part " + i + " ran " + counts.get(i) + " times");
            }
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
