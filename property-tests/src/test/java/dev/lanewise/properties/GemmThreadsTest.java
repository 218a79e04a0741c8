package dev.lanewise.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanewise.kernels.Activation;
import dev.lanewise.kernels.Gemm;
import dev.lanewise.kernels.Transpose;
import dev.lanewise.kernels.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Large products give the bits of the definition with any team, also when calls are nested or concurrent. */
class GemmThreadsTest {
    private static final List<GemmCase> LARGE = List.of(
            GemmCase.of(Transpose.N, Transpose.N, 257, 255, 129, 1),
            GemmCase.of(Transpose.N, Transpose.T, 97, 513, 65, 2).with(0.5f, -1f),
            GemmCase.of(Transpose.T, Transpose.N, 385, 97, 192, 3).with(-1f, 1f),
            GemmCase.of(Transpose.T, Transpose.T, 193, 200, 127, 4).with(1f, 0.5f),
            GemmCase.of(Transpose.N, Transpose.N, 6, 1025, 513, 5),
            GemmCase.of(Transpose.N, Transpose.N, 1031, 16, 257, 6).with(2f, 1f));

    private static final List<LinearCase> LAYERS = List.of(
            LinearCase.of(Transpose.N, 257, 255, 65, Activation.TANH, 7),
            LinearCase.of(Transpose.T, 6, 1025, 257, Activation.RELU, 8),
            LinearCase.of(Transpose.N, 1031, 17, 129, Activation.LEAKY_RELU, 9));

    private static final List<GemmCase.Operands> EXPECTED = LARGE.stream()
            .map(GemmThreadsTest::expected)
            .toList();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void ownThreads(int threads) {
        try (Workers workers = Workers.of(threads)) {
            checkAll(workers);
        }
    }

    @Test
    void sharedTeam() {
        GemmCase any = LARGE.getFirst();
        GemmCase.Operands x = any.operands();
        Gemm.sgemm(any.transA(), any.transB(), any.shape().m(), any.shape().n(), any.shape().k(), any.alpha(),
                x.a().array(), x.a().offset(), x.a().ld(), x.b().array(), x.b().offset(), x.b().ld(),
                any.beta(),
                x.c().array(), x.c().offset(), x.c().ld());
        any.assertSame(x, EXPECTED.getFirst(), any.operands());
    }

    @Test
    void callersOwnExecutorIsUsed() {
        var tasks = new AtomicInteger();
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            Workers workers = Workers.using(task -> {
                tasks.incrementAndGet();
                pool.execute(task);
            }, 3);
            checkAll(workers);
        }
        assertThat(tasks.get()).as("large products are divided").isGreaterThan(0);
    }

    @Test
    void smallProductStaysOnTheCallersThread() {
        var tasks = new AtomicInteger();
        Workers workers = Workers.using(task -> tasks.incrementAndGet(), 3);
        GemmCase.of(Transpose.N, Transpose.N, 8, 8, 8, 9).check(workers);
        assertThat(tasks.get()).isZero();
    }

    /** Its products must not touch the one whose parts it is being handed. */
    @Test
    void executorThatMultipliesItself() {
        GemmCase other = GemmCase.of(Transpose.T, Transpose.N, 300, 40, 70, 10);
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            checkAll(Workers.using(task -> {
                pool.execute(task);
                other.check(Workers.shared());
            }, 3));
            checkAll(Workers.using(task -> {
                other.check(Workers.shared());
                task.run();
            }, 3));
        }
    }

    @Test
    void executorThatRejects() {
        checkAll(Workers.using(task -> {
            throw new RejectedExecutionException("full");
        }, 3));
    }

    @Test
    void executorThatNeverStarts() {
        checkAll(Workers.using(task -> {}, 3));
    }

    @Test
    void closedTeam() {
        Workers workers = Workers.of(3);
        workers.close();
        checkAll(workers);
    }

    @Test
    void nestedCalls() {
        try (Workers workers = Workers.of(3)) {
            workers.run(2 * LARGE.size(), part -> check(workers, part % LARGE.size()));
        }
    }

    @Test
    void concurrentCalls() throws Exception {
        try (Workers workers = Workers.of(3); ExecutorService callers = Executors.newFixedThreadPool(4)) {
            List<Future<?>> calls = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                int index = i % LARGE.size();
                calls.add(callers.submit(() -> check(workers, index)));
            }
            for (Future<?> call : calls) {
                call.get();
            }
        }
    }

    private static void checkAll(Workers workers) {
        LAYERS.forEach(layer -> layer.check(workers));
        for (int i = 0; i < LARGE.size(); i++) {
            check(workers, i);
        }
    }

    private static void check(Workers workers, int index) {
        LARGE.get(index).check(workers, EXPECTED.get(index));
    }

    private static GemmCase.Operands expected(GemmCase any) {
        GemmCase.Operands expected = any.operands();
        any.reference(expected);
        return expected;
    }
}
