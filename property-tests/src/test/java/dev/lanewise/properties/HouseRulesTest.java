package dev.lanewise.properties;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTag;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.lanewise.kernels.reference.Fma;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

import static org.assertj.core.api.Assertions.assertThat;

/** The directions of the house. A rule that finds no class to check fails. */
@ArchTag("once")
@AnalyzeClasses(packages = "dev.lanewise", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {
    private static final String KERNELS = "dev.lanewise.kernels..";
    private static final String SIMD = "dev.lanewise.kernels.simd..";
    private static final String REFERENCE = "dev.lanewise.kernels.reference..";
    private static final String NN = "dev.lanewise.nn..";
    private static final String REPORTS = "dev.lanewise.reports..";
    private static final String VECTOR_API = "jdk.incubator.vector..";

    @ArchTest
    static final ArchRule ONLY_SIMD_USES_THE_VECTOR_API = noClasses().that()
            .resideOutsideOfPackage(SIMD)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(VECTOR_API);

    @ArchTest
    static final ArchRule KERNELS_KNOW_NO_NETWORK = noClasses().that()
            .resideInAPackage(KERNELS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(NN, REPORTS);

    @ArchTest
    static final ArchRule KERNELS_DEPEND_ON_THE_JDK_ALONE = classes().that()
            .resideInAPackage(KERNELS)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(KERNELS, "java..", "jdk.incubator.vector..",
                    "org.jspecify.annotations..");

    /** Without the instruction, the JDK's method takes a detour by BigDecimal. */
    @ArchTest
    static final ArchRule FUSED_MULTIPLY_ADD_HAS_ONE_PLACE = noClasses().that()
            .resideInAnyPackage(KERNELS, NN, REPORTS)
            .and()
            .doNotHaveFullyQualifiedName(Fma.class.getName())
            .should()
            .callMethod(Math.class, "fma", float.class, float.class, float.class)
            .orShould()
            .callMethod(Math.class, "fma", double.class, double.class, double.class);

    @ArchTest
    static final ArchRule NETWORKS_KNOW_NO_REPORT = noClasses().that()
            .resideInAPackage(NN)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(REPORTS);

    @ArchTest
    static final ArchRule DEFINITIONS_DEPEND_ON_NOTHING = classes().that()
            .resideInAPackage(REFERENCE)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(REFERENCE, "java.lang..", "java.util..", "org.jspecify.annotations..");

    @ArchTest
    static final ArchRule ONLY_THE_FACADE_USES_SIMD = noClasses().that()
            .resideOutsideOfPackages("dev.lanewise.kernels", SIMD)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(SIMD);

    /** The catalogue is for tests, benchmarks and reports. */
    @ArchTest
    static final ArchRule ONLY_TOOLS_USE_THE_CATALOGUE = noClasses().that()
            .resideInAnyPackage("dev.lanewise.kernels", SIMD, REFERENCE, NN)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.lanewise.kernels.catalog");

    @ArchTest
    static final ArchRule NETWORKS_KNOW_NO_FILE = noClasses().that()
            .resideInAPackage("dev.lanewise.nn")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.io..", "java.nio.file..", "java.net..");

    @ArchTest
    static final ArchRule LIBRARIES_KNOW_NO_TERMINAL = noClasses().that()
            .resideInAnyPackage(KERNELS, NN)
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .accessField(System.class, "in");

    /** A species or a shuffle is a constant; {@link VectorCodeTest} keeps vectors out of fields. */
    @ArchTest
    static final ArchRule SPECIES_ARE_CONSTANTS = fields().that()
            .haveRawType(speciesOrShuffle())
            .should()
            .beStatic()
            .andShould()
            .beFinal();

    /** The rules above would say little if a part of the house were not seen. */
    @ArchTest
    static void everyPartIsSeen(JavaClasses all) {
        for (String part : new String[]{"dev.lanewise.kernels", "dev.lanewise.kernels.simd",
                "dev.lanewise.kernels.reference", "dev.lanewise.nn", "dev.lanewise.nn.data",
                "dev.lanewise.nn.io"}) {
            assertThat(all.containPackage(part)).as(part).isTrue();
        }
    }

    private static DescribedPredicate<JavaClass> speciesOrShuffle() {
        return JavaClass.Predicates.assignableTo(VectorSpecies.class)
                .or(
                        JavaClass.Predicates.assignableTo(VectorShuffle.class));
    }
}
