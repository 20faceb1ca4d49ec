package dev.earshot.trends.topic;

import dev.earshot.core.WorkspaceId;
import dev.earshot.trends.episode.Episode;
import dev.earshot.trends.episode.EpisodeState;
import dev.earshot.trends.episode.Explanation;
import dev.earshot.trends.episode.TrendKind;
import dev.earshot.trends.spike.EpisodeText;
import dev.earshot.trends.spike.Spike;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Topics as episodes, so that they are kept, listed and told as every other rise. Stateless. */
public final class TopicEpisodes {
    private TopicEpisodes() {}

    /**
     * The episode that a change of a topic makes.
     *
     * @param name the brand's name, as shown to people
     */
    public static Episode of(WorkspaceId workspace, String brand, String name, TopicChange change) {
        Topic topic = change.topic();
        var spike =
                new Spike(
                        topic.start(),
                        topic.peak(),
                        topic.recent(),
                        change.state() == EpisodeState.RESOLVED
                                ? Optional.of(topic.last())
                                : Optional.empty(),
                        change.state(),
                        topic.posts(),
                        topic.expected(),
                        1 / Math.max(1, topic.posts()),
                        topic.evidence(),
                        topic.version());
        // A label may grow, and an episode's key may not change; a topic's id never does.
        Episode episode =
                new EpisodeText(workspace, brand, name, TrendKind.TOPIC, topic.label())
                        .episode(spike);
        return new Episode(
                workspace,
                brand,
                "ep_" + topic.id().substring("tp_".length()),
                TrendKind.TOPIC,
                topic.label(),
                episode.start(),
                episode.peak(),
                episode.end(),
                episode.state(),
                episode.observed(),
                episode.expected(),
                episode.ratio(),
                episode.evidence(),
                episode.summary(),
                why(topic),
                episode.version());
    }

    private static Explanation why(Topic topic) {
        var words = new StringBuilder();
        words.append(
                String.format(
                        Locale.ROOT,
                        "%,d accounts have begun to use '%s' in texts of their own",
                        topic.authors(),
                        topic.label()));
        topic.moods().entrySet().stream()
                .max(
                        Map.Entry.<String, Long>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey()))
                .ifPresent(
                        mood ->
                                words.append(
                                        String.format(
                                                Locale.ROOT,
                                                "; most of the posts read as %s",
                                                mood.getKey())));
        words.append('.');
        return new Explanation(
                List.of(),
                topic.examples().stream().limit(Topic.EXAMPLES).toList(),
                Optional.empty(),
                words.toString());
    }
}
