package dev.earshot.engagement.timing;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/**
 * What earlier posts say about when to publish, and what. They were not published at random, so
 * this is a hint and no proof: {@link SplitTest} is the way to one.
 *
 * @param posts how many it is from
 * @param zone of the hours
 * @param hours effects by hour of the day, {@code 00} to {@code 23}, the best first
 * @param contents effects by topic, format and mood, the best first
 */
public record Advice(int posts, ZoneId zone, List<Effect> hours, List<Effect> contents) {
    /** With fewer posts nothing is said. */
    public static final int MIN_POSTS = 50;

    /** An hour needs so many. */
    static final int MIN_IN_HOUR = 5;

    /** A content needs so many. */
    static final int MIN_OF_CONTENT = 10;

    public Advice {
        hours = List.copyOf(hours);
        contents = List.copyOf(contents);
    }

    /** The advice from those posts. */
    public static Advice of(List<Published> posts, ZoneId zone) {
        if (posts.size() < MIN_POSTS) {
            return new Advice(posts.size(), zone, List.of(), List.of());
        }
        Surplus surplus = Surplus.of(posts);
        return new Advice(
                posts.size(),
                zone,
                GroupEffects.of(
                        surplus.without(Published::format),
                        post -> List.of(hour(post, zone)),
                        MIN_IN_HOUR),
                GroupEffects.of(
                        surplus.without(post -> hour(post, zone)),
                        Advice::contents,
                        MIN_OF_CONTENT));
    }

    /** How much responses vary beside the accounts' levels, on the scale of their logarithm. */
    public static double deviation(List<Published> posts) {
        return Surplus.of(posts).deviation();
    }

    private static String hour(Published post, ZoneId zone) {
        return String.format(Locale.ROOT, "%02d", post.at().atZone(zone).getHour());
    }

    private static List<String> contents(Published post) {
        List<String> topics = post.topics().isEmpty() ? List.of("no hashtag") : post.topics();
        return topics.stream()
                .map(topic -> topic + ", " + post.format() + ", " + post.mood())
                .toList();
    }

    /** Hours of which it can be told that they do better. */
    public List<Effect> bestHours() {
        return hours.stream().filter(Effect::evident).filter(each -> each.rise() > 0).toList();
    }
}
