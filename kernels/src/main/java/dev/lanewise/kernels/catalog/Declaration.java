package dev.lanewise.kernels.catalog;

import java.util.List;

/** A kernel being declared, step by step; the last step gives the {@link Kernel}. */
public final class Declaration {
    private final Class<?> owner;
    private final String method;
    private final String variant;
    private String formula = "";
    private String special = "";
    private Accuracy accuracy = Accuracy.ROUNDED;
    private List<Operand> operands = List.of();
    private List<Parameter> parameters = List.of();
    private int minimumColumns;

    Declaration(Class<?> owner, String method, String variant) {
        this.owner = owner;
        this.method = method;
        this.variant = variant;
    }

    /** What is computed, with the roundings. */
    public Declaration formula(String text) {
        formula = text;
        return this;
    }

    /** What NaN, -0.0 and infinities give. */
    public Declaration special(String text) {
        special = text;
        return this;
    }

    /** The published error; unless given, each operation is rounded once. */
    public Declaration accuracy(Accuracy error) {
        accuracy = error;
        return this;
    }

    /** The arrays, in the order in which the bodies index them. */
    public Declaration operands(Operand... all) {
        operands = List.of(all);
        return this;
    }

    /** The scalar arguments, in the order in which the bodies index them. */
    public Declaration parameters(Parameter... all) {
        parameters = List.of(all);
        return this;
    }

    /** Fewest columns (or elements) that the kernel takes: 0 unless given. */
    public Declaration minimumColumns(int columns) {
        minimumColumns = columns;
        return this;
    }

    /** y from x, both of n elements, also in place. */
    public Kernel unary(String x, String y, Body.Unary facade, Body.Unary definition) {
        return operands(Operand.in(x, Shape.ROW), Operand.out(y, Shape.ROW, 0))
                .calls(facade.body(), definition.body());
    }

    /** z from x and y, all of n elements, also in place of either. */
    public Kernel binary(String x, String y, String z, Body.Binary facade, Body.Binary definition) {
        return operands(Operand.in(x, Shape.ROW), Operand.in(y, Shape.ROW), Operand.out(z, Shape.ROW, 0, 1))
                .calls(facade.body(), definition.body());
    }

    /** A number from the n elements of x. */
    public Kernel reduction(String x, Body.Reduction facade, Body.Reduction definition) {
        return operands(Operand.in(x, Shape.ROW), Operand.result())
                .calls(facade.body(), definition.body());
    }

    /** A number from the n elements of x and of y. */
    public Kernel reduction(String x, String y, Body.PairReduction facade, Body.PairReduction definition) {
        return operands(Operand.in(x, Shape.ROW), Operand.in(y, Shape.ROW), Operand.result())
                .calls(facade.body(), definition.body());
    }

    /** The last step: the facade's call and the definition's. */
    public Kernel calls(Body facade, Body definition) {
        if (formula.isEmpty() || special.isEmpty() || operands.isEmpty()) {
            throw new IllegalStateException(owner.getSimpleName() + "." + method
                    + ": a kernel is declared with its formula, its special values and its operands");
        }
        return new Kernel(owner, method, variant, new Contract(formula, special, accuracy), operands,
                parameters, minimumColumns, facade, definition);
    }
}
