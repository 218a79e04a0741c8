package dev.lanewise.jmh.peers;

import dev.lanewise.jmh.GemmShape;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.openblas.global.openblas_nolapack;

/** OpenBLAS; which core's kernels it chose is in its description. */
final class OpenBlasProduct extends NativeProduct {
    private static final int LONGEST_TEXT = 1024;

    OpenBlasProduct() {
        Loader.load(openblas_nolapack.class);
    }

    @Override
    public String describe() {
        return text("openblas_get_config");
    }

    /** What a C function without arguments returns; these are missing in the Java interface. */
    @SuppressWarnings("restricted")
    private static String text(String function) {
        Pointer address = Loader.addressof(function);
        if (address == null) {
            return "OpenBLAS (it does not tell its version)";
        }
        try {
            MemorySegment text = (MemorySegment) Linker.nativeLinker()
                    .downcallHandle(MemorySegment.ofAddress(address.address()),
                            FunctionDescriptor.of(ValueLayout.ADDRESS))
                    .invokeExact();
            return text.reinterpret(LONGEST_TEXT).getString(0).strip();
        } catch (Throwable failed) {
            throw new IllegalStateException(function + " failed: " + failed, failed);
        }
    }

    @Override
    void multiply(int calls, GemmShape s, FloatPointer a, FloatPointer b, FloatPointer c) {
        int transA = Cblas.transpose(s.transA());
        int transB = Cblas.transpose(s.transB());
        for (int i = 0; i < calls; i++) {
            openblas_nolapack.cblas_sgemm(Cblas.ROW_MAJOR, transA, transB, s.m(), s.n(), s.k(), 1f, a,
                    s.lda(), b,
                    s.ldb(), 0f, c, s.n());
        }
    }
}
