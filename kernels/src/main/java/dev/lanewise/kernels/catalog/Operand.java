package dev.lanewise.kernels.catalog;

import java.util.List;

/**
 * An array that a kernel reads or writes. In the facade's signature an operand {@code x} is {@code x, xOffset}, and
 * {@code ldx} after them if its shape has a leading dimension.
 *
 * @param name as in the facade's signature
 * @param role read, written or both
 * @param shape how many elements, and how they lie
 * @param element what an element is
 * @param mayBe the operands (by index) whose memory this output may share exactly; any other overlap is refused
 */
public record Operand(String name, Role role, Shape shape, Element element, List<Integer> mayBe) {
    /** Bytes of an element. */
    public static final int BYTES = 4;

    /** Floats that are read. */
    public static Operand in(String name, Shape shape) {
        return in(name, shape, Element.FLOAT);
    }

    /** Floats or ints that are read. */
    public static Operand in(String name, Shape shape, Element element) {
        return new Operand(name, Role.IN, shape, element, List.of());
    }

    /** Floats that are read and written. */
    public static Operand inOut(String name, Shape shape) {
        return new Operand(name, Role.IN_OUT, shape, Element.FLOAT, List.of());
    }

    /** Floats that are written, in place of one of {@code mayBe} if the caller likes. */
    public static Operand out(String name, Shape shape, Integer... mayBe) {
        return new Operand(name, Role.OUT, shape, Element.FLOAT, List.of(mayBe));
    }

    /** Floats or ints that are written, to memory of their own. */
    public static Operand out(String name, Shape shape, Element element) {
        return new Operand(name, Role.OUT, shape, element, List.of());
    }

    /** The float that the call returns. */
    public static Operand result() {
        return out("result", Shape.RESULT);
    }

    /** Elements in a call of that size. */
    public long count(Size size) {
        return (long) shape.rows(size) * shape.columns(size);
    }

    /** Whether the kernel reads it. */
    public boolean isRead() {
        return role != Role.OUT;
    }

    /** Whether the kernel writes it. */
    public boolean isWritten() {
        return role != Role.IN;
    }
}
