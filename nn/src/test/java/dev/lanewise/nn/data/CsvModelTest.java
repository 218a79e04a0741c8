package dev.lanewise.nn.data;

import static dev.lanewise.nn.data.CsvFileTest.features;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files for a model that knows its columns. */
class CsvModelTest {
    private static final List<String> CLASSES = List.of("0", "1");

    @TempDir
    Path folder;

    private final List<String> notices = new ArrayList<>();
    private Schema schema = Schema.NONE;

    @BeforeEach
    void learn() throws IOException {
        schema = file("k,x,y\n0,1,2\n1,3,4\n").read("k").schema();
        assertThat(schema).isEqualTo(new Schema(List.of("x", "y"), "k", List.of(), List.of(0)));
    }

    private CsvFile file(String text) throws IOException {
        return CsvFile.of(Files.writeString(folder.resolve("table.csv"), text)).notices(notices::add);
    }

    private float[] predict(String text) throws IOException {
        return file(text).readFeaturesFor(2, schema, CLASSES, null);
    }

    private Dataset evaluate(String text, @Nullable String label) throws IOException {
        return file(text).readFor(2, schema, CLASSES, label);
    }

    private void assertRefused(String text, String rest) {
        assertThatExceptionOfType(DataException.class).isThrownBy(() -> predict(text))
                .withMessage(folder.resolve("table.csv") + rest);
    }

    private void assertNotice(String notice) {
        assertThat(notices).containsExactly(folder.resolve("table.csv") + ": " + notice);
        notices.clear();
    }

    @Test
    void findsColumnsByNameWhereverTheyStand() throws IOException {
        for (String text : List.of("x,y\n1,2\n", "y,x\n2,1\n", "y,k,x\n2,?,1\n", "k,x,y\nnone,1,2\n",
                "y;x;k\n2;1;\n")) {
            assertThat(predict(text)).containsExactly(1, 2);
        }
        Dataset rows = evaluate("y,k,x\n2,1,1\n4,0,3\n", null);
        assertThat(features(rows)).containsExactly(1, 2, 3, 4);
        assertThat(rows.label(0)).isEqualTo(1);
        assertThat(rows.featureNames()).containsExactly("x", "y");
        assertThat(rows.labelName()).isEqualTo("k");
        assertThat(notices).containsExactly(folder.resolve("table.csv") + ": recognised separator semicolon");
    }

    @Test
    void ignoresOtherColumnsAndSaysSo() throws IOException {
        assertThat(predict("id,y,note,x\n7,2,text,1\n")).containsExactly(1, 2);
        assertNotice("columns that the model does not know are ignored: id, note");
        assertThat(evaluate("x,kind,y,k\n1,1,2,0\n", "kind").label(0)).isEqualTo(1);
        assertThat(notices).isEmpty();
    }

    @Test
    void refusesColumnsThatAreMissing() {
        assertRefused("k,x,z\n0,1,2\n",
                ": no column y (expected all features of the model, whatever their order; the first "
                        + "row is k, x, z)");
        assertRefused("a,b\n1,2\n",
                ": no columns x, y (expected all features of the model, whatever their order; the first "
                        + "row is a, b)");
        assertThatExceptionOfType(DataException.class).isThrownBy(() -> predict("x,y,x\n1,2,3\n"))
                .withMessageStartingWith("feature column: x occurs twice");
        assertThatExceptionOfType(DataException.class).isThrownBy(() -> evaluate("x,y\n1,2\n", null))
                .withMessageStartingWith("label column: k (expected a name in the first row");
        assertThatExceptionOfType(DataException.class).isThrownBy(() -> evaluate("x,y\n1,2\n", "x"))
                .withMessage("label column: x (expected another, because it is a feature of the model)");
    }

