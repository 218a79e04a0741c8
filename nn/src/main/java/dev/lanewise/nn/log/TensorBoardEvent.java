package dev.lanewise.nn.log;

import dev.lanewise.nn.Histogram;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Messages of TensorBoard's event files, by the field numbers of TensorFlow's {@code event.proto} and {@code summary.proto}.
 */
final class TensorBoardEvent {
    private static final int SESSION_START = 1;

    private final ProtoWriter summary = new ProtoWriter();
    private boolean empty = true;

    /** The first event of a file. */
    static byte[] fileVersion(Instant now) {
        return event(now, 0).string(3, "brain.Event:2").toByteArray();
    }

    /** Says that a training is resumed: events in earlier files from that step on are void. */
    static byte[] sessionStart(Instant now, long step) {
        return event(now, step).message(7, new ProtoWriter().int64(1, SESSION_START)).toByteArray();
    }

    private static ProtoWriter event(Instant now, long step) {
        return new ProtoWriter().float64(1, now.getEpochSecond() + now.getNano() * 1e-9).int64(2, step);
    }

    /** Adds a number, unless it is NaN. */
    TensorBoardEvent scalar(String tag, double value) {
        if (!Double.isNaN(value)) {
            add(new ProtoWriter().string(1, tag).float32(2, (float) value));
        }
        return this;
    }

    /** Adds a histogram, unless it holds no finite value. */
    TensorBoardEvent histogram(String tag, Histogram histogram) {
        if (histogram.count() > 0) {
            add(new ProtoWriter().string(1, tag).message(5, encode(histogram)));
        }
        return this;
    }

    private void add(ProtoWriter value) {
        summary.message(1, value);
        empty = false;
    }

    boolean isEmpty() {
        return empty;
    }

    byte[] at(Instant now, long step) {
        return event(now, step).message(5, summary).toByteArray();
    }

    /** A bucket reaches from the limit before it to its own, so that a gap becomes an empty bucket. */
    private static ProtoWriter encode(Histogram histogram) {
        List<Double> limits = new ArrayList<>();
        List<Double> counts = new ArrayList<>();
        for (Histogram.Bucket bucket : histogram.buckets()) {
            if (limits.isEmpty() || limits.getLast() < bucket.from()) {
                limits.add(bucket.from());
                counts.add(0.0);
            }
            limits.add(bucket.to());
            counts.add((double) bucket.count());
        }
        return new ProtoWriter().float64(1, histogram.min())
                .float64(2, histogram.max())
                .float64(3, (double) histogram.count())
                .float64(4, histogram.sum())
                .float64(5, histogram.sumOfSquares())
                .float64s(6, limits)
                .float64s(7, counts);
    }
}
