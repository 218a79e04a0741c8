package dev.lanewise.kernels.catalog;

import java.util.List;

/**
 * A kernel beside its definition. {@link Declaration} makes one.
 *
 * @param owner the facade's class
 * @param method the facade's method
 * @param variant which of the method's functions, such as an enum constant; empty if it has one
 * @param contract what it promises
 * @param operands what it reads and writes
 * @param parameters its scalar arguments
 * @param minimumColumns fewest columns (or elements) that it takes
 * @param facade the public call
 * @param definition the call of the scalar definition
 */
public record Kernel(Class<?> owner, String method, String variant, Contract contract, List<Operand> operands,
        List<Parameter> parameters, int minimumColumns, Body facade, Body definition) {

    /** Begins the declaration of {@code owner.method}. */
    public static Declaration of(Class<?> owner, String method) {
        return new Declaration(owner, method, "");
    }

    /** Begins the declaration of one function of {@code owner.method}. */
    public static Declaration of(Class<?> owner, String method, String variant) {
        return new Declaration(owner, method, variant);
    }

    /** {@code Losses.softmax}, {@code Activations.activate:RELU}: unique, without a space. */
    public String name() {
        String name = owner.getSimpleName() + "." + method;
        return variant.isEmpty() ? name : name + ":" + variant;
    }

    /** Whether the facade takes rows and columns; it takes n elements otherwise. */
    public boolean isMatrix() {
        return operands.stream().anyMatch(o -> o.shape().isMatrix() || o.shape() == Shape.COLUMN);
    }

    /**
     * Whether an element of the result depends on nothing but the same elements of the vectors, so that any division of
     * them gives the same bits. Where a parameter {@code first} is the index of the first element, it moves along.
     */
    public boolean isElementwise() {
        return !isMatrix() && !hasPieces() && operands.stream()
                .filter(Operand::isWritten)
                .allMatch(o -> o.shape() == Shape.ROW && o.element() != Element.COLUMN_INDEX);
    }

    /** Whether an operand is cut into pieces. */
    public boolean hasPieces() {
        return operands.stream().anyMatch(o -> o.shape() == Shape.PIECES || o.shape() == Shape.PIECES_ROW);
    }

    /** Whether a row needs a column to point at. */
    public boolean hasColumnIndices() {
        return operands.stream().anyMatch(o -> o.isRead() && o.element() == Element.COLUMN_INDEX);
    }

    /** Bytes that a call of that size reads and writes at least, each operand once. */
    public long bytes(Size size) {
        return operands.stream()
                .filter(o -> o.shape() != Shape.RESULT)
                .mapToLong(o -> o.count(size) * Operand.BYTES * (o.role() == Role.IN_OUT ? 2 : 1))
                .sum();
    }

    /** The usual parameter values. */
    public List<Number> usual() {
        return parameters.stream().map(p -> p.values().get(0)).toList();
    }
}
