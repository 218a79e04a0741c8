/** SIMD kernels with the same bits everywhere. */
module dev.lanewise.kernels {
    requires jdk.incubator.vector;
    requires static org.jspecify;

    exports dev.lanewise.kernels;
    exports dev.lanewise.kernels.catalog;
    exports dev.lanewise.kernels.reference;
}
