package dev.earshot.analyzeposts;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext.Authorizer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.earshot.core.brand.Brand;
import dev.earshot.core.count.PostChange;
import dev.earshot.testkit.Posts;
import dev.earshot.testkit.SettableClock;
import dev.earshot.testkit.store.InMemoryAnalysisStore;
import dev.earshot.testkit.store.InMemoryBrandStore;
import dev.earshot.testkit.store.InMemoryTextVault;
import dev.earshot.usecase.post.BrandPreview;
import dev.earshot.wire.api.JsonWriter;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

final class BrandPreviewsTest {
    private final InMemoryAnalysisStore posts = new InMemoryAnalysisStore();
    private final InMemoryTextVault texts = new InMemoryTextVault();
    private final InMemoryBrandStore brands = new InMemoryBrandStore();
    private final BrandPreviews previews =
            new BrandPreviews(
                    new BrandPreview(posts, texts, brands, new SettableClock(Posts.PUBLISHED)));

    @BeforeEach
    void store() {
        brands.put(Posts.WORKSPACE, Brand.named("acme", "Acme"));
        store("1", "my Acme is fine", List.of("acme"));
        store("2", "the zephyr9 broke", List.of());
        store("3", "nothing about it", List.of());
        store("4", "Betty Acme is my aunt", List.of("acme"));
    }

    private void store(String id, String text, List<String> mentioned) {
        posts.commit(
                Posts.WORKSPACE,
                List.of(
                        new PostChange.Store(
                                Posts.post(id)
                                        .about(mentioned.toArray(String[]::new))
                                        .sealedAs(
                                                texts.seal(Posts.WORKSPACE, List.of(text))
                                                        .getFirst())
                                        .analysis())));
    }

    @Test
    void answer_changedBrand_saysWhatItGainsAndLosesAndWhy() throws Exception {
        JsonNode json =
                json(
                        previews.answer(
                                event("{\"name\":\"Acme\",\"products\":[\"Zephyr9\"]}", Map.of())));

        assertThat(json.path("matched").asInt()).isEqualTo(4);
        assertThat(ids(json.path("gained"))).containsExactly("2");
        assertThat(json.at("/gained/0/mentions/0/rule").asText()).isEqualTo("name");
        assertThat(json.at("/gained/0/post/text").asText()).isEqualTo("the zephyr9 broke");
        assertThat(ids(json.path("lost"))).containsExactly("4");
        assertThat(json.at("/lost/0/mentions/0/rule").asText()).isEqualTo("person");
        assertThat(json.path("next").isMissingNode()).isTrue();
    }

    @Test
    void answer_nothing_isStored() {
        previews.answer(event("{\"name\":\"Zephyr9\"}", Map.of()));

        assertThat(brands.catalogue(Posts.WORKSPACE).brands())
                .containsExactly(Brand.named("acme", "Acme"));
        assertThat(
                        posts.post(Posts.WORKSPACE, Posts.post("2").analysis().id())
                                .orElseThrow()
                                .brands())
                .isEmpty();
    }

    @Test
    void answer_inPages_seesEachPostOnce() throws Exception {
        List<String> changed = new ArrayList<>();
        Map<String, String> query = new HashMap<>(Map.of("limit", "1"));
        int pages = 0;
        int matched = 0;
        while (true) {
            JsonNode json = json(previews.answer(event("{\"name\":\"Zephyr9\"}", query)));
            changed.addAll(ids(json.path("gained")));
            changed.addAll(ids(json.path("lost")));
            matched += json.path("matched").asInt();
            pages++;
            if (json.path("next").isMissingNode()) {
                break;
            }
            query.put("cursor", json.path("next").asText());
        }

        assertThat(matched).isEqualTo(4);
        assertThat(pages).isGreaterThanOrEqualTo(4);
        assertThat(changed).containsExactlyInAnyOrder("1", "2", "4");
    }

    @Test
    void answer_expiredTexts_areCounted() throws Exception {
        texts.expire();

        JsonNode json = json(previews.answer(event("{\"name\":\"Acme\"}", Map.of())));

        assertThat(json.path("matched").asInt()).isZero();
        assertThat(json.path("expired").asInt()).isEqualTo(4);
    }

    @Test
    void answer_wrongRequests_areRefused() {
        String brand = "{\"name\":\"Acme\"}";

        assertThat(previews.answer(event("{}", Map.of())).status()).isEqualTo(400);
        assertThat(previews.answer(event(brand, Map.of("limit", "0"))).status()).isEqualTo(400);
        assertThat(previews.answer(event(brand, Map.of("cursor", "x"))).status()).isEqualTo(400);
        assertThat(previews.answer(new APIGatewayV2HTTPEvent()).status()).isEqualTo(401);
    }

    private static List<String> ids(JsonNode changes) {
        List<String> ids = new ArrayList<>();
        changes.forEach(change -> ids.add(change.at("/post/id").asText()));
        return ids;
    }

    private static JsonNode json(PostExplanations.Answer answer) throws Exception {
        assertThat(answer.status()).isEqualTo(200);
        return new ObjectMapper().readTree(new JsonWriter().write(answer.body()));
    }

    private static APIGatewayV2HTTPEvent event(String body, Map<String, String> query) {
        var authorizer = new Authorizer();
        authorizer.setLambda(Map.of("workspace", "acme", "scopes", "read"));
        var context = new RequestContext();
        context.setAuthorizer(authorizer);
        var event = new APIGatewayV2HTTPEvent();
        event.setRequestContext(context);
        event.setPathParameters(Map.of("brand", "acme"));
        event.setQueryStringParameters(query);
        event.setBody(body);
        return event;
    }
}
