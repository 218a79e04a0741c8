package dev.lanewise.jmh.peers;

import dev.lanewise.jmh.GemmShape;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.mkl.global.mkl_rt;

/**
 * MKL's batch interface with the same operands in every place of the batch: the time of a small product inside C, with
 * one call from Java for up to 1,024 of them.
 */
final class MklBatchProduct extends NativeProduct {
    private static final int BATCH = 1024;

    private final PointerPointer<Pointer> as = new PointerPointer<>(BATCH);
    private final PointerPointer<Pointer> bs = new PointerPointer<>(BATCH);
    private final PointerPointer<Pointer> cs = new PointerPointer<>(BATCH);
    private final IntPointer transA = new IntPointer(1L);
    private final IntPointer transB = new IntPointer(1L);
    private final IntPointer m = new IntPointer(1L);
    private final IntPointer n = new IntPointer(1L);
    private final IntPointer k = new IntPointer(1L);
    private final IntPointer lda = new IntPointer(1L);
    private final IntPointer ldb = new IntPointer(1L);
    private final IntPointer products = new IntPointer(1L);
    private final FloatPointer one = new FloatPointer(1f);
    private final FloatPointer zero = new FloatPointer(0f);

    MklBatchProduct() {
        Loader.load(mkl_rt.class);
    }

    @Override
    public String describe() {
        return MklProduct.version();
    }

    @Override
    void prepared(GemmShape s, FloatPointer a, FloatPointer b, FloatPointer c) {
        transA.put(Cblas.transpose(s.transA()));
        transB.put(Cblas.transpose(s.transB()));
        m.put(s.m());
        n.put(s.n());
        k.put(s.k());
        lda.put(s.lda());
        ldb.put(s.ldb());
        for (int i = 0; i < BATCH; i++) {
            as.put(i, a);
            bs.put(i, b);
            cs.put(i, c);
        }
    }

    @Override
    void multiply(int calls, GemmShape s, FloatPointer a, FloatPointer b, FloatPointer c) {
        for (int left = calls; left > 0; left -= BATCH) {
            products.put(Math.min(left, BATCH));
            mkl_rt.cblas_sgemm_batch(Cblas.ROW_MAJOR, transA, transB, m, n, k, one, as, lda, bs, ldb, zero,
                    cs, n, 1,
                    products);
        }
    }
}
