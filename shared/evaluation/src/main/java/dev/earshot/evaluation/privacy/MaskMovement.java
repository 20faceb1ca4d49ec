package dev.earshot.evaluation.privacy;

import dev.earshot.core.privacy.MaskedText;
import dev.earshot.core.privacy.Masking;
import dev.earshot.core.text.Reading;
import dev.earshot.privacy.PiiDetector;
import dev.earshot.reading.TextReader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How many verdicts differ because the models read texts masked. Stateless. */
public final class MaskMovement {
    private static final int BATCH = 64;

    private MaskMovement() {}

    /**
     * The outcome on some posts.
     *
     * @param masked posts in which something was masked
     * @param moved of those, posts whose label differs from that of the text as posted
     * @param reversed of those, posts that went from positive to negative or back
     */
    public record Moved(int posts, int masked, int moved, int reversed) {
        /** Share of all posts whose label moved, in [0, 1]. */
        public double share() {
            return posts == 0 ? 0 : (double) moved / posts;
        }
    }

    /** Reads posts as they are and masked; no brand is registered. */
    public static Moved measure(TextReader reader, PiiDetector detector, List<String> posts) {
        List<String> plain = new ArrayList<>();
        List<String> masked = new ArrayList<>();
        for (String post : posts) {
            MaskedText text = Masking.readable(post, detector.mask(post, List.of()));
            // "@user" masked is "@user" again
            if (!text.text().equals(post)) {
                plain.add(post);
                masked.add(text.text());
            }
        }
        int moved = 0;
        int reversed = 0;
        for (int from = 0; from < plain.size(); from += BATCH) {
            int to = Math.min(plain.size(), from + BATCH);
            List<Reading> before = read(reader, plain.subList(from, to));
            List<Reading> after = read(reader, masked.subList(from, to));
            for (int i = 0; i < before.size(); i++) {
                String one = before.get(i).label().name();
                String other = after.get(i).label().name();
                moved += one.equals(other) ? 0 : 1;
                reversed += opposite(one, other) || opposite(other, one) ? 1 : 0;
            }
        }
        return new Moved(posts.size(), plain.size(), moved, reversed);
    }

    private static boolean opposite(String one, String other) {
        return one.equals("POSITIVE") && other.equals("NEGATIVE");
    }

    private static List<Reading> read(TextReader reader, List<String> texts) {
        return reader.read(
                texts.stream().map(text -> new TextReader.Text(text, Optional.empty())).toList());
    }
}
