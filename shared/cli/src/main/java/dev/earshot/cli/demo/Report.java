package dev.earshot.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;

import dev.earshot.cli.api.ApiClient;
import dev.earshot.cli.influencers.Influencers;
import dev.earshot.cli.influencers.Leaderboard;
import dev.earshot.cli.terminal.Paint;
import dev.earshot.core.text.WordAttribution;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints what the API answers, for people. */
final class Report {
    private static final int BAR = 28;
    private static final int MAX_NEGATIVE = 3;
    private static final int INFLUENCERS = 5;
    private static final Duration SPAN = Duration.ofDays(2);

    private final PrintStream out;
    private final Paint paint;

    Report(PrintStream out, Paint paint) {
        this.out = out;
        this.paint = paint;
    }

    void sent(Sample sample, Delivery.Expected expected, int pictures) {
        print(
                "Sent %d messages with %d posts (%d of them distinct) from %d platforms, and %d"
                        + " pictures.",
                sample.messages().size(),
                expected.records(),
                expected.live().size() + expected.removed().size(),
                expected.platforms(),
                pictures);
    }

    /**
     * @throws IOException if the counts do not agree with the posts that the API lists
     */
    void brand(ApiClient api, JsonNode brand, Instant now)
            throws IOException, InterruptedException {
        String path = "/v1/brands/" + brand.path("id").asText();
        String range = "from=" + now.minus(SPAN) + "&to=" + now.plusSeconds(60);
        JsonNode summary = api.get(path + "/summary?" + range);
        long counted = summary.path("posts").asLong();
        long listed = api.all(path + "/posts?limit=100&" + range, "posts").size();
        if (counted != listed) {
            throw new IOException(
                    "the API counts " + counted + " posts of " + path + " but lists " + listed);
        }
        heading(brand.path("name").asText() + ": " + counted + " posts");
        for (String label : List.of("negative", "neutral", "positive", "mixed", "abstain")) {
            JsonNode share = summary.path("sentiment").path(label);
            if (share.path("count").asLong() == 0) {
                continue;
            }
            String bar = Paint.bar(share.path("share").asDouble(), BAR);
            print(
                    "  %-9s %s %s  %s  %d",
                    label,
                    switch (label) {
                        case "negative" -> paint.red(bar);
                        case "positive" -> paint.green(bar);
                        default -> bar;
                    },
                    Paint.percent(share.path("share").asDouble()),
                    interval(share),
                    share.path("count").asLong());
        }
        print("  emotions  %s", shares(summary.path("emotion")));
        print("  platforms %s", shares(summary.path("platform")));
        print("  languages %s", shares(summary.path("language")));
        print(
                "  voice     %s",
                stream(summary.path("shareOfVoice")).stream()
                        .map(
                                voice ->
                                        voice.path("name").asText()
                                                + " "
                                                + Paint.percent(voice.path("share").asDouble())
                                                        .strip())
                        .collect(Collectors.joining(", ")));
    }

    private static String interval(JsonNode share) {
        JsonNode interval = share.path("interval");
        return interval.size() != 2
                ? ""
                : String.format(
                        Locale.ROOT,
                        "(95 %%: %2.0f to %2.0f %%)",
                        100 * interval.path(0).asDouble(),
                        100 * interval.path(1).asDouble());
    }

    private static String shares(JsonNode shares) {
        return shares.properties().stream()
                .filter(entry -> entry.getValue().path("count").asLong() > 0)
                .sorted(
                        Comparator.comparingLong(
                                        (Map.Entry<String, JsonNode> e) ->
                                                e.getValue().path("count").asLong())
                                .reversed())
                .limit(8)
                .map(e -> e.getKey() + " " + e.getValue().path("count").asLong())
                .collect(Collectors.joining(", "));
    }

    void mostNegative(ApiClient api, JsonNode brand, DrivingWords words)
            throws IOException, InterruptedException {
        heading("Most negative about " + brand.path("name").asText());
        List<JsonNode> posts =
                new ArrayList<>(
                        api.all(
                                "/v1/brands/"
                                        + brand.path("id").asText()
                                        + "/posts?sentiment=negative&limit=100",
                                "posts"));
        posts.sort(
                Comparator.comparingDouble(
                                (JsonNode post) ->
                                        post.path("sentiment").path("negative").asDouble())
                        .reversed());
        for (JsonNode each : posts.subList(0, Math.min(MAX_NEGATIVE, posts.size()))) {
            JsonNode post =
                    api.get(
                            "/v1/posts/"
                                    + each.path("platform").asText()
                                    + "/"
                                    + ApiClient.encoded(each.path("id").asText()));
            String text = post.path("text").asText();
            List<WordAttribution> drivers = words.of(text);
            print(
                    "  %s  %-9s %s",
                    Paint.percent(post.path("sentiment").path("negative").asDouble()),
                    post.path("platform").asText(),
                    DrivingWords.marked(Paint.oneLine(text, 400), drivers, paint));
            print("  %17s %s", "", paint.dim("driven by " + DrivingWords.listed(drivers)));
        }
    }

