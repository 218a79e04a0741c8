package dev.lanewise.nn.optim;

import dev.lanewise.nn.text.Excerpt;
import java.util.function.Function;

/** Reads schedules from words such as {@code step:10:0.5} and {@code warmup:500+cosine}. */
public final class ScheduleParser {
    /** The learning-rate schedules it understands. */
    public static final String KNOWN = "constant step:EVERY:FACTOR exponential:FACTOR[:EVERY[:FLOOR]] "
            + "inverse-time:DECAY[:EVERY] linear[:END] cosine[:END] polynomial:POWER[:END] "
            + "one-cycle[:RISE[:START[:FALL]]] plateau:FACTOR:PATIENCE[:MIN_DELTA[:COOLDOWN[:FLOOR]]] "
            + "warmup:LENGTH[+SCHEDULE]; EVERY and LENGTH such as 500steps or 10epochs (a bare number: epochs in step, "
            + "steps elsewhere)";
    /** The momentum schedules it understands. */
    public static final String KNOWN_MOMENTUM = "ramp:FROM:TO:OVER; OVER such as 250epochs or 500steps (a bare number: "
            + "epochs)";
    private static final String WARM_UP = "warmup:";

    private ScheduleParser() {
    }

    /**
     * The learning-rate schedule of that word.
     *
     * @throws IllegalArgumentException for an unknown word or a wrong argument; the message lists what is known
     */
    public static Schedule parse(String text) {
        return explain("schedule", text, KNOWN, ScheduleParser::schedule);
    }

    /**
     * The momentum schedule of that word.
     *
     * @throws IllegalArgumentException for an unknown word or a wrong argument; the message lists what is known
     */
    public static MomentumSchedule parseMomentum(String text) {
        return explain("momentum schedule", text, KNOWN_MOMENTUM, ScheduleParser::momentum);
    }

    private static <T> T explain(String what, String text, String known, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(
                    what + " \"" + Excerpt.of(text) + "\": " + wrong.getMessage() + "\n  known: " + known,
                    wrong);
        }
    }

    private static Schedule schedule(String text) {
        if (text.startsWith(WARM_UP)) {
            int plus = text.indexOf('+');
            Word word = Word.parse(plus < 0 ? text : text.substring(0, plus)).with(1, 1);
            return new WarmUp(word.span(0, "length", Span.Unit.STEPS),
                    plus < 0 ? Schedule.constant() : schedule(text.substring(plus + 1)));
        }
        Word word = Word.parse(text);
        return switch (word.name()) {
            case "constant" -> {
                word.with(0, 0);
                yield Schedule.constant();
            }
            case "step" -> step(word.with(2, 2));
            case "exponential" -> exponential(word.with(1, 3));
            case "inverse-time" -> inverseTime(word.with(1, 2));
            case "linear" -> PolynomialDecay.linear(word.with(0, 1).number(0, "end", 0));
            case "cosine" -> new CosineDecay(word.with(0, 1).number(0, "end", 0));
            case "polynomial" -> polynomial(word.with(1, 2));
            case "one-cycle" -> oneCycle(word.with(0, 3));
            case "plateau" -> plateau(word.with(2, 5));
            default -> throw new IllegalArgumentException("unknown \"" + Excerpt.of(word.name()) + "\"");
        };
    }

    private static Schedule step(Word word) {
        return new StepDecay(word.span(0, "every", Span.Unit.EPOCHS), word.number(1, "factor"));
    }

    private static Schedule exponential(Word word) {
        return new ExponentialDecay(word.number(0, "factor"), word.span(1, "every", ExponentialDecay.USUAL),
                word.number(2, "floor", 0));
    }

    private static Schedule inverseTime(Word word) {
        return new InverseTimeDecay(word.number(0, "decay"), word.span(1, "every", InverseTimeDecay.USUAL));
    }

    private static Schedule polynomial(Word word) {
        return new PolynomialDecay(word.number(0, "power"), word.number(1, "end", 0));
    }

    private static Schedule oneCycle(Word word) {
        return new OneCycle(word.number(0, "rise", OneCycle.USUAL_RISE),
                word.number(1, "start", OneCycle.USUAL_START), word.number(2, "fall", OneCycle.USUAL_FALL));
    }

    private static Schedule plateau(Word word) {
        return new ReduceOnPlateau(word.number(0, "factor"), word.whole(1, "patience", 1),
                word.number(2, "minimumImprovement", ReduceOnPlateau.USUAL_IMPROVEMENT),
                word.whole(3, "cooldown", 0), word.number(4, "floor", 0));
    }

    private static MomentumSchedule momentum(String text) {
        Word word = Word.parse(text);
        if (!word.name().equals("ramp")) {
            throw new IllegalArgumentException("unknown \"" + Excerpt.of(word.name()) + "\"");
        }
        word.with(3, 3);
        return new MomentumSchedule(word.number(0, "from"), word.number(1, "to"),
                word.span(2, "over", Span.Unit.EPOCHS));
    }
}
