package dev.earshot.analyzeposts;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext.Authorizer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.earshot.core.brand.Brand;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.PostChange;
import dev.earshot.core.text.LanguageIdentifier.Language;
import dev.earshot.reading.TextReader;
import dev.earshot.testkit.Posts;
import dev.earshot.testkit.SettableClock;
import dev.earshot.testkit.model.KeywordTextModel;
import dev.earshot.testkit.store.InMemoryAnalysisStore;
import dev.earshot.testkit.store.InMemoryBrandStore;
import dev.earshot.testkit.store.InMemoryTextVault;
import dev.earshot.usecase.post.EngagementForecasts;
import dev.earshot.wire.api.JsonWriter;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

final class BrandForecastsTest {
    private static final Instant NOW = Posts.PUBLISHED;

    private final InMemoryAnalysisStore posts = new InMemoryAnalysisStore();
    private final InMemoryTextVault texts = new InMemoryTextVault();
    private final InMemoryBrandStore brands = new InMemoryBrandStore();
    private final BrandForecasts forecasts =
            new BrandForecasts(
                    brands,
                    new EngagementForecasts(
                            posts,
                            texts,
                            new TextReader(
                                    new KeywordTextModel(),
                                    (text, declared) -> new Language("en", 0.9),
                                    Set.of("en")),
                            new SettableClock(NOW)));

    private void store(int count) {
        brands.put(Posts.WORKSPACE, Brand.named("acme", "Acme"));
        var random = new Random(1);
        for (int i = 0; i < count; i++) {
            boolean helps = random.nextInt(3) == 0;
            String text = (helps ? "giveaway" : "news") + " of Acme n" + random.nextInt(20);
            double level = 5 + (helps ? 1.5 : 0) + 0.3 * random.nextGaussian();
            PostAnalysis post =
                    Posts.owned(
                            Posts.post("p" + i)
                                    .at(NOW.minusSeconds(7_200L * (count - i)))
                                    .about("acme")
                                    .sealedAs(texts.seal(Posts.WORKSPACE, List.of(text)).getFirst())
                                    .analysis(),
                            "acme");
            posts.commit(
                    Posts.WORKSPACE,
                    List.of(
                            new PostChange.Store(
                                    Posts.sighted(
                                            post,
                                            NOW,
                                            post.author(),
                                            Posts.liked((long) Math.expm1(level), 0)))));
        }
    }

    @Test
    void answer_plannedPost_isPredictedFromTheBrandsOwnPosts() throws Exception {
        store(240);

        JsonNode good = json(200, "{\"text\":\"giveaway of Acme n3\",\"form\":\"picture\"}");
        JsonNode usual = json(200, "{\"text\":\"news of Acme n3\",\"form\":\"picture\"}");

        assertThat(good.path("median").asInt()).isGreaterThan(2 * usual.path("median").asInt());
        assertThat(good.path("low").asInt()).isLessThan(good.path("high").asInt());
        assertThat(good.at("/movers/0/part").asText()).isEqualTo("giveaway");
        assertThat(good.at("/movers/0/effect").asDouble()).isGreaterThan(2);
        assertThat(good.path("learnedFrom").asInt()).isEqualTo(240);
        assertThat(good.path("withText").asInt()).isEqualTo(240);
        assertThat(good.path("account").asText()).matches("[0-9a-f]{32}");
    }

    @Test
    void answer_expiredTexts_areTold() throws Exception {
        store(120);
        texts.expire();

        JsonNode told = json(200, "{\"text\":\"giveaway of Acme\"}");

        assertThat(told.path("withText").asInt()).isZero();
        assertThat(told.path("extrapolates").toString())
                .contains("no text of a past post is kept")
                .contains("of its form: text");
    }

    @Test
    void answer_whatCannotBePredicted_saysWhy() throws Exception {
        assertThat(json(404, "{\"text\":\"a\"}").path("detail").asText()).contains("PUT it first");
        store(20);

        assertThat(json(409, "{\"text\":\"a\"}").path("detail").asText())
                .contains("at least 100", "20 are there");
    }

    @Test
    void answer_platformWithoutAnAccount_saysSo() throws Exception {
        store(120);

        assertThat(json(409, "{\"text\":\"a\",\"platform\":\"bluesky\"}").path("detail").asText())
                .contains("on bluesky");
    }

    @Test
    void answer_wrongBodies_areRefusedByField() throws Exception {
        store(1);

        for (Map.Entry<String, String> wrong :
                Map.of(
                                "{}", "text is missing",
                                "{\"text\":\" \"}", "text must have 1 to",
                                "{\"text\":\"a\",\"form\":\"song\"}", "form must be text, picture",
                                "{\"text\":\"a\",\"platform\":\"orkut\"}",
                                        "platform must be one of",
                                "{\"text\":\"a\",\"at\":\"soon\"}", "at ",
                                "{\"txt\":\"a\"}", "txt is not known here",
                                "[1]", "must be an object",
                                "{", "$")
                        .entrySet()) {
            assertThat(json(400, wrong.getKey()).path("detail").asText())
                    .as(wrong.getKey())
                    .contains(wrong.getValue());
        }
    }

    private JsonNode json(int status, String body) throws Exception {
        PostExplanations.Answer answer = forecasts.answer(event(body));
        assertThat(answer.status()).as(body).isEqualTo(status);
        return new ObjectMapper().readTree(new JsonWriter().write(answer.body()));
    }

    private static APIGatewayV2HTTPEvent event(String body) {
        var authorizer = new Authorizer();
        authorizer.setLambda(Map.of("workspace", "acme", "scopes", "read"));
        var context = new RequestContext();
        context.setAuthorizer(authorizer);
        var event = new APIGatewayV2HTTPEvent();
        event.setRequestContext(context);
        event.setPathParameters(Map.of("brand", "acme"));
        event.setBody(body);
        return event;
    }
}
