package dev.earshot.analyzeposts;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;

import dev.earshot.analyzeposts.PostExplanations.Answer;
import dev.earshot.core.brand.Brand;
import dev.earshot.core.post.PostId;
import dev.earshot.lambda.Admission;
import dev.earshot.lambda.Caller;
import dev.earshot.lambda.Callers;
import dev.earshot.usecase.post.BrandPreview;
import dev.earshot.wire.api.ApiJson;
import dev.earshot.wire.api.PostWithText;
import dev.earshot.wire.api.ProblemKind;
import dev.earshot.wire.api.brand.BrandPreviewView;
import dev.earshot.wire.api.brand.MentionView;
import dev.earshot.wire.json.Parsed;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers {@code POST /v1/brands/{brand}/preview}, whose body is a brand as {@code PUT} takes it.
 * Thread-safe.
 */
final class BrandPreviews {
    private static final int DEFAULT_LIMIT = 200;
    private static final int MAX_LIMIT = 1000;
    private static final int MAX_BODY_LENGTH = 1 << 20;

    /** API Gateway waits for 30 seconds; a cold start takes some of them. */
    private static final Duration TIME = Duration.ofSeconds(12);

    private final BrandPreview preview;

    BrandPreviews(BrandPreview preview) {
        this.preview = preview;
    }

    Answer answer(APIGatewayV2HTTPEvent event) {
        return switch (Callers.admit(event, "read")) {
            case Admission.Unknown(String why) -> problem(ProblemKind.UNAUTHORISED, why);
            case Admission.Forbidden(String why) -> problem(ProblemKind.FORBIDDEN, why);
            case Admission.Admitted(Caller caller) -> answer(event, caller);
        };
    }

    private Answer answer(APIGatewayV2HTTPEvent event, Caller caller) {
        String id = values(event.getPathParameters()).getOrDefault("brand", "");
        String body = body(event);
        if (body.length() > MAX_BODY_LENGTH) {
            return problem(
                    ProblemKind.TOO_LARGE,
                    "a brand must have at most " + MAX_BODY_LENGTH + " characters");
        }
        return switch (ApiJson.brand(id, body)) {
            case Parsed.Errors<Brand> wrong ->
                    problem(
                            ProblemKind.BAD_REQUEST,
                            wrong.errors().getFirst().path()
                                    + " "
                                    + wrong.errors().getFirst().reason());
            case Parsed.Value<Brand>(Brand brand) -> page(event, caller, brand);
        };
    }

    private Answer page(APIGatewayV2HTTPEvent event, Caller caller, Brand brand) {
        Map<String, String> query = values(event.getQueryStringParameters());
        BrandPreview.Place from;
        int limit;
        try {
            from = place(query.get("cursor"));
            limit = limit(query.getOrDefault("limit", String.valueOf(DEFAULT_LIMIT)));
        } catch (IllegalArgumentException e) {
            return problem(ProblemKind.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
        BrandPreview.Page page = preview.page(caller.workspace(), brand, from, limit, TIME);
        return new Answer(
                200,
                new BrandPreviewView(
                        brand.id(),
                        page.matched(),
                        page.expired(),
                        changes(page.gained()),
                        changes(page.lost()),
                        page.next().map(BrandPreviews::cursor)));
    }

    private static List<BrandPreviewView.ChangeView> changes(List<BrandPreview.Change> changes) {
        return changes.stream()
                .map(
                        change ->
                                new BrandPreviewView.ChangeView(
                                        new PostWithText(change.post(), Optional.of(change.text())),
                                        change.decisions().stream()
                                                .map(each -> MentionView.of(change.text(), each))
                                                .toList()))
                .toList();
    }

    private static int limit(String written) {
        int limit = written.matches("\\d{1,4}") ? Integer.parseInt(written) : 0;
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException(
                    "limit must be a number from 1 to " + MAX_LIMIT + ", got '" + written + "'");
        }
        return limit;
    }

    private static String cursor(BrandPreview.Place place) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        (place.part() + place.after().map(id -> " " + id).orElse(""))
                                .getBytes(StandardCharsets.UTF_8));
    }

    private static BrandPreview.Place place(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return BrandPreview.Place.START;
        }
        try {
            String plain =
                    new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            String[] parts = plain.split(" ", 2);
            return new BrandPreview.Place(
                    Integer.parseInt(parts[0]),
                    parts.length > 1 ? Optional.of(PostId.parse(parts[1])) : Optional.empty());
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "cursor must be one that this address gave, got '" + cursor + "'", e);
        }
    }

    private static String body(APIGatewayV2HTTPEvent event) {
        String body = Optional.ofNullable(event.getBody()).orElse("");
        return event.getIsBase64Encoded()
                ? new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8)
                : body;
    }

    private static Map<String, String> values(@Nullable Map<String, String> values) {
        return values == null ? Map.of() : values;
    }

    private static Answer problem(ProblemKind kind, String detail) {
        return PostExplanations.problem(kind, detail);
    }
}
