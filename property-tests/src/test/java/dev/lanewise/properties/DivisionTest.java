package dev.lanewise.properties;

import dev.lanewise.kernels.catalog.Kernel;
import dev.lanewise.kernels.catalog.KernelCatalog;
import dev.lanewise.kernels.catalog.Operands;
import dev.lanewise.kernels.catalog.Shape;
import dev.lanewise.kernels.catalog.Size;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** A value never depends on its index: any division of a vector gives the same bits, also of a stream of draws. */
@Domain(KernelDomain.class)
@Domain(DomainContext.Global.class)
class DivisionTest {
    private static final List<Kernel> ELEMENTWISE = KernelCatalog.all()
            .stream()
            .filter(Kernel::isElementwise)
            .toList();

    /** The elements of a call from {@code from} on. */
    private record Part(Kernel kernel, Frame whole, int from, int count) implements Operands {
        @Override
        public Size size() {
            return new Size(1, count, whole.pieces());
        }

        @Override
        public float[] array(int operand) {
            return whole.array(operand);
        }

        @Override
        public int[] ints(int operand) {
            return whole.ints(operand);
        }

        @Override
        public int at(int operand) {
            boolean moves = kernel.operands().get(operand).shape() == Shape.ROW;
            return whole.at(operand) + (moves ? from : 0);
        }

        @Override
        public int ld(int operand) {
            return whole.ld(operand);
        }

        @Override
        public Number value(int parameter) {
            Number value = whole.value(parameter);
            return kernel.parameters().get(parameter).name().equals("first")
                    ? (Number) (value.longValue() + from)
                    : value;
        }
    }

    @KernelProperty
    void anyDivisionGivesTheSameBits(@ForAll Case any, @ForAll @IntRange(max = 100) int percent) {
        for (Kernel kernel : ELEMENTWISE) {
            Frame whole = any.frame(kernel);
            kernel.facade().run(whole);
            Frame divided = any.frame(kernel);
            int left = (int) (divided.n() * (percent / 100.0));
            kernel.facade().run(new Part(kernel, divided, left, divided.n() - left));
            kernel.facade().run(new Part(kernel, divided, 0, left));
            divided.assertSame(" divided", kernel, whole, any.frame(kernel), List.of());
        }
    }
}
