package dev.lanewise.properties;

import dev.lanewise.kernels.Activation;
import dev.lanewise.kernels.Capabilities;
import dev.lanewise.kernels.Philox;
import dev.lanewise.kernels.Transpose;
import dev.lanewise.kernels.Workers;
import java.util.zip.CRC32;

/** Runs every kernel once and prints backend, width and a checksum of all results; see {@link FallbackTest}. */
public final class BitsProbe {
    private static final CRC32 CHECKSUM = new CRC32();

    private BitsProbe() {
    }

    /** Takes no arguments. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] args) {
        for (Kernel kernel : KernelTable.ALL) {
            Frame frame = new Case(3, 131, 2, 1, Flavour.MODERATE, 11).frame(kernel);
            kernel.facade().run(frame);
            for (int i = 0; i < kernel.operands().size(); i++) {
                add(frame.array(i));
            }
        }
        GemmCase product = GemmCase.of(Transpose.N, Transpose.T, 37, 41, 65, 12).with(0.5f, 2f);
        GemmCase.Operands x = product.operands();
        product.facade(Workers.of(2), x);
        add(x.c().array());
        product.packed(Workers.of(2), x);
        add(x.c().array());
        for (Activation activation : Activation.values()) {
            LinearCase layer = LinearCase.of(Transpose.N, 37, 41, 65, activation, 16);
            LinearCase.Operands operands = layer.operands();
            layer.facade(Workers.of(2), operands);
            add(operands.z().array());
            add(operands.y().array());
            layer.packed(Workers.of(2), operands);
            add(operands.z().array());
            add(operands.y().array());
        }
        float[] draws = new float[600];
        Philox.normal(13, 14, 15, 0f, 1f, 600, draws, 0);
        add(draws);
        Capabilities used = Capabilities.current();
        System.out.println(
                used.backend() + " " + used.vectorBits() + " bits " + Long.toHexString(CHECKSUM.getValue()));
    }

    private static void add(float[] array) {
        for (float x : array) {
            int bits = Float.floatToIntBits(x);
            for (int shift = 0; shift < 32; shift += 8) {
                CHECKSUM.update(bits >>> shift);
            }
        }
    }
}
