package dev.lanewise.properties;

import dev.lanewise.kernels.catalog.Kernel;
import dev.lanewise.kernels.catalog.KernelCatalog;

/**
 * Calls one kernel at one size in a JVM of its own, and prints the bytes that it allocates once it is compiled; see
 * {@link FreshAllocationTest}. Arguments: the kernel's name, rows, columns.
 */
public final class AllocationProbe {
    private static final long PATIENCE_NANOS = 20_000_000_000L;

    private AllocationProbe() {
    }

    /** Takes a kernel, rows and columns. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] args) {
        Kernel kernel = KernelCatalog.get(args[0]);
        Frame frame = Case.of(Integer.parseInt(args[1]), Integer.parseInt(args[2]), 1)
                .frame(kernel, kernel.usual());
        System.out.println(AllocationWindows.least(() -> kernel.facade().run(frame), PATIENCE_NANOS));
    }
}
