package dev.earshot.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The bundled sample: posts about two made-up brands, written for this project. Times in it are
 * ages in seconds, {@code ${iso:3600}}, counted back from a given time, so that the sample always
 * looks fresh: its newest post is minutes old, its oldest less than a day. Immutable.
 *
 * @param messages as they go to the posts queue
 * @param brands the brands to register
 * @param deleted posts that a later message deletes
 * @param edited posts that a later message edits
 */
public record Sample(
        List<Message> messages, List<JsonNode> brands, List<Change> deleted, List<Change> edited) {
    private static final Pattern AGE = Pattern.compile("\\$\\{(\\w+):(\\d+)\\}");
    private static final DateTimeFormatter X_V1 =
            DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss Z yyyy", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter GRAPH =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxx", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final ObjectMapper JSON = new ObjectMapper();

    public Sample {
        messages = List.copyOf(messages);
        brands = List.copyOf(brands);
        deleted = List.copyOf(deleted);
        edited = List.copyOf(edited);
    }

    /** A message's body and the value of its attribute {@code source}, if it has one. */
    public record Message(Optional<String> source, String body) {}

    /**
     * A post that changes later in the sample.
     *
     * @param before its first text
     * @param after its last text; empty if it is deleted
     */
    public record Change(String platform, String id, String before, Optional<String> after) {}

    /** The sample as if sent at that moment. */
    public static Sample at(Instant now) {
        List<Message> messages = new ArrayList<>();
        for (String line : text("messages.jsonl").lines().toList()) {
            JsonNode message = json(line);
            Optional<String> source =
                    Optional.ofNullable(message.get("source")).map(JsonNode::asText);
            messages.add(new Message(source, dated(message.path("body").asText(), now)));
        }
        JsonNode changes = json(text("changes.json"));
        List<JsonNode> brands = new ArrayList<>();
        json(text("brands.json")).forEach(brands::add);
        return new Sample(
                messages,
                brands,
                changes(changes.path("deleted"), "text"),
                changes(changes.path("edited"), "before"));
    }

    private static List<Change> changes(JsonNode list, String before) {
        List<Change> changes = new ArrayList<>();
        for (JsonNode one : list) {
            changes.add(
                    new Change(
                            one.path("platform").asText(),
                            one.path("id").asText(),
                            one.path(before).asText(),
                            Optional.ofNullable(one.get("after")).map(JsonNode::asText)));
        }
        return changes;
    }

    private static String dated(String body, Instant now) {
        return AGE.matcher(body)
                .replaceAll(
                        age ->
                                Matcher.quoteReplacement(
                                        time(
                                                age.group(1),
                                                now.minusSeconds(Long.parseLong(age.group(2))))));
    }

    /** A time as a platform writes it. */
    private static String time(String format, Instant time) {
        Instant second = time.truncatedTo(ChronoUnit.SECONDS);
        return switch (format) {
            case "iso" -> second.toString();
            case "isoms" -> MILLIS.format(second);
            case "x1" -> X_V1.format(second);
            case "fb" -> GRAPH.format(second);
            case "epoch" -> Long.toString(second.getEpochSecond());
            case "micros" -> Long.toString(second.toEpochMilli() * 1000);
            default -> throw new IllegalStateException("the sample has no time format " + format);
        };
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException("the bundled sample is broken", e);
        }
    }

    private static String text(String resource) {
        return new String(bytes(resource), StandardCharsets.UTF_8);
    }

    /** A resource of the sample. */
    static byte[] bytes(String resource) {
        try (InputStream in = Sample.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(
                        "the sample lacks " + resource + "; build shared/cli again");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
