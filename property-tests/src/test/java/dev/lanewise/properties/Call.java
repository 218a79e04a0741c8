package dev.lanewise.properties;

import dev.lanewise.kernels.catalog.Element;
import dev.lanewise.kernels.catalog.Kernel;
import dev.lanewise.kernels.catalog.Operand;
import dev.lanewise.kernels.catalog.Operands;
import dev.lanewise.kernels.catalog.Size;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a small legal call, which the methods here make illegal one by one. Every array ends with the
 * operand's last element.
 */
record Call(Kernel kernel, Size size, List<Place> places, List<Number> values) implements Operands {
    private static final Size SMALL = new Size(2, 4, 3);
    private static final int FILL = Float.floatToIntBits(42f);

    /** Where an operand lies; no memory is a null argument. */
    record Place(@Nullable Memory memory, int at, int ld) {
    }

    /** Two rows of four columns in three pieces, each operand from an offset of an array of its own. */
    static Call legal(Kernel kernel) {
        var places = new ArrayList<Place>();
        for (Operand operand : kernel.operands()) {
            int at = 2 + places.size();
            int ld = operand.shape().columns(SMALL);
            places.add(new Place(memory(operand, Math.toIntExact(at + operand.count(SMALL))), at, ld));
        }
        return new Call(kernel, SMALL, places, kernel.usual());
    }

    /** No row, no column beyond those that the kernel needs, and no memory beyond those. */
    static Call empty(Kernel kernel) {
        Size none = new Size(0, kernel.minimumColumns(), SMALL.pieces());
        return new Call(kernel, none, kernel.operands()
                .stream()
                .map(o -> new Place(memory(o, Math.toIntExact(o.count(none))), 0,
                        Math.max(1, o.shape().columns(none))))
                .toList(), kernel.usual());
    }

    /** Filled with the legal index 1 or with a number. */
    private static Memory memory(Operand operand, int length) {
        return Memory.filled(operand.element().isInt(), length,
                operand.element() == Element.FLOAT ? FILL : 1);
    }

    Call with(Size other) {
        return new Call(kernel, other, places, values);
    }

    Call with(int operand, Place place) {
        var changed = new ArrayList<>(places);
        changed.set(operand, place);
        return new Call(kernel, size, changed, values);
    }

    Call withValue(int parameter, Number value) {
        var changed = new ArrayList<>(values);
        changed.set(parameter, value);
        return new Call(kernel, size, places, changed);
    }

    /** Both operands in one array, this many elements apart. */
    Call overlapping(int operand, int other, int distance) {
        int room = Math.toIntExact(span(operand) + span(other)) + Math.abs(distance);
        int from = Math.max(0, -distance);
        Memory shared = memory(kernel.operands().get(other), room);
        return with(other, new Place(shared, from, ld(other)))
                .with(operand, new Place(shared, from + distance, ld(operand)));
    }

    /** Elements of an operand; its rows follow one another. */
    long span(int operand) {
        return kernel.operands().get(operand).count(size);
    }

    /** Everything that the call could write, as it is now. */
    List<Memory> copies() {
        var copies = new ArrayList<Memory>();
        for (Place place : places) {
            if (place.memory != null) {
                copies.add(place.memory.copy());
            }
        }
        return copies;
    }

    @Override
    @SuppressWarnings("NullAway") // a null argument is meant
    public float[] array(int operand) {
        Memory memory = places.get(operand).memory;
        return memory == null ? null : memory.floats();
    }

    @Override
    @SuppressWarnings("NullAway") // a null argument is meant
    public int[] ints(int operand) {
        Memory memory = places.get(operand).memory;
        return memory == null ? null : memory.ints();
    }

    @Override
    public int at(int operand) {
        return places.get(operand).at;
    }

    @Override
    public int ld(int operand) {
        return places.get(operand).ld;
    }

    @Override
    public Number value(int parameter) {
        return values.get(parameter);
    }
}
