package dev.lanewise.jmh.peers;

import dev.lanewise.jmh.GemmShape;
import dev.ludovic.netlib.blas.JavaBLAS;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** netlib's BLAS on the Vector API. It is column-major, so it computes the transposed product from swapped operands. */
final class NetlibProduct extends JavaProduct {
    private static final String EXPECTED = "VectorBLAS";

    private static final String BUILT = "/META-INF/maven/dev.ludovic.netlib/blas/pom.properties";

    private final JavaBLAS blas = JavaBLAS.getInstance();

    /** Refuses netlib's slower classes, which it falls back to silently. */
    NetlibProduct() {
        String chosen = blas.getClass().getSimpleName();
        if (!chosen.equals(EXPECTED)) {
            throw new IllegalStateException("netlib chose " + chosen + " (expected " + EXPECTED + ")");
        }
    }

    @Override
    public String describe() {
        return "netlib " + version() + ", " + blas.getClass().getName();
    }

    private static String version() {
        Properties built = new Properties();
        try (InputStream file = JavaBLAS.class.getResourceAsStream(BUILT)) {
            if (file != null) {
                built.load(file);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return built.getProperty("version", "of unknown version");
    }

    @Override
    void call(GemmShape s, float[] a, float[] b, float[] c) {
        blas.sgemm(s.transB().name(), s.transA().name(), s.n(), s.m(), s.k(), 1f, b, s.ldb(), a, s.lda(), 0f,
                c,
                s.n());
    }
}
