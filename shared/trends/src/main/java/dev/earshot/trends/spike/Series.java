package dev.earshot.trends.spike;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;

/** A series that is watched: its memory between two buckets is {@link #encoded}. */
public sealed interface Series permits CountSeries, ShareSeries {
    /** The first byte of an encoded series; another version can't be read. */
    byte VERSION = 1;

    /** Length of a bucket. */
    Duration bucket();

    /** Days of data that it has seen. */
    double days();

    /**
     * Looks at buckets that may still change, as if they were over. Nothing is learned and nothing
     * changes.
     *
     * @param glimpses in the order of time, all later than the last bucket taken
     */
    Look look(List<Glimpse> glimpses);

    /**
     * Begins the episode of a look that was made since the last bucket was taken. The buckets
     * looked at are to be taken when they are over, as any.
     */
    void begin(Look look);

    /** Writes what is remembered. */
    void write(DataOutput out) throws IOException;

    /** All that is remembered, less than 2 KB. */
    default byte[] encoded() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            write(out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory can't fail", e);
        }
        return bytes.toByteArray();
    }

    /**
     * The series that {@link #encoded} gave.
     *
     * @throws IllegalArgumentException if it was written by another version or is cut
     */
    static Series decode(byte[] encoded) {
        try (var in = new DataInputStream(new ByteArrayInputStream(encoded))) {
            byte version = in.readByte();
            if (version != VERSION) {
                throw new IllegalArgumentException(
                        "series must be of version " + VERSION + ", got " + version);
            }
            byte kind = in.readByte();
            return kind == CountSeries.KIND ? CountSeries.read(in) : ShareSeries.read(in);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "series must be whole, got " + encoded.length + " bytes", e);
        }
    }

    /** The bucket, if it is of a length that series are kept in. */
    static Duration checked(Duration bucket) {
        if (bucket.compareTo(Duration.ofMinutes(1)) < 0
                || bucket.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("bucket must last a minute to a day, got " + bucket);
        }
        return bucket;
    }
}
