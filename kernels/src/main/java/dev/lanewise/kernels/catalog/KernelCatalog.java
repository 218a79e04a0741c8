package dev.lanewise.kernels.catalog;

import java.util.List;
import java.util.stream.Stream;

/** Every kernel but the matrix products, which have cases and benchmarks of their own. */
public final class KernelCatalog {
    private static final List<Kernel> ALL = Stream
            .of(ElementMathKernels.ALL, ActivationKernels.ALL, PreluKernels.ALL, SoftmaxKernels.ALL,
                    LossKernels.ALL, ElementLossKernels.ALL,
                    VectorMathKernels.ALL,
                    ReductionKernels.ALL, GlobalNormKernels.ALL, OptimizerKernels.ALL,
                    AdaptiveOptimizerKernels.ALL,
                    AdamOptimizerKernels.ALL, PhiloxKernels.ALL, MaxoutKernels.ALL,
                    DropoutKernels.ALL, MaxNormKernels.ALL)
            .flatMap(List::stream)
            .toList();

    private KernelCatalog() {
    }

    /**
     * The kernel of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Kernel get(String name) {
        return ALL.stream()
                .filter(kernel -> kernel.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "kernel: " + name + " (expected a name such as " + ALL.get(0).name() + ")"));
    }

    /** All kernels, family by family. */
    public static List<Kernel> all() {
        return ALL;
    }
}
