package dev.lanewise.reports.page;

import java.util.List;

/**
 * The looks of plots as CSS. Text, axes and marks take the colour of their surroundings. Series take colours of Okabe and
 * Ito, which colour-blind readers can tell apart, darker ones first on light ground and lighter ones on dark (their yellow
 * is darkened on light ground, their blue lightened on dark), and differ in dash and marker besides.
 */
final class Palette {
    /** What is drawn on. */
    static final String LIGHT_PAPER = "#fff";
    static final String DARK_PAPER = "#15181c";
    /** What is drawn with. */
    static final String LIGHT_INK = "#1f2328";
    static final String DARK_INK = "#e6edf3";

    static final double TEXT_SIZE = 16;
    static final double TITLE_SIZE = 18;
    static final double SMALL_SIZE = 14;

    private static final String DARK = "@media (prefers-color-scheme:dark){\n";
    private static final String END = "}\n";

    private static final List<String> ON_LIGHT = List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7",
            "currentColor", "#e69f00", "#56b4e9", "#8a7d00");
    private static final List<String> ON_DARK = List.of("#56b4e9", "#e69f00", "#009e73", "#cc79a7",
            "currentColor", "#f0e442", "#d55e00", "#3a8fcc");
    private static final List<String> DASHES = List.of("none", "7 3", "2 3", "11 3 2 3", "16 4", "5 2 1 2",
            "4 5",
            "11 3 2 3 2 3");

    /** Looks of their own; more series begin again. */
    static final int SIZE = ON_LIGHT.size();

    private Palette() {
    }

    /** The class of a series' line. */
    static String line(int series) {
        return "s" + series % SIZE;
    }

    /** The class of a series' markers. */
    static String marker(int series) {
        return "m" + series % SIZE;
    }

    /** The class of a series' bars. */
    static String bar(int series) {
        return "b" + series % SIZE;
    }

    /** The style sheet of plots. */
    static String css() {
        StringBuilder css = new StringBuilder("""
                .plot{font:16px system-ui,-apple-system,"Segoe UI",Roboto,"DejaVu Sans",sans-serif}
                .plot text{fill:currentColor}
                .plot .title{font-size:18px;font-weight:600}
                .plot .small{font-size:14px}
                .plot .over{paint-order:stroke;stroke-width:4px;stroke-linejoin:round}
                .plot .grid{stroke:currentColor;stroke-opacity:.13}
                .plot .axis{stroke:currentColor;stroke-opacity:.6}
                .plot path{fill:none;stroke-width:2.2;stroke-linejoin:round;stroke-linecap:butt}
                .plot .contour{stroke:currentColor;stroke-opacity:.4;stroke-width:1.2;stroke-linecap:round}
                .plot .mark{stroke:currentColor;stroke-opacity:.75;stroke-width:1.5;stroke-dasharray:5 4}
                .plot .ring{fill:none;stroke:currentColor;stroke-width:2.5}
                """);
        for (int i = 0; i < SIZE; i++) {
            css.append(".plot .s").append(i).append("{stroke-dasharray:").append(DASHES.get(i)).append("}\n");
        }
        css.append(Markers.css());
        colours(css, ON_LIGHT, LIGHT_PAPER);
        css.append(DARK);
        colours(css, ON_DARK, DARK_PAPER);
        return css.append(END).toString();
    }

    private static void colours(StringBuilder css, List<String> colours, String paper) {
        for (int i = 0; i < SIZE; i++) {
            String colour = colours.get(i);
            css.append(".plot .s").append(i).append(",.plot .m").append(i).append("{stroke:").append(colour);
            css.append("}.plot .b").append(i).append(Markers.isFilled(i) ? ",.plot .m" + i : "");
            css.append("{fill:").append(colour).append("}\n");
        }
        css.append(".plot .over{stroke:").append(paper).append("}\n");
    }
}
