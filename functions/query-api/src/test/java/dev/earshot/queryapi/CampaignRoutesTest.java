package dev.earshot.queryapi;

import static dev.earshot.queryapi.CampaignWorld.COSTS;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.testkit.Posts;

import org.junit.jupiter.api.Test;

import java.util.List;

final class CampaignRoutesTest {
    private final World world =
            new World()
                    .with(World.ACME, dev.earshot.core.brand.Brand.named("acme", "Acme"))
                    .with(Posts.post("1"));

    private World.Reply put(String body) {
        return world.ask("PUT", "/v1/campaigns/spring").body(body).send();
    }

    static String body(String brand, String from, String to, String costs) {
        return "{\"name\":\"Spring\",\"brand\":\""
                + brand
                + "\",\"from\":\""
                + from
                + "\",\"to\":\""
                + to
                + "\",\"costs\":"
                + costs
                + "}";
    }

    @Test
    void put_thenGetAndDelete_isKeptUntilThen() {
        assertThat(put(body("acme", "2026-02-01", "2026-02-07", COSTS)).status()).isEqualTo(201);
        assertThat(put(body("acme", "2026-02-01", "2026-02-08", COSTS)).status()).isEqualTo(200);
        World.Reply got = world.get("/v1/campaigns/spring").send();
        assertThat(got.text("to")).isEqualTo("2026-02-08");
        assertThat(got.text("costs.1.amount")).isEqualTo("99.50");
        assertThat(world.get("/v1/campaigns").send().list("campaigns")).hasSize(1);
        assertThat(world.get("/v1/campaigns/spring").as(World.RIVAL, "read").send().status())
                .isEqualTo(404);
        assertThat(world.ask("DELETE", "/v1/campaigns/spring").send().status()).isEqualTo(204);
        assertThat(world.get("/v1/campaigns/spring/report").send().status()).isEqualTo(404);
    }

    @Test
    void put_badInput_saysWhatAndHowToMendIt() {
        assertThat(put(body("acme", "2026-02-07", "2026-02-01", "[]")).text("detail"))
                .isEqualTo(
                        "to must not be before from: the campaign would end on 2026-02-01, before"
                                + " it begins on 2026-02-07");
        assertThat(
                        put(body(
                                        "acme",
                                        "2026-02-01",
                                        "2026-02-07",
                                        "[{\"item\":\"a\",\"amount\":1,\"currency\":\"EUR\"},"
                                                + "{\"item\":\"b\",\"amount\":1,\"currency\":"
                                                + "\"USD\"}]"))
                                .text("detail"))
                .contains("EUR and USD");
        assertThat(put(body("", "2026-02-01", "2026-02-07", "[]")).text("detail"))
                .contains("brand must name a registered brand");
        assertThat(put(body("nobody", "2026-02-01", "2026-02-07", "[]")).text("detail"))
                .contains("brand must be registered");
        assertThat(put(body("acme", "2026-02-30", "2026-03-07", "[]")).text("detail"))
                .contains("a day that exists");
        assertThat(
                        put(body(
                                        "acme",
                                        "2026-02-01",
                                        "2026-02-07",
                                        "[{\"item\":\"a\",\"amount\":-1,\"currency\":\"EUR\"}]"))
                                .status())
                .isEqualTo(400);
        assertThat(world.get("/v1/campaigns").send().list("campaigns")).isEmpty();
    }

    @Test
    void report_ofAQuietBrand_saysWhatCouldNotBeJudged() {
        put(body("acme", "2026-02-01", "2026-02-07", "[]"));

        World.Reply report = world.get("/v1/campaigns/spring/report").send();

        assertThat(report.list("notJudged").toString())
                .contains("impact", "cost", "sales", "share of voice");
        assertThat(report.body()).doesNotContain("\"impact\":{");
        assertThat(report.text("outcomes.1.mentions")).isEqualTo("0");
    }

    @Test
    void report_beforeItBegins_hasNoOutcomeOfIt() {
        put(body("acme", "2026-04-01", "2026-04-07", "[]"));

        World.Reply report = world.get("/v1/campaigns/spring/report").send();

        assertThat(report.list("outcomes")).hasSize(1);
        assertThat(report.body()).contains("The campaign begins on 2026-04-01.");
    }

    @Test
    void report_asTableAndPage_isSafeAndTheSame() {
        var campaign = new CampaignWorld(5, 2.5);
        campaign.put("spring", COSTS);
        World.Ask ask = campaign.world.get("/v1/campaigns/spring/report").query("format", "csv");
        World.Reply csv = ask.send();
        World.Reply page =
                campaign.world.get("/v1/campaigns/spring/report").query("format", "html").send();

        assertThat(csv.header("content-type")).contains("text/csv; charset=utf-8");
        assertThat(csv.body()).startsWith("\ufeffsection,figure,value,low,high,note\r\n");
        assertThat(csv.body().lines().skip(1))
                .allSatisfy(line -> assertThat(line).doesNotStartWith("="));
        assertThat(page.header("content-security-policy").orElse(""))
                .startsWith("default-src 'none'; style-src 'sha256-");
        assertThat(page.body())
                .contains("<h1>Spring &lt;b&gt;tea&lt;/b&gt;: mentions +")
                .doesNotContain("<b>", "<script");
        World.Reply json = campaign.world.get("/v1/campaigns/spring/report").send();
        assertThat(csv.body())
                .contains("outputs,posts," + json.text("outputs.posts") + ",")
                .contains("out-takes,likes," + json.text("outTakes.likes") + ",");
    }

    @Test
    void emv_onlyOnRequest_comesWithItsFormula() {
        var campaign = new CampaignWorld(5, 2.5);
        campaign.put("spring", COSTS);
        World.Ask plain = campaign.world.get("/v1/campaigns/spring/report");

        assertThat(plain.send().body()).doesNotContain("earnedMediaValue");
        World.Reply asked =
                campaign.world
                        .get("/v1/campaigns/spring/report")
                        .query("emv", "EUR likes:0.10")
                        .send();
        long likes = Long.parseLong(asked.text("outTakes.likes"));
        assertThat(asked.text("earnedMediaValue.formula")).isEqualTo(likes + " likes x 0.10 EUR");
        assertThat(asked.text("earnedMediaValue.amount"))
                .isEqualTo(
                        java.math.BigDecimal.valueOf(likes)
                                .multiply(new java.math.BigDecimal("0.10"))
                                .toPlainString());
        for (String bad : List.of("USD likes:0.1", "EUR", "EUR hearts:1", "EUR likes:-1", "x")) {
            assertThat(
                            campaign.world
                                    .get("/v1/campaigns/spring/report")
                                    .query("emv", bad)
                                    .send()
                                    .status())
                    .as(bad)
                    .isEqualTo(400);
        }
    }
}
