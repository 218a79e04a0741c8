package dev.lanewise.properties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.lanewise.kernels.catalog.Kernel;
import dev.lanewise.kernels.catalog.KernelCatalog;
import dev.lanewise.kernels.catalog.Parameter;
import dev.lanewise.kernels.catalog.Size;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The catalogue is complete: what is not in it would not be tested, measured or described. */
@Tag("once")
class KernelCatalogTest {
    private static final String CATALOG = "dev.lanewise.kernels.catalog";
    /** Public methods on arrays that are no entries, by class, and why. */
    private static final Map<String, String> EXCEPTED = Map.of("Gemm",
            "products and layers have cases of their own: three sizes, transposes, teams, packed weights",
            "PackedMatrix", "packing is measured and tested with the products that read it", "RandomStream",
            "keeps a state from call to call: RandomStreamTest and AllocationTest; its vectors are Philox's");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.lanewise.kernels");

    @Test
    void everyPublicMethodOnArraysHasAnEntry() {
        List<JavaMethod> methods = facades().filter(c -> !EXCEPTED.containsKey(c.getSimpleName()))
                .flatMap(KernelCatalogTest::onArrays)
                .toList();
        assertThat(methods).isNotEmpty();
        assertThat(methods.stream().filter(m -> !hasAnEntry(m)).map(JavaMethod::getFullName))
                .as("public kernels missing in KernelCatalog")
                .isEmpty();
    }

    @Test
    void exceptionsAreStillNeeded() {
        assertThat(facades().filter(c -> onArrays(c).findAny().isPresent()).map(JavaClass::getSimpleName))
                .containsAll(EXCEPTED.keySet());
    }

    @Test
    void everyEntryIsNamedAfterItsMethod() {
        for (Kernel kernel : KernelCatalog.all()) {
            assertThat(Stream.of(kernel.owner().getMethods())
                    .map(Method::getName)).as(kernel.name()).contains(kernel.method());
        }
        assertThat(KernelCatalog.all().stream().map(Kernel::name)).doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[A-Za-z]+\\.[A-Za-z0-9]+(:[A-Z0-9_]+)?"));
    }

    @Test
    void everyParameterHasAUsualValueThatIsLegal() {
        for (Kernel kernel : KernelCatalog.all()) {
            for (Parameter parameter : kernel.parameters()) {
                assertThat(parameter.values()).as(kernel.name()).isNotEmpty().doesNotHaveDuplicates();
                assertThat(parameter.refused()).as(kernel.name())
                        .doesNotContainAnyElementsOf(
                                parameter.values());
            }
        }
    }

    /** Definitions trust their arguments: one that refuses like a facade is a facade, and compared with itself. */
    @Test
    void everyDefinitionIsNotTheFacade() {
        for (Kernel kernel : KernelCatalog.all()) {
            Call legal = Call.legal(kernel);
            Call negative = legal.with(new Size(-1, -1, legal.pieces()));
            assertThatThrownBy(() -> kernel.facade().run(negative)).as(kernel.name())
                    .hasMessageContaining("-1 (expected >= ");
            Throwable thrown = catchThrowable(() -> kernel.definition().run(negative));
            assertThat(thrown instanceof IllegalArgumentException).as(kernel.name()).isFalse();
        }
    }

    @Test
    void everyFamilyCallsDefinitions() {
        List<JavaClass> families = CLASSES.stream()
                .filter(c -> c.getPackageName().equals(CATALOG) && c.getSimpleName().endsWith("Kernels"))
                .toList();
        assertThat(families).isNotEmpty()
                .allMatch(family -> family.getDirectDependenciesFromSelf()
                        .stream()
                        .anyMatch(d -> d.getTargetClass()
                                .getPackageName()
                                .equals("dev.lanewise.kernels.reference")));
    }

    /** A kernel that is declared but left out of its family's list, or a family left out of the catalogue. */
    @Test
    void everyDeclaredKernelIsInTheCatalog() throws ReflectiveOperationException {
        List<Object> declared = new ArrayList<>();
        for (JavaClass family : CLASSES) {
            if (family.getPackageName().equals(CATALOG) && family.getSimpleName().endsWith("Kernels")) {
                for (Field field : family.reflect().getDeclaredFields()) {
                    field.setAccessible(true);
                    declared.add(field.get(null));
                }
            }
        }
        List<Object> kernels = declared.stream()
                .flatMap(value -> value instanceof Collection<?> many ? many.stream() : Stream.of(value))
                .filter(Kernel.class::isInstance)
                .toList();
        assertThat(kernels).hasSizeGreaterThanOrEqualTo(KernelCatalog.all().size());
        assertThat(KernelCatalog.all()).containsAll(kernels.stream().map(Kernel.class::cast).toList());
    }

    private static Stream<JavaClass> facades() {
        return CLASSES.stream()
                .filter(c -> c.getPackageName().equals("dev.lanewise.kernels"))
                .filter(c -> c.getModifiers().contains(JavaModifier.PUBLIC));
    }

    private static Stream<JavaMethod> onArrays(JavaClass facade) {
        return facade.getMethods()
                .stream()
                .filter(m -> m.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(m -> m.getRawParameterTypes().stream().anyMatch(JavaClass::isArray));
    }

    private static boolean hasAnEntry(JavaMethod method) {
        return KernelCatalog.all()
                .stream()
                .anyMatch(kernel -> kernel.owner().getName().equals(method.getOwner().getName())
                        && kernel.method().equals(method.getName()));
    }
}
