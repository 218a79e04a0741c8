package dev.lanewise.jmh.peers;

import dev.lanewise.jmh.GemmShape;
import dev.lanewise.kernels.Workers;
import java.nio.file.Path;
import java.util.EnumSet;
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
    MKL_BATCH("MKL inside C", "mkl"),
    /** DJL with PyTorch, at elements and training. */
    DJL("DJL PyTorch", "djl"),
    /** ND4J at elements, DL4J on it at training. */
    ND4J("ND4J", "nd4j"),
    /** ONNX Runtime, at dense layers only. */
    ONNX_RUNTIME("ONNX Runtime", "onnxruntime");

    /** Beyond it the call from Java is a small part of the time. */
    private static final double SMALL_FLOPS = 2.0 * 40 * 40 * 40;

    private static final String VECTOR_API = "--add-modules=jdk.incubator.vector";

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

    /** ND4J's two GELUs are other functions, 0.02 and 0.03 away; of dense layers it has the parts alone. */
    boolean takes(ElementWork work) {
        return switch (this) {
            case LANEWISE, DJL -> true;
            case ND4J -> work.kind() != ElementKind.GELU && !work.isDense();
            case ONEDNN, ONNX_RUNTIME -> work.isDense();
            case OPENBLAS_FAST, OPENBLAS, MKL, NETLIB, MKL_BATCH -> false;
        };
    }

    /** Those that are compared at elements and dense layers. */
    static List<Contestant> ofElements() {
        return List.of(LANEWISE, DJL, ND4J, ONEDNN, ONNX_RUNTIME);
    }

    /** ND4J's momentum is Nesterov's only; DJL's Adagrad and RMSProp are not implemented on PyTorch. */
    boolean takes(OptimizerWork work) {
        return switch (work.kind()) {
            case ADAM -> true;
            case MOMENTUM -> this != ND4J;
            case ADAGRAD, RMSPROP -> this != DJL;
        };
    }

    /** Those that are compared at training and optimizers. */
    static List<Contestant> ofTraining() {
        return List.of(LANEWISE, DJL, ND4J);
    }

    /** Those that are compared at products on so many threads. */
    static List<Contestant> ofProducts(int threads, boolean avx512) {
        return EnumSet.range(LANEWISE, MKL_BATCH)
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
        if (this != OPENBLAS_FAST && !(this == ND4J && Machine.avx512())) {
            return settings;
        }
        Map<String, String> fast = new HashMap<>(settings);
        fast.put("OPENBLAS_CORETYPE", "SkylakeX");
        return fast;
    }

    /** Of its JVM, beside those that all have. */
    List<String> jvmOptions(Path unpacked, int threads) {
        return switch (this) {
            case LANEWISE -> List.of(VECTOR_API, "-Dlanewise.backend=simd");
            case NETLIB -> List.of(VECTOR_API);
            case DJL -> List.of("-Dai.djl.offline=true", "-DOPT_OUT_TRACKING=true",
                    "-DDJL_CACHE_DIR=" + unpacked.resolve("djl"), "-Dai.djl.pytorch.num_threads=" + threads,
                    "-Dai.djl.pytorch.num_interop_threads=1");
            default -> List.of();
        };
    }

    /** Loads the library; only in the contestant's own process. */
    ElementLibrary openElements(Workers workers, int threads) {
        return switch (this) {
            case LANEWISE -> new LanewiseElements(workers);
            case DJL -> new DjlElements();
            case ND4J -> new Nd4jElements(threads);
            case ONEDNN -> new OneDnnElements();
            case ONNX_RUNTIME -> new OnnxElements(threads);
            case OPENBLAS_FAST, OPENBLAS, MKL, NETLIB, MKL_BATCH ->
                throw new IllegalArgumentException("contestant: " + this + " (expected one for elements)");
        };
    }

    /** Loads the library; only in the contestant's own process. */
    TrainingLibrary openTraining(Workers workers, int threads) {
        return switch (this) {
            case LANEWISE -> new LanewiseTraining(workers);
            case DJL -> new DjlTraining();
            case ND4J -> new Dl4jTraining(threads);
            case OPENBLAS_FAST, OPENBLAS, MKL, ONEDNN, NETLIB, MKL_BATCH, ONNX_RUNTIME ->
                throw new IllegalArgumentException("contestant: " + this + " (expected one for training)");
        };
    }

    /** Loads the library; only in the contestant's own process. */
    OptimizerLibrary openOptimizers(Workers workers, int threads) {
        return switch (this) {
            case LANEWISE -> new LanewiseOptimizers(workers);
            case DJL -> new DjlOptimizers();
            case ND4J -> new Nd4jOptimizers(threads);
            case OPENBLAS_FAST, OPENBLAS, MKL, ONEDNN, NETLIB, MKL_BATCH, ONNX_RUNTIME ->
                throw new IllegalArgumentException("contestant: " + this + " (expected one for optimizers)");
        };
    }

    /** Loads the library; only in the contestant's own process. */
    Product openProducts(Workers workers) {
        return switch (this) {
            case LANEWISE -> new LanewiseProduct(workers);
            case OPENBLAS_FAST, OPENBLAS -> new OpenBlasProduct();
            case MKL -> new MklProduct();
            case ONEDNN -> new OneDnnProduct();
            case NETLIB -> new NetlibProduct();
            case MKL_BATCH -> new MklBatchProduct();
            case DJL, ND4J, ONNX_RUNTIME ->
                throw new IllegalArgumentException("contestant: " + this + " (expected one for products)");
        };
    }
}
