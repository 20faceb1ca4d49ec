package dev.earshot.influence.profile;

import dev.earshot.core.Checks;
import dev.earshot.influence.evidence.PostFacts;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A brand that a creator's posts advertise, as the posts themselves say.
 *
 * @param brand its id; empty for advertising that names no registered brand
 * @param disclosed posts that name the brand and say that they are advertising, at least one
 * @param others further posts that name it and do not say so
 * @param first day of the first disclosed post, in UTC
 * @param last day of the last
 */
public record Partnership(
        Optional<String> brand, int disclosed, int others, LocalDate first, LocalDate last) {
    public Partnership {
        Checks.inRange("disclosed", disclosed, 1, Integer.MAX_VALUE);
        Checks.notNegative("others", others);
        if (last.isBefore(first)) {
            throw new IllegalArgumentException(
                    "last must not be before first (" + first + "), got " + last);
        }
    }

    /** Those of an author's own posts, the latest first; reposts say nothing. */
    static List<Partnership> of(List<PostFacts> posts) {
        var disclosed = new HashMap<Optional<String>, List<LocalDate>>();
        var others = new HashMap<Optional<String>, Integer>();
        for (PostFacts post : posts) {
            if (post.kind() == PostFacts.Kind.REPOST) {
                continue;
            }
            List<Optional<String>> brands =
                    post.brands().isEmpty()
                            ? List.of(Optional.empty())
                            : post.brands().stream().map(Optional::of).toList();
            for (Optional<String> brand : brands) {
                if (post.advertising()) {
                    disclosed
                            .computeIfAbsent(brand, b -> new ArrayList<>())
                            .add(LocalDate.ofInstant(post.createdAt(), ZoneOffset.UTC));
                } else if (brand.isPresent()) {
                    others.merge(brand, 1, Integer::sum);
                }
            }
        }
        return disclosed.entrySet().stream()
                .map(entry -> of(entry, others.getOrDefault(entry.getKey(), 0)))
                .sorted(
                        Comparator.comparing(Partnership::last)
                                .reversed()
                                .thenComparing(p -> p.brand().orElse("")))
                .toList();
    }

    private static Partnership of(Map.Entry<Optional<String>, List<LocalDate>> entry, int others) {
        List<LocalDate> days = entry.getValue().stream().sorted().toList();
        return new Partnership(
                entry.getKey(), days.size(), others, days.getFirst(), days.getLast());
    }
}
