package dev.lanewise.properties;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewMultiArrayInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The bytecode of the vector kernels is such that C2 keeps vectors in registers: where a vector crosses a call that was not
 * inlined, or lies in a field or an array, it is an object. No kernel uses an operation whose result is not specified.
 */
@Tag("once")
class VectorCodeTest {
    private static final String SIMD = "dev.lanewise.kernels.simd";
    private static final String API = "jdk.incubator.vector.";
    /** {@code -XX:FreqInlineSize}: C2 inlines no larger method, however hot. */
    private static final int INLINE_LIMIT = 325;
    /** {@code -XX:HugeMethodLimit}: no larger method is compiled. */
    private static final int COMPILE_LIMIT = 8000;
    /** Where the width is chosen. */
    private static final Set<String> CHOOSE_SPECIES = Set.of("Lanes", "VectorWidth");
    /** Operators that are native library code on some machines, and rounded as it likes. */
    private static final Set<String> UNSPECIFIED = Set.of("SIN", "COS", "TAN", "ASIN", "ACOS", "ATAN", "EXP",
            "LOG", "LOG10", "SINH", "COSH", "TANH", "CBRT", "EXPM1", "LOG1P", "POW", "ATAN2", "HYPOT");

    /** A method with its code. */
    private record Method(ClassModel owner, MethodModel model, CodeModel code) {
        MethodTypeDesc type() {
            return model.methodTypeSymbol();
        }

        boolean handlesVectors() {
            return handles(type());
        }

        int bytes() {
            return ((CodeAttribute) code).codeLength();
        }

        @Override
        public String toString() {
            return simpleName(owner) + "." + model.methodName().stringValue();
        }
    }

    private static final List<ClassModel> CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(SIMD)
            .stream()
            .map(VectorCodeTest::parse)
            .toList();

    @Test
    void thePackageIsSeen() {
        assertThat(methods().filter(Method::handlesVectors)).hasSizeGreaterThan(10);
    }

    @Test
    void whatTakesOrReturnsAVectorCanBeInlined() {
        assertThat(methods().filter(Method::handlesVectors).filter(m -> m.bytes() > INLINE_LIMIT))
                .as("methods on vectors above %d bytes of code", INLINE_LIMIT)
                .isEmpty();
    }

    @Test
    void everyMethodCanBeCompiled() {
        assertThat(methods().filter(m -> m.bytes() > COMPILE_LIMIT)).isEmpty();
    }

    @Test
    void noVectorLeavesThePackage() {
        assertThat(methods().filter(Method::handlesVectors)
                .filter(m -> m.model.flags().has(AccessFlag.PUBLIC)
                        || m.model.flags().has(AccessFlag.PROTECTED)))
                .isEmpty();
    }

    /** A virtual method may have many targets, and then is a call. */
    @Test
    void noVectorIsPassedToAMethodOfAnObject() {
        assertThat(
                methods().filter(Method::handlesVectors).filter(m -> !m.model.flags().has(AccessFlag.STATIC)))
                .isEmpty();
    }

    @Test
    void noVectorInAnArrayOrAField() {
        assertThat(methods().filter(m -> has(m, NewReferenceArrayInstruction.class,
                i -> isVector(i.componentType().asSymbol()))
                || has(m, NewMultiArrayInstruction.class, i -> isVector(i.arrayType().asSymbol()))))
                .isEmpty();
        assertThat(CLASSES.stream()
                .flatMap(c -> c.fields().stream())
                .filter(f -> isVector(f.fieldTypeSymbol()) && !isConstantShuffle(f))
                .map(f -> f.fieldName().stringValue())).isEmpty();
    }

    @Test
    void noVectorIsCapturedByALambda() {
        assertThat(methods()
                .filter(m -> has(m, InvokeDynamicInstruction.class, i -> handles(i.typeSymbol())))).isEmpty();
    }

    /** A species that is a variable makes every operation a call. */
    @Test
    void speciesAreChosenInOnePlace() {
        assertThat(methods().filter(m -> !CHOOSE_SPECIES.contains(simpleName(m.owner)))
                .filter(m -> mentionsSpecies(m.type())
                        || has(m, InvokeInstruction.class,
                                i -> i.typeSymbol()
                                        .returnType()
                                        .displayName()
                                        .matches("Vector(Species|Shape)"))
                        || has(m, FieldInstruction.class,
                                i -> i.owner().asSymbol().displayName().matches(".*Vector|VectorShape"))))
                .isEmpty();
    }

    /** The order of a sum or product of lanes is not specified; that of a maximum does not matter. */
    @Test
    void lanesAreReducedToAMaximumOnly() {
        assertThat(methods().filter(m -> !Set.of("MAX", "MIN").containsAll(operatorsOfReductions(m))))
                .isEmpty();
    }

    /** The operator is the one that was loaded last before the call. */
    private static List<String> operatorsOfReductions(Method method) {
        List<String> operators = new ArrayList<>();
        String last = "";
        for (CodeElement element : method.code) {
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

    @Test
    void everyOperatorIsSpecified() {
        assertThat(methods().filter(m -> has(m, FieldInstruction.class,
                i -> isOperator(i) && UNSPECIFIED.contains(i.name().stringValue()))))
                .isEmpty();
    }

    private static Stream<Method> methods() {
        return CLASSES.stream()
                .flatMap(c -> c.methods()
                        .stream()
                        .flatMap(m -> m.code().stream().map(code -> new Method(c, m, code))));
    }

    private static <T> boolean has(Method method, Class<T> kind, Predicate<T> wanted) {
        return method.code.elementStream().filter(kind::isInstance).map(kind::cast).anyMatch(wanted);
    }

    private static boolean handles(MethodTypeDesc type) {
        return isVector(type.returnType())
                || type.parameterList().stream().anyMatch(VectorCodeTest::isVector);
    }

    private static boolean mentionsSpecies(MethodTypeDesc type) {
        return Stream.concat(Stream.of(type.returnType()), type.parameterList().stream())
                .anyMatch(t -> t.displayName().equals("VectorSpecies"));
    }

    private static boolean isConstantShuffle(FieldModel field) {
        return field.fieldTypeSymbol().displayName().equals("VectorShuffle")
                && field.flags().has(AccessFlag.STATIC) && field.flags().has(AccessFlag.FINAL);
    }

    /** Whether it is a vector, a mask or a shuffle, or an array of them. */
    private static boolean isVector(ClassDesc type) {
        ClassDesc element = type;
        while (element.isArray()) {
            element = element.componentType();
        }
        return !element.isPrimitive() && element.packageName().equals("jdk.incubator.vector")
                && isVector(element.displayName());
    }

    private static boolean isVector(String name) {
        try {
            Class<?> type = Class.forName(API + name);
            return Vector.class.isAssignableFrom(type) || VectorMask.class.isAssignableFrom(type)
                    || VectorShuffle.class.isAssignableFrom(type);
        } catch (ClassNotFoundException unknown) {
            throw new IllegalStateException(unknown);
        }
    }

    private static String simpleName(ClassModel model) {
        return model.thisClass().asSymbol().displayName();
    }

    private static ClassModel parse(JavaClass type) {
        try (InputStream bytes = type.getSource().orElseThrow().getUri().toURL().openStream()) {
            return ClassFile.of().parse(bytes.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
