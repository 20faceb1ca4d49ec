package dev.earshot.analyzeposts;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext.Authorizer;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.count.PostChange;
import dev.earshot.core.count.SealedText;
import dev.earshot.core.store.StoreException;
import dev.earshot.core.store.TextVault;
import dev.earshot.core.text.LanguageIdentifier.Language;
import dev.earshot.reading.TextReader;
import dev.earshot.testkit.Posts;
import dev.earshot.testkit.lambda.RecordingContext;
import dev.earshot.testkit.model.KeywordTextModel;
import dev.earshot.testkit.store.InMemoryAnalysisStore;
import dev.earshot.testkit.store.InMemoryBrandStore;
import dev.earshot.testkit.store.InMemoryTextVault;
import dev.earshot.usecase.post.Brands;
import dev.earshot.usecase.post.Explanations;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Around an explanation: status, headers, body, log, and when the models are loaded. */
final class ExplanationHandlerTest {
    private final RecordingContext context = new RecordingContext();
    private final AtomicInteger loads = new AtomicInteger();

    @Test
    void handleRequest_knownPost_isAnsweredAsJsonThatOnlyTheCallerMayKeep() throws Exception {
        APIGatewayV2HTTPResponse response =
                handler(new InMemoryTextVault()).handleRequest(event("17", "read"), context);

        assertThat(response.getStatusCode()).isEqualTo(200);
        assertThat(response.getHeaders())
                .isEqualTo(
                        Map.of(
                                "cache-control", "private, no-cache",
                                "content-security-policy",
                                        "default-src 'none'; frame-ancestors 'none'",
                                "x-content-type-options", "nosniff",
                                "content-type", "application/json"));
        assertThat(response.getIsBase64Encoded()).isFalse();
        JsonNode body = new ObjectMapper().readTree(response.getBody());
        assertThat(body.path("id").asText()).isEqualTo("17");
        assertThat(body.at("/explanation/words/0/word").asText()).isEqualTo("good");
    }

    @Test
    void handleRequest_refusedCaller_getsAProblemThatNobodyKeeps() throws Exception {
        APIGatewayV2HTTPResponse response =
                handler(new InMemoryTextVault()).handleRequest(event("17", "write"), context);

        assertThat(response.getStatusCode()).isEqualTo(403);
        assertThat(response.getHeaders())
                .containsEntry("cache-control", "no-store")
                .containsEntry("content-type", "application/problem+json");
        JsonNode body = new ObjectMapper().readTree(response.getBody());
        assertThat(body.path("type").asText()).isEqualTo("urn:earshot:problem:forbidden");
        assertThat(body.path("status").asInt()).isEqualTo(403);
        assertThat(body.path("detail").asText()).isEqualTo("this needs the scope 'read'");
    }

    @Test
    void handleRequest_failingService_isUnavailableAndItsCauseIsLogged() throws Exception {
        APIGatewayV2HTTPResponse response =
                handler(new FailingVault(new StoreException("no answer from S3", null)))
                        .handleRequest(event("17", "read"), context);

        assertThat(response.getStatusCode()).isEqualTo(503);
        assertThat(new ObjectMapper().readTree(response.getBody()).path("type").asText())
                .isEqualTo("urn:earshot:problem:unavailable");
        assertThat(context.lines()).singleElement().asString().contains("no answer from S3");
    }

    @Test
    void handleRequest_fault_isAnsweredWithoutItsCause() throws Exception {
        APIGatewayV2HTTPResponse response =
                handler(new FailingVault(new IllegalStateException("a bug")))
                        .handleRequest(event("17", "read"), context);

        assertThat(response.getStatusCode()).isEqualTo(500);
        assertThat(response.getBody())
                .contains("urn:earshot:problem:failed")
                .doesNotContain("a bug");
        assertThat(context.lines())
                .singleElement()
                .asString()
                .contains("IllegalStateException", "arose")
                .doesNotContain("a bug");
    }

    @Test
    void handleRequest_anyPost_isLoggedWithoutItsIdAndText() {
        handler(new InMemoryTextVault()).handleRequest(event("17", "read"), context);

        assertThat(context.lines()).singleElement().asString().contains("\"status\":200");
        assertThat(context.lines().getFirst()).doesNotContain("good", "\"17\"");
    }

    @Test
    void handleRequest_severalTimes_loadsTheModelsOnce() {
        ExplanationHandler handler = handler(new InMemoryTextVault());
        assertThat(loads).hasValue(0);
        handler.handleRequest(event("17", "read"), context);
        handler.handleRequest(event("18", "read"), context);

        assertThat(loads).hasValue(1);
    }

    @Test
    void handleRequest_modelsThatCannotBeLoaded_failAndAreTriedAgain() {
        PostExplanations loaded = explanations(new InMemoryTextVault());
        Supplier<PostExplanations> second =
                () -> {
                    if (loads.getAndIncrement() == 0) {
                        throw new IllegalStateException("the folder is not there");
                    }
                    return loaded;
                };
        var handler =
                new ExplanationHandler(
                        second,
                        ExplanationHandlerTest::noPreviews,
                        ExplanationHandlerTest::noForecasts);

        assertThat(handler.handleRequest(event("17", "read"), context).getStatusCode())
                .isEqualTo(500);
        assertThat(handler.handleRequest(event("17", "read"), context).getStatusCode())
                .isEqualTo(200);
    }

    private ExplanationHandler handler(TextVault vault) {
        PostExplanations explanations = explanations(vault);
        return new ExplanationHandler(
                () -> {
                    loads.incrementAndGet();
                    return explanations;
                },
                ExplanationHandlerTest::noPreviews,
                ExplanationHandlerTest::noForecasts);
    }

    private static BrandForecasts noForecasts() {
        throw new IllegalStateException("no forecast was asked for");
    }

    private static BrandPreviews noPreviews() {
        throw new IllegalStateException("no preview was asked for");
    }

    private static PostExplanations explanations(TextVault vault) {
        var posts = new InMemoryAnalysisStore();
        posts.commit(
                Posts.WORKSPACE,
                List.of(
                        new PostChange.Store(
                                Posts.post("17")
                                        .sealedAs(
                                                vault.seal(Posts.WORKSPACE, List.of("good"))
                                                        .getFirst())
                                        .analysis())));
        return new PostExplanations(
                posts,
                vault,
                new Brands(new InMemoryBrandStore()),
                new Explanations(
                        new TextReader(
                                new KeywordTextModel(),
                                (text, declared) -> new Language("en", 0.9),
                                Set.of("en"))));
    }

    private static APIGatewayV2HTTPEvent event(String id, String scopes) {
        var authorizer = new Authorizer();
        authorizer.setLambda(Map.of("workspace", "acme", "scopes", scopes));
        var request = new RequestContext();
        request.setAuthorizer(authorizer);
        var event = new APIGatewayV2HTTPEvent();
        event.setRequestContext(request);
        event.setPathParameters(Map.of("platform", "x", "id", id));
        return event;
    }

    /** Seals, and fails to open. */
    private record FailingVault(RuntimeException failure) implements TextVault {
        @Override
        public List<SealedText> seal(WorkspaceId workspace, List<String> texts) {
            return texts.stream().map(text -> new SealedText("text", 0, 20, new byte[32])).toList();
        }

        @Override
        public Optional<String> open(SealedText sealed) {
            throw failure;
        }
    }
}
