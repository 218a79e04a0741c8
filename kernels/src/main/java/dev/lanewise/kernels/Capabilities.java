package dev.lanewise.kernels;

import dev.lanewise.kernels.reference.Fma;
import dev.lanewise.kernels.simd.VectorWidth;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What this JVM offers and what was chosen, once, when the library was first used.
 *
 * <p>System properties: {@code lanewise.backend} is {@code auto} (default), {@code simd} or {@code reference};
 * {@code lanewise.vectorBits} is 128, 256 or 512 (default: the width that the JVM prefers).
 *
 * @param java version of the Java runtime
 * @param jvm name and mode of the virtual machine
 * @param vectorModule whether {@code jdk.incubator.vector} is resolved
 * @param preferredBits the width that the JVM prefers, in bits; 0 without the vector module
 * @param vectorBits the width in use, in bits; 0 for the reference backend
 * @param backend the side in use
 * @param reason why that side was chosen
 */
public record Capabilities(String java, String jvm, boolean vectorModule, int preferredBits, int vectorBits,
        Backend backend, String reason) {

    private static final String BACKEND = "lanewise.backend";
    private static final String VECTOR_BITS = "lanewise.vectorBits";
    private static final String NO_FMA = "no hardware fma (the processor has none, or the JVM runs with -XX:-UseFMA)";

    /** Holder: selected at first use, then constant, so that the JIT folds every choice. */
    private static final class Holder {
        static final Capabilities CURRENT = select();

        private static Capabilities select() {
            String wanted = System.getProperty(BACKEND);
            Capabilities found = detect(wanted, System.getProperty(VECTOR_BITS));
            if (found.backend == Backend.REFERENCE && !"reference".equalsIgnoreCase(wanted)) {
                warn("SIMD kernels are off, results are the same but slower: {0}", found.reason);
            } else if (found.backend == Backend.SIMD && !found.fma()) {
                warn("SIMD kernels are far slower here than the reference: {0}", found.reason);
            }
            return found;
        }

        private static void warn(String message, String reason) {
            System.getLogger("dev.lanewise").log(System.Logger.Level.WARNING, message, reason);
        }
    }

    /**
     * The choice in force in this JVM.
     *
     * @throws ExceptionInInitializerError at first use if a system property is invalid or {@code simd} was
     *         demanded but is impossible; its cause's message says what to do
     */
    public static Capabilities current() {
        return Holder.CURRENT;
    }

    /**
     * Whether fused multiply-add runs in hardware. Without it the reference backend computes the same bits in double, a
     * few times slower; the vectors of the JDK go by way of BigDecimal, so {@code auto} does not choose them.
     */
    public boolean fma() {
        return Fma.isHardware();
    }

    static Capabilities detect(@Nullable String backendSetting, @Nullable String bitsSetting) {
        return detect(backendSetting, bitsSetting, Fma.isHardware());
    }

    static Capabilities detect(@Nullable String backendSetting, @Nullable String bitsSetting, boolean fma) {
        String wanted = backendSetting == null ? "auto" : backendSetting.toLowerCase(Locale.ROOT);
        boolean module = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        int preferred = module ? VectorWidth.preferredBits() : 0;
        int bits = bits(bitsSetting, preferred);
        return switch (wanted) {
            case "auto" -> {
                String obstacle = obstacle(module, preferred, fma);
                yield obstacle == null
                        ? onSimd(preferred, bits, "the vector module is resolved and the JIT compiles it",
                                fma)
                        : onReference(module, preferred, obstacle, fma);
            }
            case "simd" -> {
                if (!module) {
                    throw new IllegalStateException(BACKEND + ": simd is impossible: " + moduleMissing());
                }
                yield onSimd(preferred, bits, BACKEND + "=simd", fma);
            }
            case "reference" -> onReference(module, preferred, BACKEND + "=reference", fma);
            default -> throw new IllegalArgumentException(
                    BACKEND + ": " + backendSetting + " (expected auto, simd or reference)");
        };
    }

    private static int bits(@Nullable String setting, int preferred) {
        if (setting == null) {
            return Math.clamp(preferred, 128, 512);
        }
        return switch (setting) {
            case "128" -> 128;
            case "256" -> 256;
            case "512" -> 512;
            default -> throw new IllegalArgumentException(
                    VECTOR_BITS + ": " + setting + " (expected 128, 256 or 512)");
        };
    }

    /** Why SIMD would not be useful here, with the remedy; null if it is. */
    private static @Nullable String obstacle(boolean module, int preferred, boolean fma) {
        if (!module) {
            return moduleMissing();
        }
        String mode = virtualMachine();
        if (mode.contains("interpreted")) {
            return "this JVM only interprets (-Xint); remove -Xint";
        }
        if (mode.contains("emulated-client") || !mode.contains("Server VM")) {
            return "this JVM has no C2 compiler in use (" + mode
                    + "); remove -XX:TieredStopAtLevel or use a server VM";
        }
        if (!fma) {
            return "vectors need fused multiply-add in hardware";
        }
        return preferred >= 128 ? null : "the JVM prefers vectors of " + preferred + " bits; 128 are needed";
    }

    private static String moduleMissing() {
        return "the vector module is not resolved; start Java with --add-modules=jdk.incubator.vector";
    }

    private static Capabilities onSimd(int preferred, int bits, String reason, boolean fma) {
        String slow = bits > preferred
                ? ", wider than this JVM's " + preferred + " bits: exact but very slow"
                : "";
        String software = fma
                ? ""
                : "; " + NO_FMA + ": every vector's goes by way of BigDecimal, the same bits, "
                        + "hundreds of times slower; use " + BACKEND + "=auto";
        return new Capabilities(Runtime.version().toString(), virtualMachine(), true, preferred, bits,
                Backend.SIMD,
                reason + slow + software);
    }

    private static Capabilities onReference(boolean module, int preferred, String reason, boolean fma) {
        String software = fma
                ? ""
                : "; " + NO_FMA + ": it is computed exactly by way of double, the same bits, slower";
        return new Capabilities(Runtime.version().toString(), virtualMachine(), module, preferred, 0,
                Backend.REFERENCE,
                reason + software);
    }

    private static String virtualMachine() {
        return System.getProperty("java.vm.name", "unknown VM") + " ("
                + System.getProperty("java.vm.info", "")
                + ")";
    }
}
