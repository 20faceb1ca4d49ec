package dev.earshot.core.count;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.text.Reading;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Ranks results of one state of a post by the models that made them. A revision, such as {@code
 * 2026.11.5}, is only compared with one of a model of the same name; revisions of different models
 * are unrelated. Stateless.
 */
public final class ModelAge {
    private static final Pattern BETWEEN_PARTS = Pattern.compile("[^0-9A-Za-z]+");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    /**
     * The result to keep comes last. A result that a model read, sure or not, ranks above one that
     * no model read, whatever the revisions: an installation that lacks the model must not
     * overwrite what the model said. Otherwise the revisions of the first model name,
     * alphabetically, that differ decide, where a missing model is older than any revision. This
     * ranks any two results, so the one kept does not depend on their order of arrival.
     */
    static final Comparator<PostAnalysis> WEAKER_FIRST =
            Comparator.comparing(ModelAge::isRead)
                    .thenComparing(PostAnalysis::models, ModelAge::compareModels);

    /** Breaks ties between revisions that are written differently and rank equal. */
    private static final BinaryOperator<String> NEWER =
            BinaryOperator.maxBy(
                    Comparator.comparing((String at) -> at, ModelAge::compare)
                            .thenComparing(Comparator.naturalOrder()));

    private ModelAge() {}

    /**
     * Whether reading the same state again with the models at hand may improve on the stored
     * result. It may if a model that made the result is available in a newer revision. Where no
     * model read the post, or none is known to have, it may also if a model is available that has
     * not seen it. A model that already abstained is not asked again: installations with different
     * models would otherwise reread a post at every sighting.
     */
    public static boolean outdated(PostAnalysis stored, Collection<ModelVersion> atHand) {
        Map<String, String> made = revisions(stored.models());
        boolean anyNewNameCounts = !isRead(stored) || made.isEmpty();
        Map<String, String> seen = newestRevisions(stored);
        return revisions(atHand).entrySet().stream()
                .anyMatch(
                        model -> {
                            String known = seen.get(model.getKey());
                            return (anyNewNameCounts || made.containsKey(model.getKey()))
                                    && (known == null || compare(known, model.getValue()) < 0);
                        });
    }

    /**
     * What to remember beside a result: the models that have seen its state, without those that
     * made the result in the same or a newer revision.
     *
     * @param sameState results of that state, the kept one among them
     */
    static Map<String, String> seenBy(PostAnalysis kept, List<PostAnalysis> sameState) {
        var all = new TreeMap<String, String>();
        sameState.forEach(
                post -> newestRevisions(post).forEach((name, at) -> all.merge(name, at, NEWER)));
        Map<String, String> made = revisions(kept.models());
        all.entrySet()
                .removeIf(
                        seen ->
                                made.containsKey(seen.getKey())
                                        && compare(seen.getValue(), made.get(seen.getKey())) <= 0);
        return all;
    }

    /** The newest revision of each model that made a result or has seen its state. */
    private static Map<String, String> newestRevisions(PostAnalysis post) {
        var all = new TreeMap<>(post.context().seenBy());
        revisions(post.models()).forEach((name, at) -> all.merge(name, at, NEWER));
        return all;
    }

    private static boolean isRead(PostAnalysis post) {
        return switch (post.reading()) {
            case Reading.Read read -> true;
            case Reading.Abstained abstained -> false;
        };
    }

    private static int compareModels(
            Collection<ModelVersion> some, Collection<ModelVersion> others) {
        Map<String, String> one = revisions(some);
        Map<String, String> other = revisions(others);
        var names = new TreeSet<>(one.keySet());
        names.addAll(other.keySet());
        for (String name : names) {
            int order = compare(one.getOrDefault(name, ""), other.getOrDefault(name, ""));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** The greatest revision of each name. */
    private static Map<String, String> revisions(Collection<ModelVersion> models) {
        return models.stream()
                .collect(Collectors.toMap(ModelVersion::name, ModelVersion::revision, NEWER));
    }

    /**
     * Part by part, numbers by value; a revision sorts before any longer one that it begins, and an
     * empty revision before all.
     */
    private static int compare(String one, String other) {
        String[] parts = BETWEEN_PARTS.split(one, -1);
        String[] others = BETWEEN_PARTS.split(other, -1);
        for (int i = 0; i < Math.min(parts.length, others.length); i++) {
            int order = comparePart(parts[i], others[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(parts.length, others.length);
    }

    private static int comparePart(String one, String other) {
        boolean number = NUMBER.matcher(one).matches();
        boolean otherNumber = NUMBER.matcher(other).matches();
        return number && otherNumber
                ? Long.compare(Long.parseLong(one), Long.parseLong(other))
                // A total order: numbers before words.
                : number != otherNumber && !one.isEmpty() && !other.isEmpty()
                        ? (number ? -1 : 1)
                        : one.compareTo(other);
    }
}
