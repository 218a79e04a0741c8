package dev.lanewise.kernels.simd;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeModel;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every form of a register tile that there can be gives the chains' bits, and its code is what C2 can compile well. */
class TilesTest {
    /** {@code -XX:HugeMethodLimit}: no larger method is compiled. */
    private static final int COMPILE_LIMIT = 8000;
    private static final int W = Lanes.COUNT;
    private static final int PAD = 3;

    static List<TileForm> forms() {
        List<TileForm> forms = new ArrayList<>();
        for (int rows = 1; rows <= TileForm.MAX_ROWS; rows++) {
            for (int vectors = 1; vectors <= TileForm.MAX_VECTORS; vectors++) {
                for (TileForm.A a : TileForm.A.values()) {
                    for (TileForm.B b : TileForm.B.values()) {
                        forms.add(new TileForm(rows, vectors, a, b, false));
                        forms.add(new TileForm(rows, vectors, a, b, true));
                    }
                }
            }
        }
        return forms;
    }

    static Stream<CodeModel> codes() {
        return forms().stream()
                .flatMap(form -> ClassFile.of().parse(TileWriter.write(form)).methods().stream())
                .map(method -> method.code().orElseThrow());
    }

    /** One product of a tile, with other memory around each operand. */
    private static final class Product {
        final TileForm form;
        final int k;
        final int width;
        final int lda;
        final int ldb;
        final int ldc;
        final float[] a;
        final float[] b;
        final MemorySegment packed;
        final float[] c;

        Product(TileForm form, int k) {
            this.form = form;
            this.k = k;
            width = form.vectors() * W;
            lda = Math.max(form.rows(), k) + 1;
            ldb = width + 2;
            ldc = width + PAD;
            SplittableRandom random = new SplittableRandom(form.hashCode() + k);
            a = floats(random,
                    PAD + Math.max(Math.max(k, form.rows()) * lda, form.rows() * GemmBlocking.A_STRIDE) + k
                            + form.rows());
            b = floats(random, PAD + k * ldb + width);
            c = floats(random, PAD + form.rows() * ldc);
            packed = Arena.ofAuto().allocate(Float.BYTES * (long) (W + k * width), GemmBlocking.ALIGNMENT);
            MemorySegment.copy(floats(random, W + k * width), 0, packed, ValueLayout.JAVA_FLOAT, 0,
                    W + k * width);
        }

        private static float[] floats(SplittableRandom random, int n) {
            float[] x = new float[n];
            for (int i = 0; i < n; i++) {
                x[i] = (float) random.nextDouble(-1, 1);
            }
            return x;
        }

        float a(int r, int p) {
            return switch (form.a()) {
                case COPIED -> a[PAD + r * GemmBlocking.A_STRIDE + p];
                case ROWS -> a[PAD + r * lda + p];
                case COLUMNS -> a[PAD + p * lda + r];
            };
        }

        float b(int p, int j) {
            return form.packed()
                    ? packed.getAtIndex(ValueLayout.JAVA_FLOAT, W + (long) p * width + j)
                    : b[PAD + p * ldb + j];
        }

        float[] expected() {
            float[] expected = c.clone();
            for (int r = 0; r < form.rows(); r++) {
                for (int j = 0; j < width; j++) {
                    float sum = form.continues() ? c[PAD + r * ldc + j] : 0f;
                    for (int p = 0; p < k; p++) {
                        sum = Math.fma(a(r, p), b(p, j), sum);
                    }
                    expected[PAD + r * ldc + j] = sum;
                }
            }
            return expected;
        }

        float[] actual() {
            Tiles.get(form.rows(), form.vectors(), form.a(), form.b(), form.continues())
                    .run(k, a, PAD, lda, b, PAD, ldb, packed, (long) Float.BYTES * W, c, PAD, ldc);
            return c;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 19})
    void everyFormGivesTheChain(int k) {
        for (TileForm form : forms()) {
            Product product = new Product(form, k);
            float[] expected = product.expected();
            assertThat(product.actual()).as("%s", form).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("codes")
    void codeCanBeCompiledAndAllocatesNothing(CodeModel code) {
        assertThat(((CodeAttribute) code).codeLength()).isLessThanOrEqualTo(COMPILE_LIMIT);
        assertThat(code.elementStream().filter(NewObjectInstruction.class::isInstance)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("codes")
    void theOnlySpeciesIsTheOneInUse(CodeModel code) {
        assertThat(code.elementStream()
                .filter(FieldInstruction.class::isInstance)
                .map(FieldInstruction.class::cast)
                .filter(field -> field.typeSymbol().displayName().equals("VectorSpecies"))
                .map(field -> field.owner().asSymbol().displayName())).allMatch("Lanes"::equals);
    }
}
