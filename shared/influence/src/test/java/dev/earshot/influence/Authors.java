package dev.earshot.influence;

import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Platform;
import dev.earshot.core.sketch.TopicSketch;
import dev.earshot.influence.evidence.Account;
import dev.earshot.influence.evidence.AuthorHistory;
import dev.earshot.influence.evidence.AuthorSummary;
import dev.earshot.influence.evidence.Measure;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes authors from the numbers that a test needs, all on one platform. */
final class Authors {
    private final Map<Measure, Double> measures = new EnumMap<>(Measure.class);
    private final Map<String, Double> brands = new HashMap<>();
    private TopicSketch topics = TopicSketch.EMPTY;
    private String language = "en";

    static Authors with(Measure measure, double value) {
        return new Authors().and(measure, value);
    }

    /** One who publishes regularly and is answered, of whom nothing else is known. */
    static Authors creator() {
        return with(Measure.POSTS, 10)
                .and(Measure.STATED_RESPONSES, 1e9)
                .and(Measure.RESPONSES, 1e9)
                .and(Measure.WEIGHT, 10)
                .and(Measure.EFFECTIVE_POSTS, 10);
    }

    Authors and(Measure measure, double value) {
        measures.put(measure, value);
        return this;
    }

    Authors without(Measure measure) {
        measures.remove(measure);
        return this;
    }

    Authors about(String text) {
        topics = TopicSketch.of(text);
        return this;
    }

    Authors in(String other) {
        language = other;
        return this;
    }

    Authors speaksOf(String brand) {
        brands.put(brand, .1);
        return this;
    }

    AuthorSummary summary(int id) {
        Map<String, Double> byKey = new HashMap<>();
        measures.forEach((measure, value) -> byKey.put(measure.key(), value));
        return new AuthorSummary(ref(id), Platform.X, language, byKey, brands, topics);
    }

    static AuthorRef ref(int id) {
        return new AuthorRef(String.format("%032x", id));
    }

    static AuthorHistory emptyHistory() {
        return new AuthorHistory(
                Account.unknown(ref(1)), Platform.X, List.of(), List.of(), List.of(), List.of());
    }
}
