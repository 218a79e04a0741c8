package dev.lanewise.properties;

import dev.lanewise.kernels.catalog.Kernel;
import dev.lanewise.kernels.catalog.KernelCatalog;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.domains.Domain;

/** Every kernel of {@link KernelCatalog} gives the bits of its definition. */
@Domain(KernelDomain.class)
class KernelEqualityTest {
    @KernelProperty
    void everyKernelGivesTheBitsOfItsDefinition(@ForAll Case any) {
        for (Kernel kernel : KernelCatalog.all()) {
            any.check(kernel);
        }
    }

    /** Each value once, the other parameters being as usual. */
    @Example
    void everyParameterValueGivesTheBitsOfTheDefinition() {
        for (Kernel kernel : KernelCatalog.all()) {
            for (int i = 0; i < kernel.parameters().size(); i++) {
                for (Number value : kernel.parameters().get(i).values()) {
                    List<Number> values = new ArrayList<>(kernel.usual());
                    values.set(i, value);
                    Case.of(5, 131, 7).check(kernel, values);
                }
            }
        }
    }
}
