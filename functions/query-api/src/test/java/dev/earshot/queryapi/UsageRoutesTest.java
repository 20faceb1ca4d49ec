package dev.earshot.queryapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.usage.Budget;
import dev.earshot.core.usage.UsageKind;
import dev.earshot.core.usage.UsageLimits;
import dev.earshot.core.usage.Used;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageRoutesTest {
    private static final String POST = "{\"id\":\"1\",\"text\":\"Love it\"}";

    private final World world = new World();

    private World.Reply limit(String body) {
        return world.ask("PUT", "/v1/usage/limits").as(World.ACME, "admin").body(body).send();
    }

    private void use(UsageKind kind, long amount) {
        world.usage.with(World.ACME, Budget.day(World.NOW), kind, new Used(amount, 0));
    }

    @Test
    void usage_ofAFreshWorkspace_isNothingWithoutLimits() {
        World.Reply reply = world.get("/v1/usage").send();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.text("month")).isEqualTo(Budget.month(World.NOW).toString());
        assertThat(reply.list("kinds")).hasSize(3);
        assertThat(reply.body()).contains("\"dollars\":0").doesNotContain("\"limit\"");
    }

    @Test
    void usage_underALimit_saysWhatIsUsedAndLeftAndCosts() {
        use(UsageKind.POSTS, 500_000);
        world.usage.with(
                World.ACME, Budget.day(World.NOW), UsageKind.WORKER, Used.ofWorker(90, 0.5));
        assertThat(limit("{\"posts\":2000000,\"workerMinutes\":1}").status()).isEqualTo(200);

        World.Reply reply = world.get("/v1/usage").send();

        assertThat(reply.text("kinds.0.kind")).isEqualTo("posts");
        assertThat(reply.body())
                .contains("\"used\":500000", "\"limit\":2000000", "\"left\":1500000")
                .contains("\"used\":1.5,\"limit\":1,\"left\":0,\"dollars\":0.0125");
        assertThat(world.get("/v1/usage").as(World.RIVAL, "read").send().body())
                .doesNotContain("\"limit\"");
    }

    @Test
    void usage_ofAnotherMonth_isThatMonths() {
        use(UsageKind.POSTS, 7);

        assertThat(world.get("/v1/usage").query("month", "2020-02").send().body())
                .contains("\"from\":\"2020-02-01T00:00:00Z\",\"to\":\"2020-03-01T00:00:00Z\"")
                .doesNotContain("\"used\":7");
        assertThat(world.get("/v1/usage").query("month", "February").send().status())
                .isEqualTo(400);
    }

    @Test
    void limits_setByAnAdministrator_areInTheAudit() {
        limit("{\"pictures\":10}");

        assertThat(world.audit.all(World.ACME)).hasSize(1);
        assertThat(world.usage.limits(World.ACME))
                .isEqualTo(UsageLimits.NONE.with(UsageKind.PICTURES, 10));
        limit("{}");
        assertThat(world.usage.limits(World.ACME)).isEqualTo(UsageLimits.NONE);
    }

    @Test
    void limits_ofADay_areShownWithTodayAndRefuseBeyondThem() {
        use(UsageKind.PICTURES, 4);
        limit("{\"pictures\":100,\"daily\":{\"pictures\":4}}");

        assertThat(world.get("/v1/usage").send().body())
                .contains("\"used\":4,\"limit\":100,\"left\":96")
                .contains("\"today\":{\"used\":4,\"limit\":4,\"left\":0}");
        World.Reply refused =
                world.ask("POST", "/v1/uploads")
                        .body("{\"fileName\":\"a.png\",\"contentType\":\"image/png\",\"bytes\":9}")
                        .send();
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.text("detail"))
                .contains("4 pictures for " + Budget.day(World.NOW) + " is spent");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"daily\":{\"videos\":1}}",
                "{\"daily\":1}",
                "{\"posts\":-1}",
                "{\"posts\":1.5}",
                "{\"videos\":1}",
                "{\"posts\":\"many\"}"
            })
    void limits_thatCantBe_areRefused(String body) {
        assertThat(limit(body).status()).isEqualTo(400);
        assertThat(world.usage.limits(World.ACME)).isEqualTo(UsageLimits.NONE);
    }

    @Test
    void limits_withTheScopeWrite_areRefused() {
        assertThat(
                        world.ask("PUT", "/v1/usage/limits")
                                .as(World.ACME, "read write")
                                .body("{}")
                                .send()
                                .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "posts | /v1/posts | {\"id\":\"1\",\"text\":\"Love it\"}",
                "posts | /v1/uploads | {\"fileName\":\"a.csv\",\"contentType\":\"text/csv\",\"bytes\":9}",
                "pictures | /v1/uploads | {\"fileName\":\"a.png\",\"contentType\":\"image/png\",\"bytes\":9}",
                "workerMinutes | /v1/uploads | {\"fileName\":\"a.mp4\",\"contentType\":\"video/mp4\",\"bytes\":9}",
                "workerMinutes | /v1/jobs | {\"kind\":\"video\",\"key\":\"media/a.mp4\"}",
                "workerMinutes | /v1/jobs | {\"kind\":\"batch\",\"prefix\":\"media/\"}",
                "posts | /v1/jobs | {\"kind\":\"batch\",\"key\":\"imports/a.csv\"}"
            })
    void request_beyondTheBudget_isRefusedWithTheReason(String kind, String path, String body) {
        limit("{\"" + kind + "\":0}");

        World.Reply refused = world.ask("POST", path).body(body).send();

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.text("type")).isEqualTo("urn:earshot:problem:budget-spent");
        assertThat(refused.text("detail")).startsWith("the budget of 0 ");
        limit("{\"" + kind + "\":1}");
        assertThat(world.ask("POST", path).body(body).send().status()).isIn(201, 202);
    }

    @Test
    void removal_beyondTheBudget_isTaken() {
        limit("{\"posts\":0}");
        String removal = "{\"id\":\"2\",\"deleted\":true}";

        assertThat(world.ask("POST", "/v1/posts").body(POST).send().status()).isEqualTo(429);
        assertThat(world.ask("POST", "/v1/posts").body(removal).send().status()).isEqualTo(202);
    }

    @Test
    void job_askedForAgainWhenTheBudgetIsSpent_isTheOneThatIs() {
        String body = "{\"kind\":\"batch\",\"key\":\"imports/a.csv\"}";
        String id =
                world.ask("POST", "/v1/jobs")
                        .header("idempotency-key", "k")
                        .body(body)
                        .send()
                        .text("id");
        limit("{\"workerMinutes\":0}");

        World.Reply again =
                world.ask("POST", "/v1/jobs").header("idempotency-key", "k").body(body).send();

        assertThat(again.status()).isEqualTo(202);
        assertThat(again.text("id")).isEqualTo(id);
    }
}
