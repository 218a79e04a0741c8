package dev.lanewise.reports.page;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.helpers.DefaultHandler;

/** An SVG as an XML parser sees it. */
record Drawing(Element root) {
    private static final Pattern POINT = Pattern.compile("[ML](\\S+?) ([-\\d.]+)");

    /** Parses it; fails if it is not well formed. */
    static Drawing of(String svg) throws Exception {
        DocumentBuilder parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        parser.setErrorHandler(new DefaultHandler()); // throws, and prints nothing
        return new Drawing(parser.parse(new InputSource(new StringReader(svg))).getDocumentElement());
    }

    List<Element> all(String name) {
        NodeList nodes = root.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
    }

    /** The data of the paths of a class. */
    List<String> paths(String look) {
        return all("path").stream()
                .filter(path -> path.getAttribute("class").equals(look))
                .map(path -> path.getAttribute("d"))
                .toList();
    }

    List<String> texts() {
        return all("text").stream().map(Element::getTextContent).toList();
    }

    /** Texts that would run out of the picture, by their estimated widths. */
    List<String> outside() {
        List<String> outside = new ArrayList<>();
        for (Element text : all("text")) {
            double width = TextWidth.of(text.getTextContent(), size(text));
            double before = switch (text.getAttribute("text-anchor")) {
                case "middle" -> width / 2;
                case "end" -> width;
                default -> 0;
            };
            double angle = Math.toRadians(angle(text));
            if (!inside(text, -before, angle) || !inside(text, width - before, angle)) {
                outside.add(text.getTextContent());
            }
        }
        return outside;
    }

    /** Points of paths, and corners of bars, outside the picture. */
    List<String> strayPoints() {
        List<String> stray = new ArrayList<>();
        for (Element path : all("path")) {
            POINT.matcher(path.getAttribute("d"))
                    .results()
                    .filter(point -> !inside(point.group(1), point.group(2), "0", "0"))
                    .forEach(point -> stray.add(point.group()));
        }
        for (Element bar : all("rect")) {
            String[] box = Stream.of("x", "y", "width", "height")
                    .map(bar::getAttribute)
                    .toArray(String[]::new);
            if (!inside(box[0], box[1], "0", "0") || !inside(box[0], box[1], box[2], box[3])) {
                stray.add(String.join(" ", box));
            }
        }
        return stray;
    }

    private static boolean inside(String left, String top, String width, String height) {
        double x = Double.parseDouble(left) + Double.parseDouble(width);
        double y = Double.parseDouble(top) + Double.parseDouble(height);
        return x >= 0 && x <= Layout.WIDTH && y >= 0 && y <= Layout.HEIGHT;
    }

    private static boolean inside(Element text, double along, double angle) {
        double x = Double.parseDouble(text.getAttribute("x")) + along * Math.cos(angle);
        double y = Double.parseDouble(text.getAttribute("y")) + along * Math.sin(angle);
        return x >= 0 && x <= Layout.WIDTH && y >= 0 && y <= Layout.HEIGHT;
    }

    private static double angle(Element text) {
        String transform = text.getAttribute("transform");
        return transform.isEmpty() ? 0 : Double.parseDouble(transform.replaceAll("rotate\\((\\S+) .*", "$1"));
    }

    private static double size(Element text) {
        return switch (text.getAttribute("class")) {
            case "title" -> Palette.TITLE_SIZE;
            case "small over" -> Palette.SMALL_SIZE;
            default -> Palette.TEXT_SIZE;
        };
    }
}
