package dev.lanewise.properties;

import java.util.List;

/**
 * A kernel beside its definition: what it reads and writes, and how each side is called. Vector kernels take
 * {@code n = columns} elements.
 */
record Kernel(String name, List<Operand> operands, boolean labelled, Body facade, Body reference) {
    /** What a kernel does with an operand. */
    enum Role {
        IN, OUT, IN_OUT
    }

    /** How many elements an operand has. */
    enum Shape {
        MATRIX, ROW, COLUMN, SCALAR
    }

    /** An operand; {@code mayBe} lists the operands (by index) whose memory an output may share exactly. */
    record Operand(String name, Role role, Shape shape, List<Integer> mayBe) {
    }

    /** One call on a frame's operands. */
    @FunctionalInterface
    interface Body {
        void run(Frame frame);
    }

    /** {@code (n, x, xOffset, y, yOffset)}. */
    @FunctionalInterface
    interface Unary {
        void run(int n, float[] x, int xOffset, float[] y, int yOffset);
    }

    /** {@code (n, x, xOffset, y, yOffset, z, zOffset)}. */
    @FunctionalInterface
    interface Binary {
        void run(int n, float[] x, int xOffset, float[] y, int yOffset, float[] z, int zOffset);
    }

    /** {@code (n, x, xOffset, y, yOffset) -> number}. */
    @FunctionalInterface
    interface Reduction {
        float run(int n, float[] x, int xOffset, float[] y, int yOffset);
    }

    static Operand in(String name, Shape shape) {
        return new Operand(name, Role.IN, shape, List.of());
    }

    static Operand inOut(String name, Shape shape) {
        return new Operand(name, Role.IN_OUT, shape, List.of());
    }

    static Operand out(String name, Shape shape, Integer... mayBe) {
        return new Operand(name, Role.OUT, shape, List.of(mayBe));
    }

    static Kernel of(String name, List<Operand> operands, Body facade, Body reference) {
        return new Kernel(name, operands, false, facade, reference);
    }

    static Kernel labelled(String name, List<Operand> operands, Body facade, Body reference) {
        return new Kernel(name, operands, true, facade, reference);
    }

    /** y from x, also in place. */
    static Kernel unary(String name, Unary facade, Unary reference) {
        return of(name, List.of(in("x", Shape.ROW), out("y", Shape.ROW, 0)), body(facade), body(reference));
    }

    /** z from x and y, also in place of either. */
    static Kernel binary(String name, Binary facade, Binary reference) {
        return of(name, List.of(in("x", Shape.ROW), in("y", Shape.ROW), out("z", Shape.ROW, 0, 1)),
                body(facade), body(reference));
    }

    /** A number from x and y. */
    static Kernel reduction(String name, Reduction facade, Reduction reference) {
        return of(name, List.of(in("x", Shape.ROW), in("y", Shape.ROW), out("result", Shape.SCALAR)),
                resultOf(facade), resultOf(reference));
    }

    private static Body body(Unary f) {
        return v -> f.run(v.n(), v.array(0), v.at(0), v.array(1), v.at(1));
    }

    private static Body body(Binary f) {
        return v -> f.run(v.n(), v.array(0), v.at(0), v.array(1), v.at(1), v.array(2), v.at(2));
    }

    private static Body resultOf(Reduction f) {
        return v -> v.array(2)[v.at(2)] = f.run(v.n(), v.array(0), v.at(0), v.array(1), v.at(1));
    }
}
