package dev.lanewise.kernels;

/** Checks of the optimizer steps: parameters, gradients and each array of state have n elements and memory of their own. */
final class StepCheck {
    private StepCheck() {
    }

    static void parameters(int n, float[] w, int wOffset, float[] g, int gOffset) {
        Check.size("n", n);
        Check.span("w", w, wOffset, n);
        Check.span("g", g, gOffset, n);
        Check.disjoint("w", w, wOffset, n, "g", g, gOffset, n);
    }

    static void state(int n, float[] w, int wOffset, float[] g, int gOffset, String name, float[] s,
            int sOffset) {
        Check.span(name, s, sOffset, n);
        Check.disjoint(name, s, sOffset, n, "w", w, wOffset, n);
        Check.disjoint(name, s, sOffset, n, "g", g, gOffset, n);
    }

    /** One array of state. */
    static void step(int n, float[] w, int wOffset, float[] g, int gOffset, String name, float[] s,
            int sOffset) {
        parameters(n, w, wOffset, g, gOffset);
        state(n, w, wOffset, g, gOffset, name, s, sOffset);
    }

    /** Two arrays of state. */
    static void step(int n, float[] w, int wOffset, float[] g, int gOffset, String name, float[] s,
            int sOffset, String second, float[] t, int tOffset) {
        step(n, w, wOffset, g, gOffset, name, s, sOffset);
        state(n, w, wOffset, g, gOffset, second, t, tOffset);
        Check.disjoint(second, t, tOffset, n, name, s, sOffset, n);
    }

    /** Three arrays of state. */
    static void step(int n, float[] w, int wOffset, float[] g, int gOffset, String name, float[] s,
            int sOffset, String second, float[] t, int tOffset, String third, float[] u, int uOffset) {
        step(n, w, wOffset, g, gOffset, name, s, sOffset, second, t, tOffset);
        state(n, w, wOffset, g, gOffset, third, u, uOffset);
        Check.disjoint(third, u, uOffset, n, name, s, sOffset, n);
        Check.disjoint(third, u, uOffset, n, second, t, tOffset, n);
    }
}
