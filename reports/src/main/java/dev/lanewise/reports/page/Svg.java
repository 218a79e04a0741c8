package dev.lanewise.reports.page;

/** Collects the elements of a drawing; coordinates are written to a tenth. */
final class Svg {
    private final StringBuilder text = new StringBuilder();

    /** Elements as they are. */
    void raw(String elements) {
        text.append(elements);
    }

    void line(String look, double x1, double y1, double x2, double y2) {
        text.append("<line class=\"").append(look).append('"');
        attribute("x1", x1);
        attribute("y1", y1);
        attribute("x2", x2);
        attribute("y2", y2);
        text.append("/>\n");
    }

    void rect(String look, double x, double y, double width, double height) {
        text.append("<rect class=\"").append(look).append('"');
        attribute("x", x);
        attribute("y", y);
        attribute("width", width);
        attribute("height", height);
        text.append("/>\n");
    }

    void circle(String look, double x, double y, double radius) {
        text.append("<circle class=\"").append(look).append('"');
        attribute("cx", x);
        attribute("cy", y);
        attribute("r", radius);
        text.append("/>\n");
    }

    /** A path, if it has any points. */
    void path(String look, CharSequence points) {
        if (!points.isEmpty()) {
            text.append("<path class=\"").append(look).append("\" d=\"").append(points).append("\"/>\n");
        }
    }

    /** A text that starts, has its middle or ends at a point. */
    void text(String look, double x, double y, Anchor anchor, String content) {
        openText(look, x, y, anchor);
        closeText(content);
    }

    /** The same, turned around that point. */
    void turnedText(String look, double x, double y, int degrees, Anchor anchor, String content) {
        openText(look, x, y, anchor);
        text.append(" transform=\"rotate(").append(degrees).append(' ');
        number(text, x);
        text.append(' ');
        number(text, y);
        text.append(")\"");
        closeText(content);
    }

    private void openText(String look, double x, double y, Anchor anchor) {
        text.append("<text");
        if (!look.isEmpty()) {
            text.append(" class=\"").append(look).append('"');
        }
        attribute("x", x);
        attribute("y", y);
        text.append(anchor.attribute);
    }

    private void closeText(String content) {
        text.append('>').append(Html.escape(content)).append("</text>\n");
    }

    private void attribute(String name, double value) {
        text.append(' ').append(name).append("=\"");
        number(text, value);
        text.append('"');
    }

    /** Appends such as {@code M12.5 30} to a path. */
    static void point(StringBuilder path, char command, double x, double y) {
        path.append(command);
        number(path, x);
        path.append(' ');
        number(path, y);
    }

    private static void number(StringBuilder text, double value) {
        long tenths = Math.round(value * 10);
        if (tenths % 10 == 0) {
            text.append(tenths / 10);
        } else {
            text.append(tenths / 10.0);
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** Which part of a text lies at its point. */
    enum Anchor {
        START(""), MIDDLE(" text-anchor=\"middle\""), END(" text-anchor=\"end\"");

        private final String attribute;

        Anchor(String attribute) {
            this.attribute = attribute;
        }
    }
}
