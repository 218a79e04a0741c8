package dev.lanewise.reports.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What can be wrong with a page, as far as its text tells. */
public final class Pages {
    private static final int LARGEST = 2 << 20;
    private static final Pattern DRAWING = Pattern.compile("<svg.*?</svg>", Pattern.DOTALL);

    private Pages() {
    }

    /** The faults of a page: drawings that are not well formed, anything that a browser would load, too large. */
    public static List<String> faults(String html) {
        List<String> faults = new ArrayList<>();
        DRAWING.matcher(html).results().map(drawing -> drawing.group()).forEach(svg -> {
            try {
                Drawing.of(svg);
            } catch (Exception notWellFormed) {
                faults.add(notWellFormed + " in " + svg);
            }
        });
        // A name space is no request.
        String loads = html.replace("http://www.w3.org/2000/svg", "");
        for (String loading : List.of("http:", "https:", "<script", "src=", "@import", "url(", "<link")) {
            if (loads.contains(loading)) {
                faults.add("loads something: " + loading);
            }
        }
        if (html.length() >= LARGEST) {
            faults.add("too large: " + html.length() + " characters");
        }
        return faults;
    }
}
