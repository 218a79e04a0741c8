package dev.lanewise.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.lanewise.kernels.GlobalNorm;
import dev.lanewise.kernels.Reductions;
import dev.lanewise.kernels.reference.ReductionReference;
import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** {@link GlobalNorm} is the norm of the arrays' concatenation, bit for bit. */
@Domain(KernelDomain.class)
@Domain(DomainContext.Global.class)
class GlobalNormTest {
    @KernelProperty
    void arraysCountAsOneVector(@ForAll Flavour flavour, @ForAll long seed,
            @ForAll @IntRange(max = 7) int cuts) {
        var norm = new GlobalNorm();
        var random = new SplittableRandom(seed);
        float[] whole = flavour.array(seed, random.nextInt(1000));
        int[] ends = random.ints(cuts, 0, whole.length + 1).sorted().toArray();
        int from = 0;
        for (int end : ends) {
            addCopy(norm, whole, from, end, random.nextInt(18));
            from = end;
        }
        addCopy(norm, whole, from, whole.length, 3);
        assertSame(norm.value(), ReductionReference.l2Norm(whole.length, whole, 0));
        assertSame(norm.value(), Reductions.l2Norm(whole.length, whole, 0));
    }

    /** Elements of an array of their own, with others around that must not count. */
    private static void addCopy(GlobalNorm norm, float[] whole, int from, int to, int offset) {
        float[] array = new float[offset + to - from + 20];
        Arrays.fill(array, 42f);
        System.arraycopy(whole, from, array, offset, to - from);
        norm.add(to - from, array, offset);
    }

    @Example
    void resetForgets() {
        var norm = new GlobalNorm();
        assertSame(norm.value(), 0f);
        norm.add(3, new float[]{1f, 2f, 3f}, 0);
        norm.reset();
        assertSame(norm.value(), 0f);
        norm.add(2, new float[]{3f, 4f}, 0);
        assertSame(norm.value(), 5f);
    }

    @Example
    @SuppressWarnings("NullAway") // a null argument is the subject
    void whatIsRefusedAddsNothing() {
        var norm = new GlobalNorm();
        float[] x = {3f, 4f};
        norm.add(2, x, 0);
        assertThatIllegalArgumentException().isThrownBy(() -> norm.add(-1, x, 0))
                .withMessage("n: -1 (expected >= 0)");
        assertThatIllegalArgumentException().isThrownBy(() -> norm.add(2, x, 1))
                .withMessage("x: length 2 (expected >= xOffset + elements spanned = 1 + 2)");
        assertThatNullPointerException().isThrownBy(() -> norm.add(0, null, 0)).withMessage("x: null");
        assertSame(norm.value(), 5f);
    }

    private static void assertSame(float actual, float expected) {
        assertThat(Float.floatToIntBits(actual) == Float.floatToIntBits(expected))
                .as("%s (expected %s)", actual, expected)
                .isTrue();
    }
}
