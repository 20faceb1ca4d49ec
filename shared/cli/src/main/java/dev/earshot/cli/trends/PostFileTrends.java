package dev.earshot.cli.trends;

import dev.earshot.cli.analyze.InputFile;
import dev.earshot.core.post.Post;
import dev.earshot.core.post.PostDecoder.Decoded;
import dev.earshot.core.post.PostEvent;
import dev.earshot.core.post.PostFiles;
import dev.earshot.core.post.PostFiles.Opening;
import dev.earshot.core.post.PostId;
import dev.earshot.core.post.Pseudonymiser;
import dev.earshot.trends.episode.Episode;
import dev.earshot.trends.topic.Topic;
import dev.earshot.trends.topic.TopicWatch;
import dev.earshot.trends.why.Traits;
import dev.earshot.trends.why.Why;
import dev.earshot.wire.DecodeLimits;
import dev.earshot.wire.PostFile;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The posts of a file by time: how many, and what each is made of. Of a post that comes several
 * times the last state counts, and one that is removed does not.
 */
final class PostFileTrends {
    private static final int KEY_BYTES = 32;

    /** A file's words have more room here than a brand's in the cloud. */
    private static final int USUAL_CAPACITY = 1 << 16;

    private final Map<PostId, Traits> posts;
    private final List<String> refused;

    private PostFileTrends(Map<PostId, Traits> posts, List<String> refused) {
        this.posts = posts;
        this.refused = refused;
    }

    static PostFileTrends read(InputFile input, PostFiles.Request request) throws IOException {
        var formats = new PostFile(new Pseudonymiser(new byte[KEY_BYTES]), DecodeLimits.FILE);
        Map<PostId, Traits> posts = new HashMap<>();
        List<String> refused = new ArrayList<>();
        switch (formats.open(input, request)) {
            case Opening.Refused wrong -> refused.add(wrong.reason());
            case Opening.Opened opened -> {
                input.settled();
                try (PostFiles.Reader reader = opened.reader()) {
                    for (var row = reader.next(); row.isPresent(); row = reader.next()) {
                        row.get().decoded().forEach(one -> take(one, posts, refused));
                    }
                }
            }
        }
        return new PostFileTrends(posts, refused);
    }

    private static void take(Decoded decoded, Map<PostId, Traits> posts, List<String> refused) {
        switch (decoded) {
            case Decoded.Event(PostEvent.Published(Post post)) ->
                    posts.put(post.id(), Traits.of(post));
            case Decoded.Event(PostEvent.Removed removed) -> posts.remove(removed.id());
            case Decoded.AuthorGone gone -> {}
            case Decoded.AuthorBack back -> {}
            case Decoded.Irrelevant irrelevant -> {}
            case Decoded.Rejected wrong -> refused.add(wrong.path() + ": " + wrong.reason());
        }
    }

    List<String> refused() {
        return refused;
    }

    NavigableMap<Instant, Double> samples() {
        var samples = new TreeMap<Instant, Double>();
        posts.values().forEach(post -> samples.merge(post.createdAt(), 1.0, Double::sum));
        return samples;
    }

    /**
     * The topics of the posts, bucket after bucket as if live, each as it was at its end or is at
     * the file's; in the order in which they began.
     */
    List<Topic> topics(Counts counts) {
        Map<Instant, List<Traits>> buckets = new HashMap<>();
        long seconds = counts.bucket().toSeconds();
        for (Traits post : posts.values()) {
            long since = post.createdAt().getEpochSecond() - counts.start().getEpochSecond();
            Instant start = counts.time((int) Math.floorDiv(since, seconds));
            buckets.computeIfAbsent(start, at -> new ArrayList<>()).add(post);
        }
        var watch = new TopicWatch(counts.bucket(), USUAL_CAPACITY);
        Map<String, Topic> topics = new LinkedHashMap<>();
        for (int i = 0; i < counts.values().size(); i++) {
            Instant start = counts.time(i);
            watch.add(start, buckets.getOrDefault(start, List.of()), 1)
                    .forEach(change -> topics.put(change.topic().id(), change.topic()));
        }
        watch.topics().forEach(topic -> topics.put(topic.id(), topic));
        return List.copyOf(topics.values());
    }

    /** The episode with its reason. */
    Episode explained(Episode episode, Counts counts) {
        Instant end = episode.end().orElse(counts.time(counts.values().size()));
        Collection<Traits> all = posts.values();
        return episode.with(Why.of(episode, end, all));
    }
}
