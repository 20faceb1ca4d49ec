package dev.earshot.queryapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.count.PostChange;
import dev.earshot.testkit.Posts;

import org.junit.jupiter.api.Test;

import java.util.List;

final class FeedbackRoutesTest {
    private static final String FEEDBACK = "/v1/posts/x/1/feedback";

    private final World world =
            new World()
                    .with(
                            Posts.post("1")
                                    .with(Posts.readWhole("acme", "globex"))
                                    .about("acme", "globex"));

    @Test
    void put_correction_isListedBesideWhatWasShown() {
        assertThat(
                        put("{\"sentiment\": \"positive\", \"brands\": {\"acme\": \"neutral\"}}")
                                .status())
                .isEqualTo(204);

        assertThat(world.get("/v1/feedback").send().body())
                .contains(
                        "\"said\":{\"sentiment\":\"positive\",\"brands\":{\"acme\":\"neutral\"}}",
                        "\"shown\":{\"sentiment\":\"mixed\",\"brands\":{\"acme\":\"positive\"}}",
                        "\"language\":\"en\"",
                        "\"revision\":\"2026-11\"");
    }

    @Test
    void put_correction_changesNeitherThePostNorItsCounts() {
        String post = world.get("/v1/posts/x/1").send().body();

        put("{\"sentiment\": \"positive\"}");

        assertThat(world.get("/v1/posts/x/1").send().body()).isEqualTo(post);
    }

    @Test
    void put_badCorrections_areRefusedWithTheField() {
        assertThat(put("{}").body()).contains("sentiment");
        assertThat(put("{\"sentiment\": \"abstain\"}").body())
                .contains("negative, neutral, positive, mixed", "abstain");
        assertThat(put("{\"brands\": {\"unnamed\": \"neutral\"}}").body()).contains("unnamed");
        assertThat(put("{\"brands\": [\"acme\"]}").status()).isEqualTo(400);
        assertThat(put("{\"label\": \"neutral\"}").status()).isEqualTo(400);
        assertThat(world.get("/v1/feedback").send().body()).isEqualTo("{\"items\":[]}");
    }

    @Test
    void put_ofAnUnknownPost_isNotFound() {
        assertThat(
                        world.ask("PUT", "/v1/posts/x/2/feedback")
                                .body("{\"sentiment\": \"neutral\"}")
                                .send()
                                .status())
                .isEqualTo(404);
    }

    @Test
    void put_withoutTheScopeWrite_isForbidden() {
        assertThat(
                        world.ask("PUT", FEEDBACK)
                                .as(World.ACME, "read")
                                .body("{\"sentiment\": \"neutral\"}")
                                .send()
                                .status())
                .isEqualTo(403);
    }

    @Test
    void list_afterThePostWasRemoved_holdsNothing() {
        put("{\"sentiment\": \"neutral\"}");
        world.posts.commit(
                World.ACME,
                List.of(
                        new PostChange.Remove(
                                Posts.post("1").id(), Posts.PUBLISHED.plusSeconds(60))));

        assertThat(world.get("/v1/feedback").send().body()).isEqualTo("{\"items\":[]}");
    }

    @Test
    void list_pages_followEachOther() {
        world.with(Posts.post("2"));
        put("{\"sentiment\": \"neutral\"}");
        world.ask("PUT", "/v1/posts/x/2/feedback").body("{\"sentiment\": \"mixed\"}").send();

        String first = world.get("/v1/feedback").query("limit", "1").send().body();
        String cursor = first.replaceAll(".*\"next\":\"([^\"]*)\".*", "$1");

        assertThat(first).contains("\"id\":\"1\"").doesNotContain("\"id\":\"2\"");
        assertThat(world.get("/v1/feedback").query("cursor", cursor).send().body())
                .contains("\"id\":\"2\"")
                .doesNotContain("\"id\":\"1\"", "next");
        assertThat(
                        world.get("/v1/feedback")
                                .as(World.RIVAL, "read")
                                .query("cursor", cursor)
                                .send()
                                .status())
                .isEqualTo(400);
    }

    private World.Reply put(String body) {
        return world.ask("PUT", FEEDBACK).body(body).send();
    }
}
