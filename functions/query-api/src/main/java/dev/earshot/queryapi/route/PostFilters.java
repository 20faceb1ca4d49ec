package dev.earshot.queryapi.route;

import dev.earshot.core.count.PostTraits;
import dev.earshot.core.post.Platform;
import dev.earshot.core.text.Emotion;
import dev.earshot.core.text.Intent;
import dev.earshot.queryapi.http.ProblemException;
import dev.earshot.queryapi.http.Request;

import java.util.Arrays;
import java.util.List;

/** Reads the filters of a post listing other than sentiment. Stateless. */
final class PostFilters {
    private PostFilters() {}

    static PostTraits traits(Request request) {
        return new PostTraits(
                request.query("intent").map(PostFilters::intent),
                request.query("emotion").map(PostFilters::emotion),
                request.query("irony").map(text -> either("irony", "ironic", "not_ironic", text)),
                request.query("review").map(text -> either("review", "true", "false", text)),
                request.query("language"),
                request.query("platform").map(PostFilters::platform),
                request.query("own").map(text -> either("own", "true", "false", text)));
    }

    private static Intent intent(String text) {
        return Intent.of(text)
                .orElseThrow(
                        () ->
                                wrong(
                                        "intent",
                                        Arrays.stream(Intent.values()).map(Intent::key).toList(),
                                        text));
    }

    private static Platform platform(String text) {
        return Platform.of(text)
                .orElseThrow(
                        () ->
                                wrong(
                                        "platform",
                                        Arrays.stream(Platform.values())
                                                .map(Platform::key)
                                                .toList(),
                                        text));
    }

    private static Emotion emotion(String text) {
        return Arrays.stream(Emotion.values())
                .filter(emotion -> emotion.key().equals(text))
                .findFirst()
                .orElseThrow(
                        () ->
                                wrong(
                                        "emotion",
                                        Arrays.stream(Emotion.values()).map(Emotion::key).toList(),
                                        text));
    }

    private static boolean either(String parameter, String yes, String no, String text) {
        if (!text.equals(yes) && !text.equals(no)) {
            throw wrong(parameter, List.of(yes, no), text);
        }
        return text.equals(yes);
    }

    private static ProblemException wrong(String parameter, List<String> known, String text) {
        return ProblemException.parameter(
                parameter,
                parameter
                        + " must be one of "
                        + String.join(", ", known)
                        + ", got '"
                        + Request.shortened(text)
                        + "'");
    }
}
