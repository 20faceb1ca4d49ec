package dev.earshot.trends.topic;

import dev.earshot.core.QuickHash;
import dev.earshot.trends.why.Traits;
import dev.earshot.trends.why.Traits.Mark;

import java.util.List;

/** What topics are made of: which marks of a post, and by which number each is known. Stateless. */
final class TopicMarks {
    private static final String TERM = "term";
    private static final String HASHTAG = "hashtag";
    private static final String LINK = "link";
    private static final String MOOD = "mood";

    private TopicMarks() {}

    /** The terms, pairs, hashtags and links of a post. */
    static List<Mark> of(Traits post) {
        return post.marks().stream().filter(TopicMarks::isTopical).toList();
    }

    private static boolean isTopical(Mark mark) {
        return mark.kind().equals(TERM) || mark.kind().equals(HASHTAG) || mark.kind().equals(LINK);
    }

    /** How the post feels about the brand; empty where no model has read it. */
    static String mood(Traits post) {
        return post.marks().stream()
                .filter(mark -> mark.kind().equals(MOOD))
                .map(Mark::name)
                .findFirst()
                .orElse("");
    }

    static boolean isWord(Mark mark) {
        return mark.kind().equals(TERM) && !isPair(mark);
    }

    static boolean isPair(Mark mark) {
        return mark.kind().equals(TERM) && mark.name().indexOf(' ') > 0;
    }

    /** The words of a pair. */
    static List<Mark> words(Mark pair) {
        int space = pair.name().indexOf(' ');
        return List.of(
                new Mark(TERM, pair.name().substring(0, space)),
                new Mark(TERM, pair.name().substring(space + 1)));
    }

    /** Whether one says what the other says and more. */
    static boolean covers(Mark pair, Mark word) {
        return isPair(pair)
                && isWord(word)
                && (pair.name().startsWith(word.name() + " ")
                        || pair.name().endsWith(" " + word.name()));
    }

    static String shown(Mark mark) {
        return mark.kind().equals(HASHTAG) ? "#" + mark.name() : mark.name();
    }

    /** 40 bits, so that two of some ten thousand marks hardly ever share a number. */
    static long hash(Mark mark) {
        return QuickHash.of(mark.kind() + "\n" + mark.name()) >>> 24;
    }
}
