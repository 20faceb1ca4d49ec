package dev.earshot.trends.episode;

import dev.earshot.core.Checks;
import dev.earshot.core.post.PostId;

import java.util.List;
import java.util.Optional;

/**
 * Why an episode came about: where its excess over the expected number of posts comes from.
 *
 * @param causes the largest first, at most {@value #MAX_CAUSES}; shares of different kinds of cause
 *     overlap, since one post has a language, a platform and words at once
 * @param posts the posts that tell most about it, at most {@value #MAX_POSTS}
 * @param synchrony whether the same content was posted in step; empty when too few posts are known
 * @param words all of it in plain words, for people
 */
public record Explanation(
        List<Cause> causes, List<PostId> posts, Optional<Synchrony> synchrony, String words) {
    /** At most this many causes are kept. */
    public static final int MAX_CAUSES = 8;

    /** At most this many posts are named. */
    public static final int MAX_POSTS = 3;

    /** Nothing is known. */
    public static final Explanation NONE =
            new Explanation(List.of(), List.of(), Optional.empty(), "");

    public Explanation {
        causes = causes.stream().limit(MAX_CAUSES).toList();
        posts = posts.stream().limit(MAX_POSTS).toList();
    }

    /**
     * One source of the excess.
     *
     * @param kind for instance {@code term}, {@code hashtag}, {@code link}, {@code repost}, {@code
     *     platform}, {@code language}, {@code author_group}, {@code mood}
     * @param name which term, link, platform and so on
     * @param share of the excess that comes from it, 0 to 1
     */
    public record Cause(String kind, String name, double share) {
        public Cause {
            Checks.name("kind", kind, 32);
            Checks.name("name", name, 300);
            Checks.inRange("share", share, 0, 1);
        }
    }

    /**
     * Posts of the same content within a minute of each other: a property of the episode, never of
     * an account. Fans, news wires and campaigns post in step too.
     *
     * @param share of the episode's posts that stand in such groups, 0 to 1
     * @param expected the share that chance and the usual sharing would give, 0 to 1
     * @param synchronised whether the share is beyond what organic sharing explains
     */
    public record Synchrony(double share, double expected, boolean synchronised) {
        public Synchrony {
            Checks.inRange("share", share, 0, 1);
            Checks.inRange("expected", expected, 0, 1);
        }
    }
}
