package dev.lanewise.reports.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether readers that misbehave are found out. */
class FuzzRunTest {
    private static final long INPUTS = 40;

    @TempDir
    private Path folder;

    /** What a reader does with every input. */
    enum Behaviour {
        REFUSES, ACCEPTS, NO_MESSAGE, NAMES_NOTHING, LONG_MESSAGE, MANY_LINES, CONTROL, BIDI, SUBCLASS, NULL_POINTER, STACK, MEMORY, INVARIANT, REFUSED_LATER
    }

    private record Fake(Behaviour behaviour) implements Reader<String> {
        @Override
        public String name() {
            return "fake";
        }

        @Override
        public List<byte[]> seeds() {
            return List.of("seed".getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public List<Mutator> mutators() {
            return TextEdits.ALL;
        }

        @Override
        public Class<? extends Exception> refusal() {
            return IllegalArgumentException.class;
        }

        @Override
        public List<String> saidWords(Path file) {
            return List.of(file.toString());
        }

        @Override
        public String read(byte[] input, Path file) {
            return switch (behaviour) {
                case REFUSES -> throw new IllegalArgumentException(file + ": wrong\n  there");
                case NO_MESSAGE -> throw new IllegalArgumentException();
                case NAMES_NOTHING -> throw new IllegalArgumentException("wrong");
                case LONG_MESSAGE -> throw new IllegalArgumentException(file + "x".repeat(1_201));
                case MANY_LINES -> throw new IllegalArgumentException(file + "\n ".repeat(9));
                case CONTROL -> throw new IllegalArgumentException(file + "\u001B[2J");
                case BIDI -> throw new IllegalArgumentException(file + "\u202E");
                case SUBCLASS -> throw new NumberFormatException(file + ": wrong");
                case NULL_POINTER -> throw new NullPointerException(file + ": wrong");
                case STACK -> throw new StackOverflowError();
                case MEMORY -> throw new OutOfMemoryError();
                case ACCEPTS, INVARIANT, REFUSED_LATER -> "read";
            };
        }

        @Override
        public void check(String value, byte[] input, Path file) {
            if (behaviour == Behaviour.REFUSED_LATER) {
                throw new IllegalArgumentException(file + ": refused when it is read again");
            }
            assertThat(behaviour).isEqualTo(Behaviour.ACCEPTS);
        }

        @Override
        public String checks() {
            return "";
        }
    }

    private FuzzRun run(int threads) {
        return new FuzzRun(1, INPUTS, Duration.ofHours(1), threads, folder.resolve("failures"), folder);
    }

    @ParameterizedTest
    @EnumSource
    void everyOtherEndingIsAFailure(Behaviour behaviour) throws Exception {
        Tally tally = run(2).run(new Fake(behaviour));
        assertThat(tally.inputs()).isEqualTo(INPUTS);
        assertThat(tally.refusals()).isEqualTo(behaviour == Behaviour.REFUSES ? INPUTS : 0);
        assertThat(tally.acceptances()).isEqualTo(behaviour == Behaviour.ACCEPTS ? INPUTS : 0);
        // Of each kind of failure one input is kept.
        try (Stream<Path> kept = Files.walk(folder).filter(Files::isRegularFile)) {
            assertThat(kept).hasSize(tally.failures() > 0 ? 1 : 0)
                    .allMatch(file -> file.toString().endsWith(".bin"));
        }
    }

    @Test
    void numberNIsAlwaysTheSameInput() throws IOException {
        for (Reader<?> reader : List.of(new Images(true), Tables.all().getFirst(),
                Grammar.all().getFirst())) {
            Inputs one = new Inputs(reader.seeds(), reader.mutators(), 7);
            Inputs other = new Inputs(reader.seeds(), reader.mutators(), 7);
            Inputs different = new Inputs(reader.seeds(), reader.mutators(), 8);
            int equal = 0;
            for (int n = 300; n >= 0; n--) {
                assertThat(one.get(n)).isEqualTo(other.get(n));
                equal += Arrays.equals(one.get(n), different.get(n)) ? 1 : 0;
            }
            assertThat(equal).isLessThan(150);
        }
    }
}
