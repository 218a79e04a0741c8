package dev.lanewise.reports;

import dev.lanewise.kernels.catalog.Element;
import dev.lanewise.kernels.catalog.Kernel;
import dev.lanewise.kernels.catalog.KernelCatalog;
import dev.lanewise.kernels.catalog.Operand;
import dev.lanewise.kernels.catalog.Role;
import dev.lanewise.kernels.catalog.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The contracts of all kernels as a table in Markdown: what is promised, and what was measured where it is known. */
final class ContractTable {
    /** The widths at which the property tests compare every kernel with its definition. */
    static final List<Integer> WIDTHS = List.of(512, 256, 128);

    private static final String HEAD = """
            # Kernels

            Written by `./lanewise kernels --out reports/kernels.md` from the catalogue in the code
            (`dev.lanewise.kernels.catalog`); do not edit. Every kernel gives its scalar definition's bits at every vector
            width, refuses every overlap of an output that is not named here, and allocates nothing. Any NaN equals any
            NaN: where the result is one, its sign and payload are not specified, and may differ between the widths, the
            definition, the interpreter and the compilers. Matrix products and fused layers are described at `Gemm`.

            - **operands**: their shapes; `ints` with their legal values. `p` is the number of pieces.
            - **in place**: what an output may be exactly.
            - **bytes**: read + written for each element of the largest kind of operand, smaller operands left out.
            - **error**: published, for every finite argument; k ULP are k units in the last place of the exact result, 2^-149 where
              it is subnormal. In brackets the worst one observed over all floats (`reports/accuracy.md`). That of an
              `activateBackward` is beside dy times the derivative at x, for every finite dy: below the floats' range dx is rounded as
              any subnormal, beyond it dx is infinite, which here stands for 2^128.
            - **speed**: ns an element, and GB/s of the bytes that the contract names, by elements of a call, one thread
              (`reports/kernels.csv`, written by `./lanewise benchmark kernels --save reports/kernels.csv`).

            | kernel | formula | operands | in place | NaN, -0.0, infinities | error | widths | bytes | speed |
            |---|---|---|---|---|---|---|---|---|
            """;

    private final ObservedErrors errors;
    private final MeasuredSpeeds speeds;

    ContractTable(ObservedErrors errors, MeasuredSpeeds speeds) {
        this.errors = errors;
        this.speeds = speeds;
    }

    /** The whole page. */
    String markdown() {
        return HEAD + KernelCatalog.all().stream().map(this::row).collect(Collectors.joining());
    }

    private String row(Kernel kernel) {
        return List.of(code(kernel.name()), code(kernel.contract().formula()), operands(kernel),
                inPlace(kernel), kernel.contract().special(), error(kernel), widths(), bytes(kernel),
                speeds.of(kernel.name()))
                .stream()
                .map(cell -> cell.replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String code(String text) {
        return "`" + text + "`";
    }

    private static String widths() {
        return WIDTHS.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** Operands of one shape stand together. */
    private static String operands(Kernel kernel) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        for (Operand operand : kernel.operands()) {
            names.computeIfAbsent(shape(kernel, operand) + ints(operand.element()),
                    shape -> new ArrayList<>())
                    .add(operand.name());
        }
        return names.entrySet()
                .stream()
                .map(e -> String.join(", ", e.getValue()) + ": " + e.getKey())
                .collect(Collectors.joining("; "));
    }

    private static String shape(Kernel kernel, Operand operand) {
        boolean vector = !kernel.isMatrix() && !kernel.hasPieces();
        return vector && operand.shape() == Shape.ROW ? "n" : operand.shape().text();
    }

    private static String ints(Element element) {
        return switch (element) {
            case FLOAT -> "";
            case WORD -> " ints";
            case COLUMN_INDEX -> " ints, 0 to columns - 1";
            case PIECE_INDEX -> " ints, 0 to p - 1";
        };
    }

    private static String inPlace(Kernel kernel) {
        List<String> parts = new ArrayList<>();
        for (Operand operand : kernel.operands()) {
            if (operand.role() == Role.IN_OUT) {
                parts.add(operand.name() + " is updated");
            } else if (!operand.mayBe().isEmpty()) {
                parts.add(operand.name() + " may be " + operand.mayBe()
                        .stream()
                        .map(i -> kernel.operands().get(i).name())
                        .collect(Collectors.joining(" or ")));
            }
        }
        return parts.isEmpty() ? "no" : String.join("; ", parts);
    }

    private String error(Kernel kernel) {
        String published = kernel.contract().accuracy().text();
        String observed = errors.of(kernel.name());
        return observed.isEmpty() || published.equals("exact")
                ? published
                : published + " (" + observed + ")";
    }

    private static String bytes(Kernel kernel) {
        return bytes(kernel, Operand::isRead) + " + " + bytes(kernel, Operand::isWritten);
    }

    private static String bytes(Kernel kernel, Predicate<Operand> moved) {
        List<Operand> large = kernel.operands()
                .stream()
                .filter(moved)
                .filter(o -> kernel.isMatrix() ? o.shape().isMatrix() : isVector(o.shape()))
                .toList();
        long pieces = large.stream().filter(o -> isPieces(o.shape())).count() * Operand.BYTES;
        long others = large.stream().filter(o -> !isPieces(o.shape())).count() * Operand.BYTES;
        return pieces == 0 ? Long.toString(others) : others == 0 ? pieces + "p" : pieces + "p + " + others;
    }

    private static boolean isVector(Shape shape) {
        return shape == Shape.ROW || shape == Shape.PIECES_ROW;
    }

    private static boolean isPieces(Shape shape) {
        return shape == Shape.PIECES || shape == Shape.PIECES_ROW;
    }
}
