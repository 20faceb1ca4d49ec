package dev.earshot.analyzeposts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext.Authorizer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.earshot.core.brand.Brand;
import dev.earshot.core.count.PostChange;
import dev.earshot.core.text.LanguageIdentifier.Language;
import dev.earshot.reading.TextReader;
import dev.earshot.testkit.Posts;
import dev.earshot.testkit.model.KeywordTextModel;
import dev.earshot.testkit.store.InMemoryAnalysisStore;
import dev.earshot.testkit.store.InMemoryBrandStore;
import dev.earshot.testkit.store.InMemoryTextVault;
import dev.earshot.usecase.post.Brands;
import dev.earshot.usecase.post.Explanations;
import dev.earshot.wire.api.JsonWriter;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Set;

final class PostExplanationsTest {
    private static final String TEXT = "Acme is good, the price is bad";

    private final InMemoryAnalysisStore posts = new InMemoryAnalysisStore();
    private final InMemoryTextVault texts = new InMemoryTextVault();
    private final InMemoryBrandStore brands = new InMemoryBrandStore();
    private final PostExplanations explanations =
            new PostExplanations(
                    posts,
                    texts,
                    new Brands(brands),
                    new Explanations(
                            new TextReader(
                                    new KeywordTextModel(),
                                    (text, declared) -> new Language("en", 0.9),
                                    Set.of("en"))));

    @BeforeEach
    void store() {
        brands.put(Posts.WORKSPACE, Brand.named("acme", "Acme"));
        posts.commit(
                Posts.WORKSPACE,
                List.of(
                        new PostChange.Store(
                                Posts.post("17")
                                        .sealedAs(
                                                texts.seal(Posts.WORKSPACE, List.of(TEXT))
                                                        .getFirst())
                                        .analysis())));
    }

    @Test
    void answer_keptText_sharesTheVerdictOutAmongItsWords() throws Exception {
        PostExplanations.Answer answer = explanations.answer(event("17", "acme", "read"));
        JsonNode json = json(answer);
        double sum = 0;
        for (JsonNode word : json.at("/explanation/words")) {
            sum += word.path("weight").asDouble();
            assertThat(TEXT.substring(word.path("start").asInt(), word.path("end").asInt()))
                    .isEqualTo(word.path("word").asText());
        }

        assertThat(answer.status()).isEqualTo(200);
        assertThat(json.path("id").asText()).isEqualTo("17");
        assertThat(sum)
                .isCloseTo(
                        json.at("/explanation/score").asDouble()
                                - json.at("/explanation/baseline").asDouble(),
                        within(0.001));
    }

    @Test
    void answer_brandAndAspect_haveASentimentEach() throws Exception {
        JsonNode targets = json(explanations.answer(event("17", "acme", "read"))).path("targets");

        assertThat(targets.findValuesAsText("target")).containsExactly("acme", "price");
        assertThat(targets.findValuesAsText("label")).containsExactly("positive", "negative");
    }

    @Test
    void answer_expiredText_isGoneAndSaysSo() throws Exception {
        texts.expire();

        PostExplanations.Answer answer = explanations.answer(event("17", "acme", "read"));

        assertThat(answer.status()).isEqualTo(410);
        assertThat(json(answer).path("detail").asText()).contains("expired");
    }

    @Test
    void answer_removedPost_isNotFound() {
        posts.commit(
                Posts.WORKSPACE,
                List.of(
                        new PostChange.Remove(
                                Posts.post("17").analysis().id(), Posts.PUBLISHED.plusSeconds(9))));

        assertThat(explanations.answer(event("17", "acme", "read")).status()).isEqualTo(404);
    }

    @Test
    void answer_otherWorkspaceOrScope_isRefused() {
        assertThat(explanations.answer(event("17", "rival", "read")).status()).isEqualTo(404);
        assertThat(explanations.answer(event("17", "acme", "write")).status()).isEqualTo(403);
        assertThat(explanations.answer(new APIGatewayV2HTTPEvent()).status()).isEqualTo(401);
    }

    private static JsonNode json(PostExplanations.Answer answer) throws Exception {
        return new ObjectMapper().readTree(new JsonWriter().write(answer.body()));
    }

    private static APIGatewayV2HTTPEvent event(String id, String workspace, String scopes) {
        var authorizer = new Authorizer();
        authorizer.setLambda(Map.of("workspace", workspace, "scopes", scopes));
        var context = new RequestContext();
        context.setAuthorizer(authorizer);
        var event = new APIGatewayV2HTTPEvent();
        event.setRequestContext(context);
        event.setPathParameters(Map.of("platform", "x", "id", id));
        return event;
    }
}
