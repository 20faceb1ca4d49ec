package dev.earshot.queryapi.source;

import dev.earshot.collect.source.SourceKind;
import dev.earshot.collect.source.SourceSpec;
import dev.earshot.queryapi.http.JsonObject;
import dev.earshot.queryapi.http.ProblemException;
import dev.earshot.queryapi.http.Request;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Sources in JSON. Stateless. */
final class SourceBodies {
    private static final List<String> NAMES =
            List.of(
                    "kind",
                    "brands",
                    "queries",
                    "targets",
                    "credential",
                    "intervalMinutes",
                    "backfillHours",
                    "dailyRequests",
                    "dailyPosts",
                    "onlyMentions",
                    "paused");

    private SourceBodies() {}

    static SourceSpec read(String id, JsonObject body) {
        body.acceptOnly(NAMES);
        SourceKind kind = kind(body.requiredText("kind"));
        return new SourceSpec(
                id,
                kind,
                body.texts("brands"),
                body.texts("queries"),
                body.texts("targets"),
                body.text("credential"),
                body.whole("intervalMinutes")
                        .map(
                                minutes ->
                                        Duration.ofMinutes(
                                                within("intervalMinutes", minutes, 1440)))
                        .orElse(kind.interval()),
                body.whole("backfillHours")
                        .map(hours -> Duration.ofHours(within("backfillHours", hours, 720)))
                        .orElse(kind.backfill()),
                body.whole("dailyRequests")
                        .map(number -> within("dailyRequests", number, 1_000_000))
                        .orElse(kind.dailyRequests()),
                body.whole("dailyPosts")
                        .map(number -> within("dailyPosts", number, 100_000_000))
                        .orElse(SourceSpec.USUAL_DAILY_POSTS),
                body.flag("onlyMentions").orElse(kind.onlyMentions()),
                body.flag("paused").orElse(false));
    }

    private static SourceKind kind(String key) {
        return SourceKind.of(key)
                .orElseThrow(
                        () ->
                                ProblemException.parameter(
                                        "kind",
                                        "kind must be one of "
                                                + String.join(
                                                        ", ",
                                                        Arrays.stream(SourceKind.values())
                                                                .map(SourceKind::key)
                                                                .toList())
                                                + ", got '"
                                                + Request.shortened(key)
                                                + "'"));
    }

    /** The record refuses what is too small; here only what no int or duration could hold. */
    private static int within(String field, long value, int most) {
        if (value < 0 || value > most) {
            throw ProblemException.parameter(
                    field, field + " must be at most " + most + " and not negative, got " + value);
        }
        return (int) value;
    }
}
