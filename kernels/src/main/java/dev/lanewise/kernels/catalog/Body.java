package dev.lanewise.kernels.catalog;

/** A call of a kernel or of its definition, with the arguments taken from {@link Operands}. */
@FunctionalInterface
public interface Body {
    /** One call. */
    void run(Operands o);

    /** {@code (n, x, xOffset, y, yOffset)}. */
    @FunctionalInterface
    interface Unary {
        /** One call. */
        void run(int n, float[] x, int xOffset, float[] y, int yOffset);

        /** Operands 0 and 1 are x and y. */
        default Body body() {
            return o -> run(o.n(), o.array(0), o.at(0), o.array(1), o.at(1));
        }
    }

    /** {@code (n, x, xOffset, y, yOffset, z, zOffset)}. */
    @FunctionalInterface
    interface Binary {
        /** One call. */
        void run(int n, float[] x, int xOffset, float[] y, int yOffset, float[] z, int zOffset);

        /** Operands 0, 1 and 2 are x, y and z. */
        default Body body() {
            return o -> run(o.n(), o.array(0), o.at(0), o.array(1), o.at(1), o.array(2), o.at(2));
        }
    }

    /** {@code (n, x, xOffset) -> number}. */
    @FunctionalInterface
    interface Reduction {
        /** One call. */
        float run(int n, float[] x, int xOffset);

        /** Operand 0 is x, operand 1 the result. */
        default Body body() {
            return o -> o.array(1)[o.at(1)] = run(o.n(), o.array(0), o.at(0));
        }
    }

    /** {@code (n, x, xOffset, y, yOffset) -> number}. */
    @FunctionalInterface
    interface PairReduction {
        /** One call. */
        float run(int n, float[] x, int xOffset, float[] y, int yOffset);

        /** Operands 0 and 1 are x and y, operand 2 the result. */
        default Body body() {
            return o -> o.array(2)[o.at(2)] = run(o.n(), o.array(0), o.at(0), o.array(1), o.at(1));
        }
    }
}
