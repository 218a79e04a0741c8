package dev.lanewise.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The choice of backend and width from the system properties; without the module, see the property tests. */
class CapabilitiesTest {
    @ParameterizedTest
    @ValueSource(ints = {128, 256, 512})
    void widthAskedForIsTheWidthChosen(int bits) {
        Capabilities found = Capabilities.detect("simd", Integer.toString(bits));
        assertThat(found.backend()).isEqualTo(Backend.SIMD);
        assertThat(found.vectorBits()).isEqualTo(bits);
        assertThat(found.vectorModule()).isTrue();
        assertThat(found.reason()).startsWith("lanewise.backend=simd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "AUTO"})
    void automaticChoiceTakesThePreferredWidth(String setting) {
        Capabilities found = Capabilities.detect(setting, null);
        assertThat(found).isEqualTo(Capabilities.detect(null, null));
        assertThat(found.vectorBits()).isEqualTo(Math.clamp(found.preferredBits(), 128, 512));
        assertThat(found.backend()).isEqualTo(Backend.SIMD);
        assertThat(found.reason()).isEqualTo("the vector module is resolved and the JIT compiles it");
    }

    @Test
    void widthBeyondThePreferredOneIsCalledSlow() {
        Capabilities found = Capabilities.detect("simd", "512");
        assertThat(found.reason().contains("wider than this JVM's")).isEqualTo(found.preferredBits() < 512);
    }

    @Test
    void referenceHasNoWidth() {
        Capabilities found = Capabilities.detect("reference", "256");
        assertThat(found.backend()).isEqualTo(Backend.REFERENCE);
        assertThat(found.vectorBits()).isZero();
        assertThat(found.reason()).isEqualTo("lanewise.backend=reference");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gpu", "simd ", "SIMD512"})
    void unknownBackendIsRefused(String setting) {
        assertThatIllegalArgumentException().isThrownBy(() -> Capabilities.detect(setting, null))
                .withMessage("lanewise.backend: " + setting + " (expected auto, simd or reference)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "64", "1024", "256.0", " 256", "wide"})
    void unknownWidthIsRefusedByEveryBackend(String setting) {
        for (String backend : new String[]{"auto", "simd", "reference"}) {
            assertThatIllegalArgumentException().isThrownBy(() -> Capabilities.detect(backend, setting))
                    .withMessage("lanewise.vectorBits: " + setting + " (expected 128, 256 or 512)");
        }
    }

    @Test
    void backendIsReadTheSameInEveryLanguage() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertThat(Capabilities.detect("SIMD", "128").backend()).isEqualTo(Backend.SIMD);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void currentDescribesThisJvm() {
        Capabilities current = Capabilities.current();
        assertThat(current.java()).isEqualTo(Runtime.version().toString());
        assertThat(current.jvm()).contains(System.getProperty("java.vm.name"));
        assertThat(current).isEqualTo(Capabilities.detect("auto", null, current.fma()));
    }

    @Test
    void withoutHardwareFmaTheReferenceIsChosenAndSaysWhy() {
        Capabilities found = Capabilities.detect("auto", null, false);
        assertThat(found.backend()).isEqualTo(Backend.REFERENCE);
        assertThat(found.reason())
                .isEqualTo(
                        "vectors need fused multiply-add in hardware; no hardware fma (the processor has none, or the "
                                + "JVM runs with -XX:-UseFMA): it is computed exactly by way of double, the same bits, slower");
        assertThat(Capabilities.detect("reference", null, false).reason())
                .startsWith("lanewise.backend=reference; no hardware fma")
                .endsWith("computed exactly by way of double, the same bits, slower");
    }

    @Test
    void vectorsWithoutHardwareFmaAreCalledSlow() {
        Capabilities found = Capabilities.detect("simd", "128", false);
        assertThat(found.backend()).isEqualTo(Backend.SIMD);
        assertThat(found.reason()).startsWith("lanewise.backend=simd; no hardware fma")
                .contains("the same bits, hundreds of times slower")
                .endsWith("use lanewise.backend=auto");
    }
}
