package dev.lanewise.jmh.peers;

import dev.lanewise.jmh.GemmShape;
import org.bytedeco.javacpp.FloatPointer;

/** A native library called through JavaCPP with operands in native memory: what a Java user pays, without any copy. */
abstract class NativeProduct implements Product {
    private GemmShape shape = GemmShape.parse("NN:1x1x1");
    private NativeMatrix a = NativeMatrix.ofNaN(1);
    private NativeMatrix b = NativeMatrix.ofNaN(1);
    private NativeMatrix c = NativeMatrix.ofNaN(1);

    /** {@code calls} products of matrices without gaps. */
    abstract void multiply(int calls, GemmShape s, FloatPointer a, FloatPointer b, FloatPointer c);

    /** Called once for new operands, not timed. */
    void prepared(GemmShape s, FloatPointer a, FloatPointer b, FloatPointer c) {
    }

    @Override
    public final void prepare(GemmShape shape, float[] aValues, float[] bValues) {
        a.close();
        b.close();
        c.close();
        this.shape = shape;
        a = new NativeMatrix(aValues);
        b = new NativeMatrix(bValues);
        c = NativeMatrix.ofNaN(shape.m() * shape.n());
        prepared(shape, a.pointer(), b.pointer(), c.pointer());
    }

    @Override
    public final void multiply(int calls) {
        multiply(calls, shape, a.pointer(), b.pointer(), c.pointer());
    }

    @Override
    public final float[] result() {
        return c.toArray();
    }
}