    @Test
    void aFileWithoutHeaderGoesByPosition() throws IOException {
        assertThat(predict("1,2\n3,4\n")).containsExactly(1, 2, 3, 4);
        assertNotice("no header, so columns are taken by position: features 0, 1");
        assertThat(predict("9,1,2\n")).containsExactly(1, 2);
        assertNotice("no header, so columns are taken by position: features 1, 2; label 0");
        assertThat(evaluate("1,5,6\n0,7,8\n", null).label(0)).isEqualTo(1);
        notices.clear();
        assertThat(evaluate("5,6,1\n7,8,0\n", "-1").label(0)).isEqualTo(1);
        assertNotice("no header, so columns are taken by position: features 0, 1; label 2");
        assertRefused("1,2,3,4\n", ": 4 columns (expected 2 features, or 3 columns with a label)");
        assertThatExceptionOfType(DataException.class).isThrownBy(() -> evaluate("1,2\n3,4\n", null))
                .withMessageEndingWith(": 2 columns (expected 3 columns with a label)");
        assertRefused("1\n", ": 1 columns (expected 2 features, or 3 columns with a label)");
    }

    @Test
    void aModelFromAFileWithoutHeaderKnowsPositions() throws IOException {
        schema = file("0,1,2\n1,3,4\n1,3,5\n").read("0").schema();
        assertThat(schema).isEqualTo(new Schema(List.of(), null, List.of(), List.of(0)));
        notices.clear();
        assertThat(predict("0,1,2\n1,3,4\n")).containsExactly(1, 2, 3, 4);
        assertNotice("no header, so columns are taken by position: features 1, 2; label 0");
        assertThat(evaluate("1,3,4\n", null).label(0)).isEqualTo(1);
        notices.clear();
        assertThat(predict("a,b\n1,2\n")).containsExactly(1, 2);
        assertNotice(
                "the model does not know the names of its columns, so columns are taken by position: features 0 (a), "
                        + "1 (b)");
    }

    @Test
    void integersAsNamesAreNames() throws IOException {
        schema = file("1,0,k\n1.5,2.5,a\n3.5,4.5,b\n").format(CsvFormat.AUTO.withHeader("yes"))
                .read("k")
                .schema();
        notices.clear();
        assertThat(predict("0,1\n5,6\n")).containsExactly(6, 5);
        assertThat(notices).isEmpty();
    }

    @Test
    void aModelThatKnowsNothingTakesTheLastColumnAsLabelUnlessItCannotBe() throws IOException {
        schema = Schema.NONE;
        assertThat(predict("1,2,x\n3,4,1\n")).containsExactly(1, 2, 3, 4);
        assertRefused("k,x,y\n0,1,2.5\n",
                ": row 2, column 2 (y): 2.5 is no class of the model, so this column may be a "
                        + "feature and another the label (expected the label column to be named, because the model does not know "
                        + "it)");
        assertThat(file("k,x,y\n0,1,2.5\n").readFeaturesFor(2, schema, CLASSES, "k")).containsExactly(1,
                2.5f);
    }

    @Test
    void findsTargetsByNameToo() throws IOException {
        Schema houses = file("rooms,price,age,rent\n3,250,10,1\n").readTargets(List.of("rent", "price"))
                .schema();
        assertThat(houses).isEqualTo(
                new Schema(List.of("rooms", "age"), null, List.of("rent", "price"), List.of(3, 1)));
        Dataset rows = file("age,price,rent,rooms\n10,250,1,3\n").readTargetsFor(2, houses, List.of());
        assertThat(features(rows)).containsExactly(3, 10);
        assertThat(rows.target(0, 0)).isEqualTo(1);
        assertThat(rows.target(0, 1)).isEqualTo(250);
        assertThat(file("age,rooms\n10,3\n").readFeaturesBeside(2, houses, List.of())).containsExactly(3, 10);
        assertThat(file("age,price,rooms\n10,?,3\n").readFeaturesBeside(2, houses, List.of()))
                .containsExactly(3, 10);
        notices.clear();
        assertThat(file("3,250,10,1\n").readTargetsFor(2, houses, List.of()).target(0)).isEqualTo(1);
        assertNotice("no header, so columns are taken by position: features 0, 2; target 3, 1");
        assertThat(file("3,10\n").readFeaturesBeside(2, houses, List.of())).containsExactly(3, 10);
    }
}
