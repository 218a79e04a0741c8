package dev.lanewise.kernels.simd;

import static java.lang.constant.ConstantDescs.CD_float;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.Locale;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.Vector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Writes the class of a register tile: the code that a patient person would write for one {@link TileForm}, with every sum of
 * the tile in a local variable, because only there C2 keeps vectors in registers:
 *
 * <pre>{@code
 * c00 = c01 = c10 = ... = zero;                          // or the values of C
 * for (int p = 0; p < k; p++) {
 *     b0 = vector of B[p, 0..], b1 = the next, ...
 *     x = broadcast(A[0, p]); c00 = x.fma(b0, c00); c01 = x.fma(b1, c01); ...
 *     x = broadcast(A[1, p]); c10 = x.fma(b0, c10); ...
 * }
 * C = c00, c01, c10, ...
 * }</pre>
 *
 * <p><b>Fences.</b> C2 loads all that a step needs before the first multiply-add. Where the registers do not suffice for the
 * sums, a row of B and a column of A together, half of the sums are spilled in every step. A branch that is never taken
 * between two rows, at whose other end all sums are needed, keeps it from that: {@code if ((p & zero) == r) break;}. The
 * variable {@code zero} is 0, which C2 cannot know. Measured in reports/decisions/020.
 */
final class TileWriter {
    private static final int W = Lanes.COUNT;
    /** Rows of A that are found from the same beginning. */
    private static final int GROUP = 4;
    private static final ClassDesc TILE = of(Tile.class);
    private static final ClassDesc FLOATS = CD_float.arrayType();
    private static final ClassDesc VECTOR = of(FloatVector.class);
    private static final ClassDesc ANY_VECTOR = of(Vector.class);
    private static final ClassDesc SPECIES = of(VectorSpecies.class);
    private static final ClassDesc SEGMENT = of(MemorySegment.class);
    private static final ClassDesc ORDER = of(ByteOrder.class);
    private static final MethodTypeDesc RUN = MethodTypeDesc.of(CD_void, CD_int, FLOATS, CD_int, CD_int,
            FLOATS, CD_int, CD_int, SEGMENT, CD_long, FLOATS, CD_int, CD_int);

    private final TileForm form;
    private final CodeBuilder code;
    private final int k;
    private final int a;
    private final int aOffset;
    private final int lda;
    private final int b;
    private final int bOffset;
    private final int ldb;
    private final int packed;
    private final int packedAt;
    private final int c;
    private final int cOffset;
    private final int ldc;
    /**
     * Local variables: the sums by rows, a row of B, an element of A, the step, where it is in A (by rows: the beginnings of
     * every fourth row, and lda, 2 lda, 3 lda, because the registers do not suffice for the beginnings of all) and in B, and
     * the fence.
     */
    private final int[][] sums;
    private final int[] row;
    private final int x;
    private final int p;
    private final int aAt;
    private final int[] lines;
    private final int[] multiples;
    private final int bAt;
    private final int fence;

    private TileWriter(TileForm form, CodeBuilder code) {
        this.form = form;
        this.code = code;
        k = code.parameterSlot(0);
        a = code.parameterSlot(1);
        aOffset = code.parameterSlot(2);
        lda = code.parameterSlot(3);
        b = code.parameterSlot(4);
        bOffset = code.parameterSlot(5);
        ldb = code.parameterSlot(6);
        packed = code.parameterSlot(7);
        packedAt = code.parameterSlot(8);
        c = code.parameterSlot(9);
        cOffset = code.parameterSlot(10);
        ldc = code.parameterSlot(11);
        sums = new int[form.rows()][];
        for (int r = 0; r < form.rows(); r++) {
            sums[r] = vectors();
        }
        row = vectors();
        x = code.allocateLocal(TypeKind.REFERENCE);
        p = code.allocateLocal(TypeKind.INT);
        aAt = code.allocateLocal(TypeKind.INT);
        lines = form.a() == TileForm.A.ROWS ? integers((form.rows() + GROUP - 1) / GROUP) : new int[0];
        multiples = form.a() == TileForm.A.ROWS ? integers(GROUP) : new int[0];
        bAt = code.allocateLocal(form.packed() ? TypeKind.LONG : TypeKind.INT);
        fence = code.allocateLocal(TypeKind.INT);
    }

    private int[] integers(int n) {
        int[] locals = new int[n];
        for (int i = 0; i < n; i++) {
            locals[i] = code.allocateLocal(TypeKind.INT);
        }
        return locals;
    }

    private int[] vectors() {
        int[] locals = new int[form.vectors()];
        for (int v = 0; v < locals.length; v++) {
            locals[v] = code.allocateLocal(TypeKind.REFERENCE);
        }
        return locals;
    }

    /** A class file, of a class in this package that extends {@link Tile}. */
    static byte[] write(TileForm form) {
        return ClassFile.of()
                .build(name(form),
                        type -> type.withFlags(ClassFile.ACC_FINAL | ClassFile.ACC_SUPER)
                                .withSuperclass(TILE)
                                .withMethodBody(INIT_NAME, MTD_void, 0,
                                        code -> code.aload(0)
                                                .invokespecial(TILE, INIT_NAME, MTD_void)
                                                .return_())
                                .withMethodBody("run", RUN, 0, code -> new TileWriter(form, code).body()));
    }

