package dev.lanewise.jmh.peers;

import dev.lanewise.jmh.GemmShape;
import dev.lanewise.kernels.Workers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who takes part, each in a process of its own. */
enum Contestant {
    /** This library. */
    LANEWISE("Lanewise", ""),
    /** OpenBLAS with the AVX-512 kernels, which it does not choose by itself on every such machine. */
    OPENBLAS_FAST("OpenBLAS SkylakeX", "openblas"),
    /** OpenBLAS with the kernels of its own choice. */
    OPENBLAS("OpenBLAS", "openblas"),
    /** MKL. */
    MKL("MKL", "mkl"),
    /** oneDNN. */
    ONEDNN("oneDNN", "onednn"),
    /** netlib on the Vector API, on one thread only. */
    NETLIB("netlib", "netlib"),
    /** MKL called once for many small products. */
    MKL_BATCH("MKL inside C", "mkl");

    /** Beyond it the call from Java is a small part of the time. */
    private static final double SMALL_FLOPS = 2.0 * 40 * 40 * 40;

    private final String title;
    private final String jars;

    Contestant(String title, String jars) {
        this.title = title;
        this.jars = jars;
    }

    String title() {
        return title;
    }

    /** The folder of its jars among the built ones; empty if it needs none. */
    String jars() {
        return jars;
    }

    boolean runsOnVectorApi() {
        return this == LANEWISE || this == NETLIB;
    }

    /** Whether it is a native library measured as a Java user gets it: what the ratio is taken against. */
    boolean isNative() {
        return !runsOnVectorApi() && this != MKL_BATCH;
    }

    boolean takes(GemmShape shape) {
        return this != MKL_BATCH || shape.flops() <= SMALL_FLOPS;
    }

    /** Those for so many threads. */
    static List<Contestant> on(int threads, boolean avx512) {
        return List.of(values())
                .stream()
                .filter(c -> c != OPENBLAS_FAST || avx512)
                .filter(c -> threads == 1 || (c != NETLIB && c != MKL_BATCH))
                .toList();
    }

    /** Variables of its process. */
    Map<String, String> environment(int threads) {
        String t = Integer.toString(threads);
        Map<String, String> settings = Map.of("OPENBLAS_NUM_THREADS", t, "MKL_NUM_THREADS", t, "MKL_DYNAMIC",
                "FALSE",
                "OMP_NUM_THREADS", t);
        if (this != OPENBLAS_FAST) {
            return settings;
        }
        Map<String, String> fast = new HashMap<>(settings);
        fast.put("OPENBLAS_CORETYPE", "SkylakeX");
        return fast;
    }

    /** Loads the library; only in the contestant's own process. */
    Product open(Workers workers) {
        return switch (this) {
            case LANEWISE -> new LanewiseProduct(workers);
            case OPENBLAS_FAST, OPENBLAS -> new OpenBlasProduct();
            case MKL -> new MklProduct();
            case ONEDNN -> new OneDnnProduct();
            case NETLIB -> new NetlibProduct();
            case MKL_BATCH -> new MklBatchProduct();
        };
    }
}
