package dev.earshot.analyzemedia;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.media.MediaAnalysis;
import dev.earshot.core.media.MediaKeys;
import dev.earshot.core.picture.PictureExplanation;
import dev.earshot.core.store.MediaResults;
import dev.earshot.core.store.MediaStore;
import dev.earshot.djl.vision.why.HeatPicture;
import dev.earshot.djl.vision.why.PictureExplainer;
import dev.earshot.lambda.Admission;
import dev.earshot.lambda.Caller;
import dev.earshot.lambda.Callers;
import dev.earshot.wire.api.Problem;
import dev.earshot.wire.api.ProblemKind;

import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Explains labels of analysed pictures whose files are still there. Thread-safe. */
final class PictureExplanations {
    private static final int MAX_LABEL = 64;

    private final MediaResults results;
    private final MediaStore files;
    private final BiFunction<byte[], Optional<String>, PictureExplainer.Answer> explainer;
    private final WorkspaceId defaultWorkspace;
    private final long maxBytes;

    /**
     * @param explainer explains a label of a file, or of none given the likeliest
     * @param maxBytes larger files are not read
     */
    PictureExplanations(
            MediaResults results,
            MediaStore files,
            BiFunction<byte[], Optional<String>, PictureExplainer.Answer> explainer,
            WorkspaceId defaultWorkspace,
            long maxBytes) {
        this.results = results;
        this.files = files;
        this.explainer = explainer;
        this.defaultWorkspace = defaultWorkspace;
        this.maxBytes = maxBytes;
    }

    /** A status with what is written as its body. */
    record Answer(int status, Object body) {}

    /**
     * What is shown.
     *
     * @param heat a transparent PNG in Base64, to be laid over the picture
     */
    record Explained(
            String key,
            String label,
            String kind,
            double score,
            int columns,
            int rows,
            List<Double> drops,
            double scoreWithoutTop,
            String heat) {
        static Explained of(String key, PictureExplanation why) {
            return new Explained(
                    key,
                    why.label(),
                    why.kind(),
                    why.score(),
                    why.columns(),
                    why.rows(),
                    why.drops(),
                    why.scoreWithoutTop(),
                    Base64.getEncoder().encodeToString(HeatPicture.png(why)));
        }
    }

    Answer answer(APIGatewayV2HTTPEvent event) {
        return switch (Callers.admit(event, "read")) {
            case Admission.Unknown(String why) -> problem(ProblemKind.UNAUTHORISED, why);
            case Admission.Forbidden(String why) -> problem(ProblemKind.FORBIDDEN, why);
            case Admission.Admitted(Caller caller) -> answer(event, caller);
        };
    }

    private Answer answer(APIGatewayV2HTTPEvent event, Caller caller) {
        Map<String, String> query =
                event.getQueryStringParameters() == null
                        ? Map.of()
                        : event.getQueryStringParameters();
        Optional<String> label = Optional.ofNullable(query.get("label"));
        if (!Set.of("label").containsAll(query.keySet())) {
            return problem(ProblemKind.BAD_REQUEST, "the only parameter is label");
        }
        if (label.filter(l -> l.isBlank() || l.length() > MAX_LABEL).isPresent()) {
            return problem(
                    ProblemKind.BAD_REQUEST, "label must be 1 to " + MAX_LABEL + " characters");
        }
        Map<String, String> path =
                event.getPathParameters() == null ? Map.of() : event.getPathParameters();
        for (String key : keys(path.getOrDefault("key", ""))) {
            Optional<MediaAnalysis> result = result(caller.workspace(), key);
            if (result.isPresent()) {
                return explain(result.get(), label);
            }
        }
        return problem(
                ProblemKind.NOT_FOUND,
                "no analysed picture has this key; it may still be waiting, or have been deleted");
    }

    private Optional<MediaAnalysis> result(WorkspaceId workspace, String key) {
        return MediaKeys.workspaceOf(key, defaultWorkspace).equals(workspace)
                ? results.get(workspace, key)
                        .filter(r -> r.status() instanceof MediaAnalysis.Status.Analysed)
                : Optional.empty();
    }

    private Answer explain(MediaAnalysis picture, Optional<String> label) {
        return switch (files.fetch(picture.key(), maxBytes)) {
            case MediaStore.Fetched.Missing missing ->
                    problem(
                            ProblemKind.GONE,
                            "the picture's file is gone, and only its result is left");
            case MediaStore.Fetched.TooLarge tooLarge ->
                    problem(
                            ProblemKind.BAD_REQUEST,
                            "the file has "
                                    + tooLarge.bytes()
                                    + " bytes, more than the "
                                    + maxBytes
                                    + " that are explained");
            case MediaStore.Fetched.Content(byte[] bytes) ->
                    switch (explainer.apply(bytes, label)) {
                        case PictureExplainer.Answer.Explained(PictureExplanation why) ->
                                new Answer(200, Explained.of(picture.key(), why));
                        case PictureExplainer.Answer.NotSeen(List<String> seen) ->
                                problem(
                                        ProblemKind.NOT_FOUND,
                                        "the label isn't seen in this picture"
                                                + (seen.isEmpty()
                                                        ? ", nor any other"
                                                        : "; what is: " + String.join(", ", seen)));
                        case PictureExplainer.Answer.Refused(String reason) ->
                                problem(ProblemKind.BAD_REQUEST, reason);
                    };
        };
    }

    /** The keys that a path may mean, with and without the prefix that every key has. */
    private static Set<String> keys(String written) {
        Set<String> keys = new LinkedHashSet<>();
        if (written.startsWith(MediaKeys.PREFIX)) {
            keys.add(written);
        }
        keys.add(MediaKeys.PREFIX + written);
        return keys;
    }

    static Answer problem(ProblemKind kind, String detail) {
        return new Answer(kind.status(), Problem.of(kind, detail));
    }
}