    /** Such as {@code Tile6x2CopiedPackedContinues}, which profilers and stack traces show. */
    private static ClassDesc name(TileForm form) {
        String simple = "Tile" + form.rows() + "x" + form.vectors() + camel(form.a()) + camel(form.b())
                + (form.continues() ? "Continues" : "");
        return ClassDesc.of(TileWriter.class.getPackageName(), simple);
    }

    private static String camel(Enum<?> word) {
        String lower = word.name().toLowerCase(Locale.ROOT).replace("_", "");
        return lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1);
    }

    private static ClassDesc of(Class<?> type) {
        return type.describeConstable().orElseThrow();
    }

    private void body() {
        begin();
        Label step = code.newLabel();
        Label end = code.newLabel();
        code.iconst_0().istore(p);
        code.labelBinding(step).iload(p).iload(k).if_icmpge(end);
        step(end);
        code.iinc(p, 1).goto_(step);
        code.labelBinding(end);
        store();
        code.return_();
    }

    private void begin() {
        for (int i = 0; i < lines.length; i++) {
            code.iload(aOffset).iload(lda).loadConstant(GROUP * i).imul().iadd().istore(lines[i]);
        }
        for (int i = 1; i < multiples.length; i++) {
            code.iload(lda).loadConstant(i).imul().istore(multiples[i]);
        }
        for (int r = 0; r < form.rows(); r++) {
            for (int v = 0; v < form.vectors(); v++) {
                species();
                if (form.continues()) {
                    code.aload(c);
                    indexOfC(r, v);
                    fromArray();
                } else {
                    code.invokestatic(VECTOR, "zero", MethodTypeDesc.of(VECTOR, SPECIES));
                }
                code.astore(sums[r][v]);
            }
        }
    }

    private void step(Label end) {
        if (form.fenced()) {
            code.iload(p).getstatic(TILE, "zero", CD_int).iand().istore(fence);
        }
        rowOfB();
        for (int r = 0; r < form.rows(); r++) {
            if (form.fenced() && r > 0) {
                code.iload(fence).loadConstant(r).if_icmpeq(end);
            }
            columnOfA(r);
            species();
            elementOfA(r);
            code.invokestatic(VECTOR, "broadcast", MethodTypeDesc.of(VECTOR, SPECIES, CD_float))
                    .astore(x);
            for (int v = 0; v < form.vectors(); v++) {
                code.aload(x)
                        .aload(row[v])
                        .aload(sums[r][v])
                        .invokevirtual(VECTOR, "fma", MethodTypeDesc.of(VECTOR, ANY_VECTOR, ANY_VECTOR))
                        .astore(sums[r][v]);
            }
        }
    }

    /** Where the step's column of A is, as far as the rows up to the next such call are found from there. */
    private void columnOfA(int r) {
        boolean byRows = form.a() == TileForm.A.ROWS;
        if (byRows ? r % GROUP == 0 : r == 0) {
            code.iload(byRows ? lines[r / GROUP] : aOffset).iload(p);
            if (form.a() == TileForm.A.COLUMNS) {
                code.iload(lda).imul();
            }
            code.iadd().istore(aAt);
        }
    }

    private void elementOfA(int r) {
        code.aload(a).iload(aAt);
        switch (form.a()) {
            case COPIED -> plus(r * GemmBlocking.A_STRIDE);
            case COLUMNS -> plus(r);
            case ROWS -> {
                if (r % GROUP > 0) {
                    code.iload(multiples[r % GROUP]).iadd();
                }
            }
        }
        code.faload();
    }

    private void rowOfB() {
        if (form.packed()) {
            code.lload(packedAt).iload(p).i2l().loadConstant((long) Float.BYTES * W * form.vectors()).lmul();
            code.ladd().lstore(bAt);
        } else {
            code.iload(bOffset).iload(p).iload(ldb).imul().iadd().istore(bAt);
        }
        for (int v = 0; v < form.vectors(); v++) {
            species();
            if (form.packed()) {
                code.aload(packed).lload(bAt).loadConstant((long) Float.BYTES * W * v).ladd();
                code.invokestatic(ORDER, "nativeOrder", MethodTypeDesc.of(ORDER))
                        .invokestatic(VECTOR, "fromMemorySegment",
                                MethodTypeDesc.of(VECTOR, SPECIES, SEGMENT, CD_long, ORDER));
            } else {
                code.aload(b).iload(bAt);
                plus(v * W);
                fromArray();
            }
            code.astore(row[v]);
        }
    }

    private void store() {
        for (int r = 0; r < form.rows(); r++) {
            for (int v = 0; v < form.vectors(); v++) {
                code.aload(sums[r][v]).aload(c);
                indexOfC(r, v);
                code.invokevirtual(VECTOR, "intoArray", MethodTypeDesc.of(CD_void, FLOATS, CD_int));
            }
        }
    }

    private void indexOfC(int r, int v) {
        code.iload(cOffset);
        if (r > 0) {
            code.iload(ldc).loadConstant(r).imul().iadd();
        }
        plus(v * W);
    }

    private void plus(int constant) {
        if (constant > 0) {
            code.loadConstant(constant).iadd();
        }
    }

    private void species() {
        code.getstatic(of(Lanes.class), "F", SPECIES);
    }

    private void fromArray() {
        code.invokestatic(VECTOR, "fromArray", MethodTypeDesc.of(VECTOR, SPECIES, FLOATS, CD_int));
    }
}
