package dev.lanewise.properties;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.classfile.CodeElement;
import java.lang.classfile.FieldModel;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewMultiArrayInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The bytecode of the vector kernels is such that C2 keeps vectors in registers: where a vector crosses a call that was not
 * inlined, or lies in a field or an array, it is an object. No kernel uses an operation whose result is not specified.
 */
@Tag("once")
class VectorCodeTest {
    /** {@code -XX:FreqInlineSize}: C2 inlines no larger method, however hot. */
    private static final int INLINE_LIMIT = 325;
    /** {@code -XX:HugeMethodLimit}: no larger method is compiled. */
    private static final int COMPILE_LIMIT = 8000;
    /** Where the width is chosen. */
    private static final Set<String> CHOOSE_SPECIES = Set.of("Lanes", "VectorWidth");
    /** Operators that are native library code on some machines, and rounded as it likes. */
    private static final Set<String> UNSPECIFIED = Set.of("SIN", "COS", "TAN", "ASIN", "ACOS", "ATAN", "EXP",
            "LOG", "LOG10", "SINH", "COSH", "TANH", "CBRT", "EXPM1", "LOG1P", "POW", "ATAN2", "HYPOT");

    @Test
    void methodsOnVectorsAreSeen() {
        assertThat(SimdMethod.onVectors()).isNotEmpty();
    }

    @Test
    void whatTakesOrReturnsAVectorCanBeInlined() {
        assertThat(SimdMethod.onVectors().filter(m -> m.bytes() > INLINE_LIMIT))
                .as("methods on vectors above %d bytes of code", INLINE_LIMIT)
                .isEmpty();
    }

    @Test
    void everyMethodCanBeCompiled() {
        assertThat(SimdMethod.all().filter(m -> m.bytes() > COMPILE_LIMIT)).isEmpty();
    }

    @Test
    void noVectorLeavesThePackage() {
        assertThat(SimdMethod.onVectors()
                .filter(m -> m.is(AccessFlag.PUBLIC) || m.is(AccessFlag.PROTECTED))).isEmpty();
    }

    /** A virtual method may have many targets, and then is a call. */
    @Test
    void noVectorIsPassedToAMethodOfAnObject() {
        assertThat(SimdMethod.onVectors().filter(m -> !m.is(AccessFlag.STATIC))).isEmpty();
    }

    @Test
    void noVectorInAnArray() {
        assertThat(SimdMethod.all()
                .filter(m -> m.has(NewReferenceArrayInstruction.class,
                        i -> SimdMethod.isVector(i.componentType().asSymbol()))
                        || m.has(NewMultiArrayInstruction.class,
                                i -> SimdMethod.isVector(i.arrayType().asSymbol()))))
                .isEmpty();
    }

    @Test
    void noVectorInAField() {
        assertThat(SimdMethod.classes()
                .stream()
                .flatMap(c -> c.fields().stream())
                .filter(f -> SimdMethod.isVector(f.fieldTypeSymbol()) && !isConstantShuffle(f))
                .map(f -> f.fieldName().stringValue())).isEmpty();
    }

    @Test
    void noVectorIsCapturedByALambda() {
        assertThat(SimdMethod.all()
                .filter(m -> m.has(InvokeDynamicInstruction.class,
                        i -> SimdMethod.handlesVectors(i.typeSymbol()))))
                .isEmpty();
    }

    /** A species that is a variable makes every operation a call. */
    @Test
    void speciesAreChosenInOnePlace() {
        assertThat(SimdMethod.all()
                .filter(m -> !CHOOSE_SPECIES.contains(m.className()))
                .filter(m -> passesSpecies(m) || m.has(InvokeInstruction.class,
                        i -> i.typeSymbol().returnType().displayName().matches("Vector(Species|Shape)"))
                        || m.has(FieldInstruction.class,
                                i -> i.owner().asSymbol().displayName().matches(".*Vector|VectorShape"))))
                .isEmpty();
    }

    /** The order of a sum or product of lanes is not specified; that of a maximum does not matter. */
    @Test
    void lanesAreReducedToAMaximumOnly() {
        assertThat(
                SimdMethod.all().filter(m -> !Set.of("MAX", "MIN").containsAll(operatorsOfReductions(m))))
                .isEmpty();
    }

    @Test
    void everyOperatorIsSpecified() {
        assertThat(SimdMethod.all()
                .filter(m -> m.has(FieldInstruction.class,
                        i -> isOperator(i) && UNSPECIFIED.contains(i.name().stringValue()))))
                .isEmpty();
    }

    /** The operator is the one that was loaded last before the call. */
    private static List<String> operatorsOfReductions(SimdMethod method) {
        List<String> operators = new ArrayList<>();
        String last = "";
        for (CodeElement element : method.code()) {
            switch (element) {
                case FieldInstruction i when isOperator(i) -> last = i.name().stringValue();
                case InvokeInstruction i when i.owner().asSymbol().displayName().equals("FloatVector")
                        && i.name().stringValue().startsWith("reduceLanes") ->
                    operators.add(last);
                default -> {
                }
            }
        }
        return operators;
    }

    private static boolean isOperator(FieldInstruction instruction) {
        return instruction.owner().asSymbol().displayName().equals("VectorOperators");
    }

    private static boolean passesSpecies(SimdMethod method) {
        return Stream.concat(Stream.of(method.type().returnType()), method.type().parameterList().stream())
                .anyMatch(type -> type.displayName().equals("VectorSpecies"));
    }

    private static boolean isConstantShuffle(FieldModel field) {
        return field.fieldTypeSymbol().displayName().equals("VectorShuffle")
                && field.flags().has(AccessFlag.STATIC) && field.flags().has(AccessFlag.FINAL);
    }
}
