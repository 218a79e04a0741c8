package dev.lanewise.reports;
final class RecipeReport {
    private RecipeReport() {
    }
    static String html(dev.lanewise.nn.data.Split data, java.util.List<RecipeStep> steps, Attempt best) {
        return "";
    }
}
