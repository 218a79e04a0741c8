package dev.lanewise.jmh.peers;

import dev.lanewise.jmh.GemmShape;
import org.bytedeco.dnnl.dnnl_version_t;
import org.bytedeco.dnnl.global.dnnl;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Loader;

/** Intel's oneDNN. */
final class OneDnnProduct extends NativeProduct {
    OneDnnProduct() {
        Loader.load(dnnl.class);
    }

    @Override
    public String describe() {
        return version();
    }

    static String version() {
        dnnl_version_t version = dnnl.dnnl_version();
        return "oneDNN " + version.major() + "." + version.minor() + "." + version.patch();
    }

    @Override
    void multiply(int calls, GemmShape s, FloatPointer a, FloatPointer b, FloatPointer c) {
        byte transA = (byte) s.transA().name().charAt(0);
        byte transB = (byte) s.transB().name().charAt(0);
        for (int i = 0; i < calls; i++) {
            int status = dnnl.dnnl_sgemm(transA, transB, s.m(), s.n(), s.k(), 1f, a, s.lda(), b, s.ldb(), 0f,
                    c,
                    s.n());
            if (status != dnnl.dnnl_success) {
                throw new IllegalStateException("dnnl_sgemm: status " + status + " (expected dnnl_success)");
            }
        }
    }
}
