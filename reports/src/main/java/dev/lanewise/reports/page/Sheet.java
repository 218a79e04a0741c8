package dev.lanewise.reports.page;

import java.util.List;

/** Plots side by side in an SVG file of their own. */
public final class Sheet {
    private static final int MARGIN = 10;

    private Sheet() {
    }

    /** The file, light or dark as its reader prefers. */
    public static String svg(List<Plot> plots) {
        int step = Layout.WIDTH + 2 * MARGIN;
        int width = plots.size() * step;
        int height = Layout.HEIGHT + 2 * MARGIN;
        StringBuilder svg = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"sheet\" ").append(size(width, height));
        svg.append(" viewBox=\"0 0 ").append(width).append(' ').append(height).append("\">\n");
        svg.append("<style>\n").append(css()).append("</style>\n");
        svg.append("<rect class=\"paper\" ").append(size(width, height)).append("/>\n");
        for (int i = 0; i < plots.size(); i++) {
            svg.append("<g transform=\"translate(").append(MARGIN + i * step).append(' ').append(MARGIN);
            svg.append(")\">\n").append(plots.get(i).svg()).append("</g>\n");
        }
        return svg.append("</svg>\n").toString();
    }

    private static String size(int width, int height) {
        return "width=\"" + width + "\" height=\"" + height + "\"";
    }

    private static String css() {
        return Palette.css() + colours(Palette.LIGHT_INK, Palette.LIGHT_PAPER)
                + "@media (prefers-color-scheme:dark){"
                + colours(Palette.DARK_INK, Palette.DARK_PAPER).strip()
                + "}\n";
    }

    private static String colours(String ink, String paper) {
        return ".sheet{color:" + ink + "}.paper{fill:" + paper + "}\n";
    }
}
