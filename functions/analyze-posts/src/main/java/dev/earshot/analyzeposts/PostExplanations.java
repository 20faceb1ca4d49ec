package dev.earshot.analyzeposts;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;

import dev.earshot.core.FieldException;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostId;
import dev.earshot.core.store.AnalysisStore;
import dev.earshot.core.store.TextVault;
import dev.earshot.core.text.TextExplanation;
import dev.earshot.lambda.Admission;
import dev.earshot.lambda.Caller;
import dev.earshot.lambda.Callers;
import dev.earshot.usecase.post.Brands;
import dev.earshot.usecase.post.Explanations;
import dev.earshot.wire.api.ExplainedText;
import dev.earshot.wire.api.Problem;
import dev.earshot.wire.api.ProblemKind;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Explains stored posts whose text is still kept. Thread-safe. */
final class PostExplanations {
    private final AnalysisStore posts;
    private final TextVault texts;
    private final Brands brands;
    private final Explanations explanations;

    PostExplanations(
            AnalysisStore posts, TextVault texts, Brands brands, Explanations explanations) {
        this.posts = posts;
        this.texts = texts;
        this.brands = brands;
        this.explanations = explanations;
    }

    /** A status with what is written as its body. */
    record Answer(int status, Object body) {}

    Answer answer(APIGatewayV2HTTPEvent event) {
        return switch (Callers.admit(event, "read")) {
            case Admission.Unknown(String why) -> problem(ProblemKind.UNAUTHORISED, why);
            case Admission.Forbidden(String why) -> problem(ProblemKind.FORBIDDEN, why);
            case Admission.Admitted(Caller caller) -> answer(event, caller);
        };
    }

    private Answer answer(APIGatewayV2HTTPEvent event, Caller caller) {
        Map<String, String> path =
                event.getPathParameters() == null ? Map.of() : event.getPathParameters();
        Optional<Platform> platform = Platform.of(path.getOrDefault("platform", ""));
        if (platform.isEmpty()) {
            return problem(
                    ProblemKind.BAD_REQUEST,
                    "platform must be one of those that GET /v1/openapi.json lists");
        }
        WorkspaceId workspace = caller.workspace();
        for (PostId id : ids(platform.get(), path.getOrDefault("id", ""))) {
            Optional<PostAnalysis> post = posts.post(workspace, id);
            if (post.isPresent()) {
                return explain(post.get());
            }
        }
        return problem(
                ProblemKind.NOT_FOUND,
                "no analysed "
                        + platform.get().key()
                        + " post has this id; it may still be in the queue, or have been deleted,"
                        + " and then nothing of it is left to explain");
    }

    private Answer explain(PostAnalysis post) {
        Optional<String> text = post.text().flatMap(texts::open);
        if (text.isEmpty()) {
            return problem(
                    ProblemKind.GONE,
                    post.text().isEmpty()
                            ? "the post has no text of its own, so there are no words to explain"
                            : "raw text is kept for a limited time and this post's has expired; its"
                                    + " result without the text is still at"
                                    + " /v1/posts/{platform}/{id}");
        }
        TextExplanation explanation =
                explanations.of(
                        text.get(),
                        Optional.of(post.reading().language())
                                .filter(language -> !language.equals("und")),
                        brands.matcher(post.workspace()));
        return new Answer(200, new ExplainedText(Optional.of(post.id()), explanation));
    }

    /** API Gateway decodes paths and other front ends do not. */
    private static Set<PostId> ids(Platform platform, String written) {
        Set<String> spellings = new LinkedHashSet<>();
        spellings.add(written);
        try {
            spellings.add(URLDecoder.decode(written.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            // A percent sign that begins no escape is part of the id.
        }
        Set<PostId> ids = new LinkedHashSet<>();
        for (String spelling : spellings) {
            try {
                ids.add(new PostId(platform, bluesky(platform, spelling)));
            } catch (FieldException e) {
                // What can be no id names no post.
            }
        }
        return ids;
    }

    /** A record of a Bluesky repository may be named by its AT URI. */
    private static String bluesky(Platform platform, String id) {
        return platform == Platform.BLUESKY
                ? id.replaceFirst("^at:/+([^/]+)/[^/]+/([^/]+)$", "$1:$2")
                : id;
    }

    static Answer problem(ProblemKind kind, String detail) {
        return new Answer(kind.status(), Problem.of(kind, detail));
    }
}
