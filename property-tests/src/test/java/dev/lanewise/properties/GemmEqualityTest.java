package dev.lanewise.properties;

import dev.lanewise.kernels.Gemm;
import dev.lanewise.kernels.Workers;
import net.jqwik.api.ForAll;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.lifecycle.AfterContainer;

/** {@link Gemm} on one thread gives the bits of the chain of fused multiply-adds, at every shape. */
@Domain(KernelDomain.class)
class GemmEqualityTest {
    private static final Workers ALONE = Workers.of(1);

    @AfterContainer
    static void close() {
        ALONE.close();
    }

    @KernelProperty
    void productGivesTheBitsOfItsDefinition(@ForAll GemmCase any) {
        any.check(ALONE);
    }

    /** Most factors are special; with 1 and 0 every element of the product itself is compared. */
    @KernelProperty
    void plainProductGivesTheBitsOfItsDefinition(@ForAll GemmCase any) {
        any.with(1f, 0f).check(ALONE);
        any.with(1f, 1f).check(ALONE);
    }

    @KernelProperty
    void betaZeroNeverReadsC(@ForAll GemmCase any) {
        checkUnread(any.with(any.alpha(), 0f), false, true);
        checkUnread(any.with(any.alpha(), -0f), false, true);
    }

    @KernelProperty
    void alphaZeroNeverReadsAOrB(@ForAll GemmCase any) {
        checkUnread(any.with(0f, any.beta()), true, false);
        checkUnread(any.with(-0f, any.beta()), true, false);
        checkUnread(any.with(0f, 0f), true, true);
    }

    @KernelProperty
    void emptySumNeverReadsAOrB(@ForAll GemmCase any) {
        var shape = new GemmCase.Shape(any.shape().m(), any.shape().n(), 0);
        new GemmCase(any.transA(), any.transB(), shape, any.alpha(), any.beta(), any.offset(), any.flavour(),
                any.seed()).check(ALONE);
    }

    /** Replaces by NaN what must not be read; the result is that of the usual contents. */
    private static void checkUnread(GemmCase any, boolean ab, boolean c) {
        GemmCase.Operands expected = any.operands();
        any.reference(expected);
        GemmCase.Operands actual = any.operands(ab, ab, c);
        any.facade(ALONE, actual);
        any.assertSame(actual, expected, any.operands(ab, ab, c));
        GemmCase.Operands packed = any.operands(ab, ab, c);
        any.packed(ALONE, packed);
        any.assertSame(packed, expected, any.operands(ab, ab, c));
    }
}