    /**
     * @throws IOException if there is no leaderboard
     */
    void influencers(ApiClient api, JsonNode brand) throws IOException, InterruptedException {
        heading("Who moves opinion about " + brand.path("name").asText());
        JsonNode answer =
                api.get(
                        "/v1/influencers?limit="
                                + INFLUENCERS
                                + "&brand="
                                + brand.path("id").asText());
        if (answer.path("influencers").isEmpty()) {
            throw new IOException("nobody is on the leaderboard of " + brand.path("id").asText());
        }
        new Leaderboard(out, paint).print(Influencers.lines(answer));
    }

    void pictures(ApiClient api, List<String> keys) throws IOException, InterruptedException {
        heading("What the pictures show");
        print(
                "  %-22s %-11s %-34s %-6s %-12s %s",
                "picture", "size", "things", "faces", "safety", "text, brands");
        for (String key : keys) {
            JsonNode media = api.get(Waiting.mediaPath(key));
            if (!media.path("status").asText().equals("analysed")) {
                continue;
            }
            String text =
                    stream(media.path("text")).stream()
                            .map(line -> line.path("text").asText())
                            .collect(Collectors.joining(" / "));
            String brands = names(media.path("brands"));
            JsonNode safety = media.path("safety");
            print(
                    "  %-22s %-11s %-34s %-6d %-12s %s%s",
                    Paint.oneLine(name(key), 22),
                    media.path("width").asInt() + "x" + media.path("height").asInt(),
                    Paint.oneLine(things(media.path("objects")), 34),
                    media.path("faces").path("count").asInt(),
                    safety.path("flagged").asBoolean() ? "FLAGGED" : safety.path("label").asText(),
                    text.isEmpty() ? "" : "\"" + Paint.oneLine(text, 60) + "\"",
                    brands.isEmpty() ? "" : " -> " + brands);
        }
        print("  %s", paint.dim("Photographs: " + Pictures.credits()));
    }

    private static String things(JsonNode objects) {
        Map<String, Long> counts =
                stream(objects).stream()
                        .collect(
                                Collectors.groupingBy(
                                        object -> object.path("label").asText(),
                                        LinkedHashMap::new,
                                        Collectors.counting()));
        return counts.entrySet().stream()
                .map(e -> e.getValue() == 1 ? e.getKey() : e.getValue() + " " + e.getKey())
                .collect(Collectors.joining(", "));
    }

    void rejected(ApiClient api, List<String> keys) throws IOException, InterruptedException {
        heading("Rejected, and why");
        for (JsonNode parked : api.all("/v1/parked?limit=100", "items")) {
            print(
                    "  %-20s %s",
                    parked.path("path").asText(),
                    Paint.oneLine(parked.path("reason").asText(), 110));
        }
        for (String key : keys) {
            JsonNode media = api.get(Waiting.mediaPath(key));
            if (media.path("status").asText().equals("rejected")) {
                print("  %-20s %s", name(key), Paint.oneLine(media.path("reason").asText(), 110));
            }
        }
    }

    /**
     * @throws IOException if a deletion or an edit did not take effect
     */
    void changes(ApiClient api, Sample sample) throws IOException, InterruptedException {
        heading("Deletions and edits");
        for (Sample.Change change : sample.deleted()) {
            if (api.find(path(change)).isPresent()) {
                throw new IOException(change.id() + " is still there although it was deleted");
            }
            print("  deleted  %-9s \"%s\"", change.platform(), Paint.oneLine(change.before(), 70));
            print("  %17s the API answers 404", "");
        }
        for (Sample.Change change : sample.edited()) {
            JsonNode post = api.get(path(change));
            if (!post.path("text").asText().equals(change.after().orElse(""))) {
                throw new IOException(change.id() + " still has the text from before its edit");
            }
            print("  edited   %-9s \"%s\"", change.platform(), Paint.oneLine(change.before(), 70));
            print(
                    "  %17s is now \"%s\": %s",
                    "",
                    Paint.oneLine(post.path("text").asText(), 70),
                    post.path("sentiment").path("label").asText());
        }
    }

    private static String path(Sample.Change change) {
        return "/v1/posts/" + change.platform() + "/" + ApiClient.encoded(change.id());
    }

    /**
     * @throws IOException if a message ended on the dead-letter queue
     */
    void queues(Waiting waiting) throws IOException {
        int dead = waiting.waiting("postsDeadLetter");
        if (dead > 0) {
            throw new IOException(dead + " messages ended on the dead-letter queue");
        }
    }

    void times(StageTimes times) {
        heading("Times");
        for (StageTimes.Stage stage : times.stages()) {
            print("  %6.1f s  %s", stage.seconds(), stage.name());
        }
        print("  %6.1f s  in all", times.total());
    }

    private void heading(String text) {
        out.println();
        out.println(paint.bold(text));
    }

    private void print(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values).stripTrailing());
        out.flush();
    }

    private static String name(String key) {
        return key.substring(key.lastIndexOf('/') + 1);
    }

    private static String names(JsonNode list) {
        return stream(list).stream().map(JsonNode::asText).collect(Collectors.joining(", "));
    }

    private static List<JsonNode> stream(JsonNode list) {
        List<JsonNode> items = new ArrayList<>();
        list.forEach(items::add);
        return items;
    }
}
