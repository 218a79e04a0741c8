package dev.lanewise.jmh.peers;

import dev.lanewise.jmh.GemmShape;
import java.nio.charset.StandardCharsets;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.mkl.global.mkl_rt;

/** Intel's MKL. */
final class MklProduct extends NativeProduct {
    MklProduct() {
        Loader.load(mkl_rt.class);
    }

    @Override
    public String describe() {
        return version();
    }

    static String version() {
        byte[] text = new byte[256];
        mkl_rt.MKL_Get_Version_String(text, text.length);
        String padded = new String(text, StandardCharsets.ISO_8859_1);
        int end = padded.indexOf('\0');
        return (end < 0 ? padded : padded.substring(0, end)).strip();
    }

    @Override
    void multiply(int calls, GemmShape s, FloatPointer a, FloatPointer b, FloatPointer c) {
        int transA = Cblas.transpose(s.transA());
        int transB = Cblas.transpose(s.transB());
        for (int i = 0; i < calls; i++) {
            mkl_rt.cblas_sgemm(Cblas.ROW_MAJOR, transA, transB, s.m(), s.n(), s.k(), 1f, a, s.lda(), b,
                    s.ldb(), 0f,
                    c, s.n());
        }
    }
}
