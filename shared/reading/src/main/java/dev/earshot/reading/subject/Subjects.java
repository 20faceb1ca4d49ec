package dev.earshot.reading.subject;

import dev.earshot.core.brand.Brand;
import dev.earshot.core.brand.Mention;
import dev.earshot.core.brand.Subject;
import dev.earshot.core.brand.Subject.Kind;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells which of its brand's products or hashtags a mention is. Immutable. */
public final class Subjects {
    /** A mention is that much longer than the product's name at most: "Nivaro Airs". */
    private static final int ENDING = 2;

    private final Map<String, Map<String, Subject>> products = new HashMap<>();
    private final Map<String, Map<String, Subject>> hashtags = new HashMap<>();

    /** Of the brands' registered terms. */
    public Subjects(Collection<Brand> brands) {
        for (Brand brand : brands) {
            for (Subject subject : Subject.of(brand)) {
                (subject.kind() == Kind.PRODUCT ? products : hashtags)
                        .computeIfAbsent(brand.id(), id -> new HashMap<>())
                        .put(compact(subject.key()), subject);
            }
        }
    }

    /** The subjects that the mentions of a text are, each once, in the order of the text. */
    public List<Subject> of(String text, List<Mention> mentions) {
        return mentions.stream()
                .flatMap(
                        mention ->
                                of(mention, text.substring(mention.start(), mention.end()))
                                        .stream())
                .distinct()
                .toList();
    }

    private Optional<Subject> of(Mention mention, String written) {
        return switch (mention.kind()) {
            case NAME, HANDLE -> Optional.empty();
            case PRODUCT -> find(products, mention.brandId(), written);
            // A hashtag may be a product's name too.
            case HASHTAG ->
                    find(hashtags, mention.brandId(), written)
                            .or(() -> find(products, mention.brandId(), written));
        };
    }

    private static Optional<Subject> find(
            Map<String, Map<String, Subject>> all, String brand, String written) {
        Map<String, Subject> known = all.getOrDefault(brand, Map.of());
        String compact = Subject.key(written).map(Subjects::compact).orElse("");
        for (int cut = 0; cut <= Math.min(ENDING, compact.length()); cut++) {
            Subject found = known.get(compact.substring(0, compact.length() - cut));
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    private static String compact(String key) {
        return key.replace("_", "");
    }
}
