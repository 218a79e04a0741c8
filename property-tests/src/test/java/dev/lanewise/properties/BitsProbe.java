package dev.lanewise.properties;

import dev.lanewise.kernels.Activation;
import dev.lanewise.kernels.Capabilities;
import dev.lanewise.kernels.Transpose;
import dev.lanewise.kernels.Workers;
import dev.lanewise.kernels.catalog.Kernel;
import dev.lanewise.kernels.catalog.KernelCatalog;
import java.util.zip.CRC32;

/** Runs every kernel once and prints backend, width and a checksum of all results; see {@link FallbackTest}. */
public final class BitsProbe {
    private static final CRC32 CHECKSUM = new CRC32();

    private BitsProbe() {
    }

    /** Takes no arguments. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] args) {
        for (Kernel kernel : KernelCatalog.all()) {
            Frame frame = Case.of(3, 331, 11).frame(kernel, kernel.usual());
            kernel.facade().run(frame);
            frame.operands().forEach(operand -> add(operand.memory()));
        }
        GemmCase product = GemmCase.of(Transpose.N, Transpose.T, 37, 41, 19, 12).with(0.5f, 2f);
        GemmCase.Operands x = product.operands();
        product.facade(Workers.of(2), x);
        add(x.c().array());
        product.packed(Workers.of(2), x);
        add(x.c().array());
        for (Activation activation : Activation.values()) {
            LinearCase layer = LinearCase.of(Transpose.N, 37, 41, 19, activation, 16);
            LinearCase.Operands operands = layer.operands();
            layer.facade(Workers.of(2), operands);
            add(operands.z().array());
            add(operands.y().array());
            layer.packed(Workers.of(2), operands);
            add(operands.z().array());
            add(operands.y().array());
        }
        Capabilities used = Capabilities.current();
        System.out.println(
                used.backend() + " " + used.vectorBits() + " bits " + Long.toHexString(CHECKSUM.getValue()));
    }

    private static void add(float[] array) {
        add(new Memory.Floats(array));
    }

    /** The bits of every element, any NaN as one. */
    private static void add(Memory memory) {
        for (int i = 0; i < memory.length(); i++) {
            int bits = memory.canonical(i);
            for (int shift = 0; shift < 32; shift += 8) {
                CHECKSUM.update(bits >>> shift);
            }
        }
    }
}
