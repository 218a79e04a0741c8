package dev.lanewise.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lanewise.kernels.catalog.Element;
import dev.lanewise.kernels.catalog.Kernel;
import dev.lanewise.kernels.catalog.KernelCatalog;
import dev.lanewise.kernels.catalog.Operand;
import dev.lanewise.kernels.catalog.Parameter;
import dev.lanewise.kernels.catalog.Shape;
import dev.lanewise.kernels.catalog.Size;
import dev.lanewise.properties.Call.Place;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every kernel of the catalogue refuses, what it says then, and that it has written nothing. The argument names
 * in the messages follow from the operands' names.
 */
@Tag("once")
class RefusalTest {
    static Stream<Named<Kernel>> kernels() {
        return KernelCatalog.all().stream().map(kernel -> Named.of(kernel.name(), kernel));
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void legalCallsAreTaken(Kernel kernel) {
        kernel.facade().run(Call.legal(kernel));
        kernel.facade().run(Call.empty(kernel));
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void sizesBelowTheFewest(Kernel kernel) {
        Call legal = Call.legal(kernel);
        Size s = legal.size();
        int fewest = kernel.minimumColumns();
        String columns = kernel.isMatrix() || kernel.hasPieces() ? "columns" : "n";
        String expected = " (expected >= " + fewest + ")";
        for (int count : new int[]{fewest - 1, -1, Integer.MIN_VALUE}) {
            assertRefused(columns + ": " + count + expected,
                    legal.with(new Size(s.rows(), count, s.pieces())));
        }
        if (kernel.isMatrix()) {
            assertRefused("rows: -1 (expected >= 0)", legal.with(new Size(-1, s.columns(), s.pieces())));
        }
        if (kernel.hasPieces()) {
            assertRefused("pieces: -1 (expected ", legal.with(new Size(s.rows(), s.columns(), -1)));
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void placesOutsideTheArray(Kernel kernel) {
        arguments(kernel).forEach(i -> {
            Call legal = Call.legal(kernel);
            String name = kernel.operands().get(i).name();
            Place place = legal.places().get(i);
            int length = Objects.requireNonNull(place.memory()).length();
            String tooLong = name + ": length " + length + " (expected >= " + name
                    + "Offset + elements spanned = ";
            assertRefused(name + "Offset: -3 (expected >= 0)",
                    legal.with(i, new Place(place.memory(), -3, place.ld())));
            assertRefused(tooLong + (place.at() + 1) + " + " + legal.span(i) + ")",
                    legal.with(i, new Place(place.memory(), place.at() + 1, place.ld())));
            assertRefused(tooLong + Integer.MAX_VALUE + " + " + legal.span(i) + ")",
                    legal.with(i, new Place(place.memory(), Integer.MAX_VALUE, place.ld())));
        });
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void leadingDimensions(Kernel kernel) {
        arguments(kernel).filter(i -> kernel.operands().get(i).shape().hasLeading()).forEach(i -> {
            Call legal = Call.legal(kernel);
            String name = kernel.operands().get(i).name();
            Place place = legal.places().get(i);
            assertRefused("ld" + name + ": 3 (expected >= max(1, columns = 4))",
                    legal.with(i, new Place(place.memory(), place.at(), 3)));
            assertRefused(
                    name + ": length " + (place.at() + 8) + " (expected >= " + name
                            + "Offset + elements spanned = " + place.at() + " + 2147483651)",
                    legal.with(i, new Place(place.memory(), place.at(), Integer.MAX_VALUE)));
        });
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void nullArrays(Kernel kernel) {
        arguments(kernel).forEach(i -> {
            Call call = Call.legal(kernel).with(i, new Place(null, 0, 4));
            List<Memory> before = call.copies();
            assertThatThrownBy(() -> kernel.facade().run(call)).isInstanceOf(NullPointerException.class)
                    .hasMessage(kernel.operands().get(i).name() + ": null");
            assertUntouched(call, before);
        });
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void indicesWithoutAColumn(Kernel kernel) {
        arguments(kernel).forEach(i -> {
            Operand operand = kernel.operands().get(i);
            Call legal = Call.legal(kernel);
            int bound = operand.element().bound(legal.size());
            if (operand.isRead() && operand.element() == Element.COLUMN_INDEX) {
                for (int wrong : new int[]{-1, bound, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
                    Call call = Call.legal(kernel);
                    call.ints(i)[call.at(i) + 1] = wrong;
                    assertRefused(operand.name() + "[1]: " + wrong + " (expected 0 to ", call);
                }
            }
        });
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void parameterValues(Kernel kernel) {
        for (int i = 0; i < kernel.parameters().size(); i++) {
            Parameter parameter = kernel.parameters().get(i);
            for (Number value : parameter.refused()) {
                assertRefused(parameter.name() + ": " + value + " (expected ",
                        Call.legal(kernel).withValue(i, value));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void overlaps(Kernel kernel) {
        arguments(kernel).filter(i -> kernel.operands().get(i).isWritten())
                .forEach(out -> arguments(kernel).filter(other -> mayMeet(kernel, out, other))
                        .forEach(other -> overlap(kernel, out, other)));
    }

    /** Whether two operands have one kind of array; of two outputs the later one is named first. */
    private static boolean mayMeet(Kernel kernel, int out, int other) {
        Operand y = kernel.operands().get(out);
        Operand x = kernel.operands().get(other);
        return out != other && x.element().isInt() == y.element().isInt() && !(x.isWritten() && other > out);
    }

    private static void overlap(Kernel kernel, int out, int other) {
        Call legal = Call.legal(kernel);
        int ySpan = Math.toIntExact(legal.span(out));
        int xSpan = Math.toIntExact(legal.span(other));
        Operand y = kernel.operands().get(out);
        boolean inPlace = y.mayBe().contains(other);
        String x = kernel.operands().get(other).name() + (inPlace ? " in part" : "");
        String message = y.name() + ": overlaps " + x + " (expected separate memory)";
        if (inPlace) {
            kernel.facade().run(legal.overlapping(out, other, 0));
        } else {
            assertRefused(message, legal.overlapping(out, other, 0));
        }
        if (xSpan > 1) {
            assertRefused(message, legal.overlapping(out, other, 1));
            assertRefused(message, legal.overlapping(out, other, xSpan - 1));
        }
        if (ySpan > 1) {
            assertRefused(message, legal.overlapping(out, other, 1 - ySpan));
        }
        kernel.facade().run(legal.overlapping(out, other, xSpan));
        kernel.facade().run(legal.overlapping(out, other, -ySpan));
    }

    /** The operands that are arguments, by index. */
    private static Stream<Integer> arguments(Kernel kernel) {
        return IntStream.range(0, kernel.operands().size())
                .filter(i -> kernel.operands().get(i).shape() != Shape.RESULT)
                .boxed();
    }

    private static void assertRefused(String message, Call call) {
        List<Memory> before = call.copies();
        assertThatThrownBy(() -> call.kernel().facade().run(call)).as("expected: %s", message)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
        assertUntouched(call, before);
    }

    private static void assertUntouched(Call call, List<Memory> before) {
        List<Memory> after = call.copies();
        for (int i = 0; i < before.size(); i++) {
            assertThat(after.get(i).allBits()).as("an array after the refusal")
                    .isEqualTo(before.get(i).allBits());
        }
    }
}
