package dev.lanewise.kernels.catalog;

import dev.lanewise.kernels.GlobalNorm;
import dev.lanewise.kernels.reference.ReductionReference;
import java.util.List;

/** The kernel of {@link GlobalNorm}, on one array. */
final class GlobalNormKernels {
    /** One for each thread, as its users keep one. */
    private static final ThreadLocal<GlobalNorm> NORM = ThreadLocal.withInitial(GlobalNorm::new);

    static final List<Kernel> ALL = List.of(
            Kernel.of(GlobalNorm.class, "add")
                    .formula("l2Norm of all arrays that were added, as of one vector")
                    .special(
                            "infinite from |x| = 1.8e19 on; below 1.1e-19 squares lose bits, below 2.6e-23 all")
                    .accuracy(Accuracy
                            .of("gamma(ceil(n / 64) + 8) / 2 times the norm, if no square underflows"))
                    .reduction("x", GlobalNormKernels::ofOneArray, ReductionReference::l2Norm));

    private GlobalNormKernels() {
    }

    private static float ofOneArray(int n, float[] x, int xOffset) {
        GlobalNorm norm = NORM.get();
        norm.reset();
        norm.add(n, x, xOffset);
        return norm.value();
    }
}
