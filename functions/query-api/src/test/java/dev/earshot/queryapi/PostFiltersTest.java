package dev.earshot.queryapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.brand.Brand;
import dev.earshot.core.post.Platform;
import dev.earshot.testkit.Posts;

import org.junit.jupiter.api.Test;

/** What the posts of a brand can be narrowed by. */
class PostFiltersTest {
    private final World world = new World();

    @Test
    void posts_byIntentAndReview_areThoseThatHaveThem() {
        world.with(World.ACME, Brand.named("acme", "Acme"))
                .with(Posts.post("1"))
                .with(Posts.post("2").with(Posts.readWhole("acme", "globex")));

        World.Reply complaints =
                world.get("/v1/brands/acme/posts").query("intent", "complaint").send();
        World.Reply praise = world.get("/v1/brands/acme/posts").query("intent", "praise").send();
        World.Reply calm = world.get("/v1/brands/acme/posts").query("review", "false").send();

        assertThat(complaints.list("posts")).hasSize(1);
        assertThat(complaints.text("posts.0.id")).isEqualTo("2");
        assertThat(praise.list("posts")).isEmpty();
        assertThat(calm.text("posts.0.id")).isEqualTo("1");
    }

    @Test
    void posts_byPlatform_areThoseOfIt() {
        world.with(World.ACME, Brand.named("acme", "Acme"))
                .with(Posts.post("1"))
                .with(Posts.post("2").on(Platform.REDDIT));

        World.Reply reddit = world.get("/v1/brands/acme/posts").query("platform", "reddit").send();
        World.Reply unknown = world.get("/v1/brands/acme/posts").query("platform", "fax").send();

        assertThat(reddit.list("posts")).hasSize(1);
        assertThat(reddit.text("posts.0.id")).isEqualTo("2");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.text("parameter")).isEqualTo("platform");
    }

    @Test
    void posts_unknownIntent_isNamed() {
        world.with(World.ACME, Brand.named("acme", "Acme"));

        World.Reply reply = world.get("/v1/brands/acme/posts").query("intent", "rage").send();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("parameter")).isEqualTo("intent");
        assertThat(reply.text("detail")).contains("'rage'").contains("churn_risk");
    }

    @Test
    void posts_cursorOfAnotherIntent_isRefused() {
        world.with(World.ACME, Brand.named("acme", "Acme"))
                .with(Posts.post("1").with(Posts.readWhole("acme", "globex")))
                .with(Posts.post("2").with(Posts.readWhole("acme", "globex")));
        String cursor =
                world.get("/v1/brands/acme/posts")
                        .query("intent", "complaint")
                        .query("limit", "1")
                        .send()
                        .text("next");

        World.Reply reply =
                world.get("/v1/brands/acme/posts")
                        .query("cursor", cursor)
                        .query("limit", "1")
                        .send();

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("parameter")).isEqualTo("cursor");
    }
}
