package dev.lanewise.reports.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lanewise.nn.data.CsvFile;
import dev.lanewise.nn.data.DataException;
import dev.lanewise.nn.data.Dataset;
import dev.lanewise.nn.data.Schema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** CSV files, plain and packed, read in one of the ways that there are. */
public final class Tables implements Reader<Dataset> {
    private static final List<String> SEEDS = List.of("a,b,kind\n1,2,x\n3,4.5,y\n-5,6e3,x\n0.1,7,y\n",
            "\"y\",\"a, b\",kind\r\n1,2,\"x \"\"quoted\"\"\"\r\n3,4,\"two\nlines\"\r\n5,6,x\r\n",
            "1,2,3,0\n4,5,6,1\n7,8,9,0\n", "1;2;y\n3;4;z\n", "a\ty\n1\t2\n3\t4\n", "y,kind\n1,a\n2,b",
            "y,a\n1,2\n3,4.5\n-5,6e3\n", "a,\"y\"\r\n1,2\r\n0.5,-4\r\n", "kind,a,b\nx,1,2\ny,3,4\n\nx,5,6\n",
            "y;a;kind\n1,5;2,5;u\n2,25;3;v\n", "id,y,kind\n1,2,gr\u00F6\u00DFe\n2,3,NA\n3,4,\n");

    private static final Schema KNOWN = new Schema(List.of("a", "b"), "kind", List.of(), List.of(2));

    /** Reads a file as one data set. */
    @FunctionalInterface
    private interface Call {
        Dataset read(Path file) throws IOException;
    }

    private final String name;
    private final Call call;

    private Tables(String name, Call call) {
        this.name = name;
        this.call = call;
    }

    /** Every way. */
    public static List<Tables> all() {
        return List.of(new Tables("csv", file -> CsvFile.read(file, null)),
                new Tables("csv-named",
                        file -> CsvFile.of(file).readFor(2, KNOWN, List.of("x", "y"), "kind")),
                new Tables("csv-targets", file -> CsvFile.readTargets(file, List.of("y"))),
                new Tables("csv-features",
                        file -> rows(CsvFile.of(file).readFeaturesFor(2, KNOWN, List.of("x", "y"), null))));
    }

    private static Dataset rows(float... features) {
        return Dataset.ofTargets("features", 2, features, new float[features.length / 2]);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<byte[]> seeds() {
        return SEEDS.stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .flatMap(bytes -> Stream.of(bytes, bytes, bytes, GzipEdits.pack(bytes)))
                .toList();
    }

    @Override
    public boolean wants(String file) {
        return file.endsWith(".csv") || file.endsWith(".csv.gz");
    }

    @Override
    public List<Mutator> mutators() {
        return Stream.of(CsvEdits.ALL, CsvEdits.ALL, TextEdits.ALL, ByteEdits.ALL, GzipEdits.ALL)
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public Class<? extends Exception> refusal() {
        return DataException.class;
    }

    @Override
    public Dataset read(byte[] input, Path file) throws IOException {
        return call.read(file);
    }

    @Override
    public void check(Dataset data, byte[] input, Path file) {
        assertThat(data.size()).isPositive();
        assertThat(data.features()).isPositive();
        int[] row = {0};
        float[] values = new float[data.features()];
        for (row[0] = 0; row[0] < data.size(); row[0]++) {
            data.gather(row, 0, 1, values);
            for (float value : values) {
                assertThat(Float.isFinite(value)).as("features are finite").isTrue();
            }
            assertThat(data.targets() > 0 ? isFinite(data, row[0]) : isClass(data, row[0])).as("answer")
                    .isTrue();
        }
        assertThat(data.classNames()).doesNotHaveDuplicates();
    }

    private static boolean isClass(Dataset data, int row) {
        return data.label(row) >= 0 && data.label(row) < data.classes();
    }

    private static boolean isFinite(Dataset data, int row) {
        return Float.isFinite(data.target(row));
    }

    @Override
    public String checks() {
        return "rows and columns; finite features and targets; labels of classes whose names differ";
    }
}
