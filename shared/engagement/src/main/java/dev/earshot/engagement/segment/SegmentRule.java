package dev.earshot.engagement.segment;

import dev.earshot.core.Checks;
import dev.earshot.core.FieldException;
import dev.earshot.core.post.Platform;
import dev.earshot.core.sketch.TopicSketch;
import dev.earshot.core.text.SentimentLabel;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Who belongs to a segment, of the people who spoke of a brand. All that is given must hold.
 *
 * @param about words or hashtags without {@code #}; one of them is enough; sorted
 * @param mood what most of the person's posts about the brand are
 * @param language in which most of them are, as a BCP-47 tag
 * @param minPosts at least so many of them; 1 for no condition
 * @param minResponses so many likes, replies, reposts and quotes each on average; 0 for no
 *     condition
 */
public record SegmentRule(
        List<String> about,
        Optional<SentimentLabel> mood,
        Optional<String> language,
        Optional<Platform> platform,
        int minPosts,
        int minResponses) {
    /** A rule names at most so many words. */
    public static final int MAX_ABOUT = 20;

    private static final int MANY = 1_000_000;

    public SegmentRule {
        about = about.stream().map(SegmentRule::term).distinct().sorted().toList();
        if (about.size() > MAX_ABOUT) {
            throw new FieldException(
                    "about", "must hold at most " + MAX_ABOUT + " words, got " + about.size());
        }
        language.ifPresent(tag -> Checks.name("language", tag, 20));
        Checks.inRange("minPosts", minPosts, 1, MANY);
        Checks.inRange("minResponses", minResponses, 0, MANY);
        if (about.isEmpty()
                && mood.isEmpty()
                && language.isEmpty()
                && platform.isEmpty()
                && minPosts == 1
                && minResponses == 0) {
            throw new FieldException(
                    "rule",
                    "must have a condition: about, mood, language, platform, minPosts or"
                            + " minResponses");
        }
    }

    private static String term(String text) {
        Checks.name("about", text, 100);
        String plain = text.startsWith("#") ? text.substring(1) : text;
        SensitiveTerms.category(plain)
                .ifPresent(
                        category -> {
                            throw new FieldException(
                                    "about",
                                    "must not group people by "
                                            + category
                                            + " (General Data Protection Regulation, Article"
                                            + " 9(1)), got '"
                                            + text
                                            + "'");
                        });
        if (TopicSketch.of(plain).isEmpty()) {
            throw new FieldException("about", "must hold words, got '" + text + "'");
        }
        return plain.toLowerCase(Locale.ROOT);
    }

    boolean takes(Person person) {
        return (mood.isEmpty() || mood.get() == person.mood())
                && (language.isEmpty() || language.get().equals(person.language()))
                && (platform.isEmpty() || platform.get() == person.platform())
                && person.posts().size() >= minPosts
                && person.responses() >= minResponses
                && (about.isEmpty() || about.stream().anyMatch(person::speaksOf));
    }

    /** Whether by the rules alone everybody of this segment belongs to the other one too. */
    boolean implies(SegmentRule other) {
        return (other.mood.isEmpty() || other.mood.equals(mood))
                && (other.language.isEmpty() || other.language.equals(language))
                && (other.platform.isEmpty() || other.platform.equals(platform))
                && other.minPosts <= minPosts
                && other.minResponses <= minResponses
                && (other.about.isEmpty() || (!about.isEmpty() && other.about.containsAll(about)));
    }

    /** Whether by the rules alone nobody can belong to both. */
    boolean excludes(SegmentRule other) {
        return differ(mood, other.mood)
                || differ(language, other.language)
                || differ(platform, other.platform);
    }

    private static <T> boolean differ(Optional<T> one, Optional<T> other) {
        return one.isPresent() && other.isPresent() && !one.equals(other);
    }
}
