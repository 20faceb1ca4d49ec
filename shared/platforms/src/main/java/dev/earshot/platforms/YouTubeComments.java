package dev.earshot.platforms;

import dev.earshot.collect.feed.Access;
import dev.earshot.collect.feed.Answer;
import dev.earshot.collect.feed.Ask;
import dev.earshot.collect.feed.Credential;
import dev.earshot.collect.feed.Item;
import dev.earshot.collect.feed.Listing;
import dev.earshot.collect.feed.Page;
import dev.earshot.collect.feed.Refusal;
import dev.earshot.collect.feed.UnreadableException;
import dev.earshot.platforms.read.JsonAnswer;
import dev.earshot.wire.json.Field;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The threads of comments on a video, or on all videos of a channel, the newest first. A thread
 * comes with up to five of its answers, and again when it has more.
 *
 * @param target a channel's id, which begins with {@code UC}, or a video's
 * @see <a
 *     href="https://developers.google.com/youtube/v3/docs/commentThreads/list">commentThreads.list</a>
 */
record YouTubeComments(String server, String target) implements Listing {
    /** A day's quota begins at midnight there. */
    private static final ZoneId QUOTA_DAY = ZoneId.of("America/Los_Angeles");

    /** The key goes into a header, so that no address holds it. */
    private record ApiKey() implements Access.Keyed {
        @Override
        public List<String> fields() {
            return List.of("key");
        }

        @Override
        public boolean optional() {
            return false;
        }

        @Override
        public Map<String, String> headers(Credential credential) {
            return Map.of("x-goog-api-key", credential.find("key").orElse(""));
        }
    }

    @Override
    public String format() {
        return "youtube";
    }

    @Override
    public Access access() {
        return new ApiKey();
    }

    @Override
    public int recordsOfItem() {
        return 6;
    }

    @Override
    public Ask page(Optional<String> cursor, Instant floor) {
        boolean channel = target.startsWith("UC") && target.length() == 24;
        return new Ask.Get(
                Bases.uri(
                        server + "/youtube/v3/commentThreads",
                        Bases.parameters(
                                "part",
                                "snippet,replies",
                                channel ? "allThreadsRelatedToChannelId" : "videoId",
                                target,
                                "order",
                                "time",
                                "maxResults",
                                "100",
                                "pageToken",
                                cursor.orElse(""))));
    }

    /** YouTube answers 403 to much that is neither a plan's nor a right's matter. */
    @Override
    public Optional<Refusal> refusal(Answer answer) {
        try {
            Field error = JsonAnswer.of(answer).root().at("error");
            List<String> reasons =
                    error.at("errors").itemsIfAny().stream()
                            .map(each -> each.at("reason").textIfAny())
                            .toList();
            return reasons.stream().flatMap(reason -> refusal(reason).stream()).findFirst();
        } catch (UnreadableException e) {
            return Optional.empty();
        }
    }

    private static Optional<Refusal> refusal(String reason) {
        return switch (reason) {
            case "quotaExceeded", "dailyLimitExceeded" ->
                    Optional.of(new Refusal.DailyQuota(QUOTA_DAY));
            case "rateLimitExceeded", "userRateLimitExceeded" ->
                    Optional.of(new Refusal.Quota(Optional.empty()));
            case "keyInvalid", "keyExpired" -> Optional.of(new Refusal.Credential());
            case "commentsDisabled" ->
                    Optional.of(new Refusal.Nothing("its comments are turned off"));
            case "videoNotFound", "channelNotFound" ->
                    Optional.of(new Refusal.Nothing("it is not there, or no longer public"));
            default -> Optional.empty();
        };
    }

    @Override
    public Page read(Answer answer) throws UnreadableException {
        JsonAnswer json = JsonAnswer.of(answer);
        List<Item> items = new ArrayList<>();
        for (Field thread : json.list(json.root().at("items")).items()) {
            Field snippet = thread.at("snippet");
            Field top = snippet.at("topLevelComment").at("snippet");
            Optional<Instant> at = JsonAnswer.time(top.at("publishedAt"));
            Optional<String> id = thread.at("id").id();
            if (at.isEmpty() || id.isEmpty()) {
                throw new UnreadableException("holds a thread without id or time");
            }
            String state =
                    snippet.at("totalReplyCount").wholeIfAny().orElse(0)
                            + " "
                            + top.at("updatedAt").textIfAny();
            items.add(new Item(id.get() + " " + state, at.get(), json.raw(thread)));
        }
        return new Page(
                items,
                "{\"kind\":\"youtube#commentThreadListResponse\",\"items\":[",
                "]}",
                json.root().at("nextPageToken").text(),
                false,
                0);
    }
}
