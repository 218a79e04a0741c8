package dev.lanewise.jmh.peers;

import dev.lanewise.jmh.GemmShape;
import java.util.Arrays;

/** A library that multiplies Java arrays. */
abstract class JavaProduct implements Product {
    private GemmShape shape = GemmShape.parse("NN:1x1x1");
    private float[] a = {};
    private float[] b = {};
    private float[] c = {};

    /** One product of arrays without gaps. */
    abstract void call(GemmShape s, float[] a, float[] b, float[] c);

    @Override
    public final void prepare(GemmShape shape, float[] a, float[] b) {
        this.shape = shape;
        this.a = a;
        this.b = b;
        c = new float[shape.m() * shape.n()];
        Arrays.fill(c, Float.NaN);
    }

    @Override
    public final void multiply(int calls) {
        for (int i = 0; i < calls; i++) {
            call(shape, a, b, c);
        }
    }

    @Override
    public final float[] result() {
        return c;
    }
}
