package dev.lanewise.properties;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanewise.kernels.Activations;
import dev.lanewise.kernels.ElementMath;
import dev.lanewise.kernels.Losses;
import dev.lanewise.kernels.Optimizers;
import dev.lanewise.kernels.Reductions;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.domains.Domain;

/** Every kernel of {@link KernelTable} gives the bits of its definition. */
@Domain(KernelDomain.class)
class KernelEqualityTest {
    @KernelProperty
    void everyKernelGivesTheBitsOfItsDefinition(@ForAll Case any) {
        for (Kernel kernel : KernelTable.ALL) {
            Case.check(kernel, any);
        }
    }

    @Example
    void noKernelIsMissingInTheTable() {
        Stream<String> methods = Stream
                .of(Activations.class, ElementMath.class, Losses.class, Optimizers.class, Reductions.class)
                .flatMap(c -> Stream.of(c.getDeclaredMethods()))
                .filter(m -> Modifier.isPublic(m.getModifiers()))
                .map(Method::getName);
        assertThat(KernelTable.ALL.stream().map(kernel -> kernel.name().split(" ", 2)[0]))
                .containsAll(methods.toList());
    }
}
