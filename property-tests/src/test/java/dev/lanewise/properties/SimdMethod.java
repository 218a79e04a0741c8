package dev.lanewise.properties;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;

/** A method of the vector kernels, as compiled to bytecode. */
record SimdMethod(ClassModel owner, MethodModel model, CodeModel code) {
    private static final String API = "jdk.incubator.vector";
    private static final List<ClassModel> CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.lanewise.kernels.simd")
            .stream()
            .map(SimdMethod::parse)
            .toList();

    static List<ClassModel> classes() {
        return CLASSES;
    }

    static Stream<SimdMethod> all() {
        return CLASSES.stream()
                .flatMap(c -> c.methods()
                        .stream()
                        .flatMap(m -> m.code().stream().map(code -> new SimdMethod(c, m, code))));
    }

    /** Those with a vector, a mask or a shuffle in the signature. */
    static Stream<SimdMethod> onVectors() {
        return all().filter(m -> handlesVectors(m.type()));
    }

    MethodTypeDesc type() {
        return model.methodTypeSymbol();
    }

    String className() {
        return owner.thisClass().asSymbol().displayName();
    }

    int bytes() {
        return ((CodeAttribute) code).codeLength();
    }

    boolean is(AccessFlag flag) {
        return model.flags().has(flag);
    }

    /** Whether an instruction of that kind is as wanted. */
    <T> boolean has(Class<T> kind, Predicate<T> wanted) {
        return code.elementStream().filter(kind::isInstance).map(kind::cast).anyMatch(wanted);
    }

    static boolean handlesVectors(MethodTypeDesc type) {
        return isVector(type.returnType()) || type.parameterList().stream().anyMatch(SimdMethod::isVector);
    }

    /** Whether it is a vector, a mask or a shuffle, or an array of them. */
    static boolean isVector(ClassDesc type) {
        ClassDesc element = type;
        while (element.isArray()) {
            element = element.componentType();
        }
        return !element.isPrimitive() && element.packageName().equals(API) && isVector(element.displayName());
    }

    private static boolean isVector(String name) {
        try {
            Class<?> type = Class.forName(API + "." + name);
            return Vector.class.isAssignableFrom(type) || VectorMask.class.isAssignableFrom(type)
                    || VectorShuffle.class.isAssignableFrom(type);
        } catch (ClassNotFoundException unknown) {
            throw new IllegalStateException(unknown);
        }
    }

    private static ClassModel parse(JavaClass type) {
        try (InputStream bytes = type.getSource().orElseThrow().getUri().toURL().openStream()) {
            return ClassFile.of().parse(bytes.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public String toString() {
        return className() + "." + model.methodName().stringValue();
    }
}
