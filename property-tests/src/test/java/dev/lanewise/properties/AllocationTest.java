package dev.lanewise.properties;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import dev.lanewise.kernels.Activation;
import dev.lanewise.kernels.Capabilities;
import dev.lanewise.kernels.Gemm;
import dev.lanewise.kernels.PackedMatrix;
import dev.lanewise.kernels.RandomStream;
import dev.lanewise.kernels.Transpose;
import dev.lanewise.kernels.Workers;
import dev.lanewise.kernels.catalog.Kernel;
import dev.lanewise.kernels.catalog.KernelCatalog;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Kernels allocate nothing once they are compiled. The interpreter boxes vectors, so calls are measured in
 * windows until one allocates nothing; if none does in time, something is boxed for good.
 */
@Tag("alone")
class AllocationTest {
    private static final long PATIENCE_NANOS = 20_000_000_000L;
    private static final int N = 1000;
    private final float[] x = Flavour.MODERATE.array(1, N * 10);
    private final float[] y = Flavour.MODERATE.array(2, N * 10);
    private final float[] z = new float[N * 10];

    @Test
    void smallProduct() {
        assertNoAllocation("small product", () -> product(Workers.shared(), 5));
    }

    @Test
    void productOfOneThread() {
        try (Workers workers = Workers.of(1)) {
            assertNoAllocation("product of one thread", () -> product(workers, 97));
        }
    }

    @Test
    void productOfTwoThreads() {
        try (Workers workers = Workers.of(2)) {
            assertNoAllocation("product of two threads", () -> product(workers, 97));
        }
    }

    @ParameterizedTest
    @EnumSource
    void layerOfTwoThreads(Activation activation) {
        LinearCase layer = LinearCase.of(Transpose.N, 67, 97, 97, activation, 1);
        LinearCase.Operands operands = layer.operands();
        try (Workers workers = Workers.of(2)) {
            assertNoAllocation("layer with " + activation, () -> layer.facade(workers, operands));
        }
    }

    @ParameterizedTest
    @EnumSource
    void packedLayerOfTwoThreads(Activation activation) {
        LinearCase layer = LinearCase.of(Transpose.N, 67, 97, 97, activation, 1);
        LinearCase.Operands operands = layer.operands();
        Guarded w = operands.w();
        PackedMatrix packed = PackedMatrix.of(Transpose.N, 97, 97, w.array(), w.offset(), w.ld());
        try (Workers workers = Workers.of(2)) {
            assertNoAllocation("packed layer with " + activation,
                    () -> layer.packed(workers, operands, packed));
        }
    }

    @Test
    void packedProductOfOneThread() {
        PackedMatrix packed = PackedMatrix.of(Transpose.T, 97, 97, y, 0, 97);
        try (Workers workers = Workers.of(1)) {
            assertNoAllocation("packed product", () -> Gemm.sgemm(workers, Transpose.N, 97, 1f, x, 0, 97,
                    packed, 0.5f, z, 0, 97));
        }
    }

    @ParameterizedTest
    @EnumSource
    void packingAgain(Transpose trans) {
        PackedMatrix packed = PackedMatrix.of(trans, 97, 97, y, 0, 97);
        assertNoAllocation("packing again", () -> packed.set(trans, x, 0, 97));
    }

    @Test
    void drawsOfAStream() {
        RandomStream stream = new RandomStream(1, 2);
        assertNoAllocation("draws of a stream", () -> stream.normal(0f, 1f, N, z, 3));
    }

    static Stream<Named<Kernel>> kernels() {
        return KernelCatalog.all().stream().map(kernel -> Named.of(kernel.name(), kernel));
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void kernelOfTheCatalog(Kernel kernel) {
        Frame frame = Case.of(4, 251, 1).frame(kernel, kernel.usual());
        assertNoAllocation(kernel.name(), () -> kernel.facade().run(frame));
    }

    private void product(Workers workers, int size) {
        Gemm.sgemm(workers, Transpose.N, Transpose.T, size, size, size, 1f, x, 0, size, y, 0, size, 0.5f, z,
                0, size);
    }

    private static void assertNoAllocation(String what, Runnable call) {
        Capabilities jvm = Capabilities.current();
        if (jvm.vectorBits() > jvm.preferredBits()) {
            System.out.println(
                    "NOT TESTED, vectors wider than this machine's are boxed: allocation of " + what);
            return;
        }
        assertThat(AllocationWindows.least(call, PATIENCE_NANOS))
                .as("%s: bytes allocated by the last %d calls", what, AllocationWindows.CALLS)
                .isZero();
    }
}
