package dev.earshot.collect.state;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * The posts that were sent on lately, as digests with their times, so that none is sent twice where
 * pages and walks overlap. At most {@link #MOST} are kept, the newest. Immutable.
 *
 * @param times seconds since 1970, up to the year 2106, by a digest of 64 bits
 */
public record Seen(Map<Long, Long> times) {
    /** 10,000 take 160 kB as text, well within an item of 400 kB. */
    public static final int MOST = 10_000;

    /** Nothing seen. */
    public static final Seen NONE = new Seen(Map.of());

    private static final int ENTRY_BYTES = 12;

    public Seen {
        times = Map.copyOf(times);
    }

    /** Whether a post was sent. */
    public boolean has(String id) {
        return times.containsKey(digest(id));
    }

    /**
     * With more posts, by id with their times, and without those before a time.
     *
     * @param floor seconds since 1970
     */
    public Seen with(Map<String, Long> more, long floor) {
        Map<Long, Long> all = new HashMap<>();
        times.forEach(
                (digest, time) -> {
                    if (time >= floor) {
                        all.put(digest, time);
                    }
                });
        more.forEach((id, time) -> all.put(digest(id), time));
        if (all.size() > MOST) {
            long[] ordered = all.values().stream().mapToLong(Long::longValue).sorted().toArray();
            long oldest = ordered[ordered.length - MOST];
            all.values().removeIf(time -> time < oldest);
        }
        return new Seen(all);
    }

    /** As text, for {@link #parse}. */
    String text() {
        ByteBuffer bytes = ByteBuffer.allocate(times.size() * ENTRY_BYTES);
        times.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(
                        entry -> bytes.putLong(entry.getKey()).putInt(entry.getValue().intValue()));
        return Base64.getEncoder().encodeToString(bytes.array());
    }

    static Seen parse(String text) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text));
        Map<Long, Long> times = new HashMap<>();
        while (bytes.remaining() >= ENTRY_BYTES) {
            times.put(bytes.getLong(), Integer.toUnsignedLong(bytes.getInt()));
        }
        return new Seen(times);
    }

    /**
     * FNV-1a over UTF-16 units, mixed by the finaliser of SplitMix64; no defence against forgers.
     */
    private static long digest(String id) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 30) * 0xbf58476d1ce4e5b9L;
        hash = (hash ^ hash >>> 27) * 0x94d049bb133111ebL;
        return hash ^ hash >>> 31;
    }
}
