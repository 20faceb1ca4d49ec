package dev.earshot.queryapi;

import static dev.earshot.queryapi.CampaignRoutesTest.body;
import static dev.earshot.queryapi.CampaignWorld.COSTS;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.earshot.core.statistics.Interval;
import dev.earshot.influence.history.BrandDay;
import dev.earshot.influence.impact.Lift;
import dev.earshot.influence.impact.SyntheticControl;
import dev.earshot.testkit.Posts;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The numbers of a campaign's report, computed again here from what the export gives. */
final class CampaignReportTest {
    @Test
    void report_everyNumber_isComputedAgainFromTheExport() {
        var campaign = new CampaignWorld(5, 2.5);
        campaign.put("spring", COSTS);
        World.Reply report = campaign.world.get("/v1/campaigns/spring/report").send();
        List<Map<?, ?>> posts = campaign.exported("acme");
        List<Map<?, ?>> own =
                posts.stream()
                        .filter(post -> between(post, CampaignWorld.FROM, CampaignWorld.TO))
                        .filter(CampaignReportTest::belongs)
                        .toList();

        assertThat(report.text("outputs.posts")).isEqualTo(own.size() + "");
        assertThat(report.text("outputs.own")).isEqualTo(count(own, p -> isOwn(p)));
        assertThat(report.text("outputs.creators"))
                .isEqualTo(count(own, p -> !isOwn(p) && creator(p)));
        assertThat(report.text("outputs.activeCreators"))
                .isEqualTo(
                        authors(own.stream().filter(p -> !isOwn(p) && creator(p)).toList()).size()
                                + "");
        for (String name : List.of("likes", "replies", "reposts", "quotes", "views")) {
            assertThat(report.text("outTakes." + name)).isEqualTo(sum(own, name) + "");
        }
        assertThat(report.text("outTakes.responses"))
                .isEqualTo(
                        sum(own, "likes")
                                + sum(own, "replies")
                                + sum(own, "reposts")
                                + sum(own, "quotes")
                                + "");
        assertThat(report.text("outTakes.participants"))
                .isEqualTo(
                        authors(own.stream().filter(p -> !isOwn(p) && !creator(p)).toList()).size()
                                + "");
        for (int phase = 0; phase < 3; phase++) {
            outcome(report, phase, campaign);
        }
        impact(report, campaign);
        double cost = 1_000;
        assertThat(number(report.at("costPerEffect.0.cost")))
                .isCloseTo(cost / own.size(), within(1e-4));
        assertThat(number(report.at("costPerEffect.3.cost")))
                .isCloseTo(cost / number(report.at("impact.extra")), within(1e-2));
        assertThat(report.text("cost")).isEqualTo("1000.00 EUR");
    }

    private static void outcome(World.Reply report, int phase, CampaignWorld campaign) {
        String path = "outcomes." + phase + ".";
        LocalDate from = LocalDate.parse(report.text(path + "from"));
        LocalDate to = LocalDate.parse(report.text(path + "to"));
        List<Map<?, ?>> mentions = mentions(campaign, "acme", from, to);
        assertThat(report.text(path + "mentions")).isEqualTo(mentions.size() + "");
        assertThat(number(report.at(path + "mentionsPerDay")))
                .isCloseTo(
                        (double) mentions.size() / (ChronoUnit.DAYS.between(from, to) + 1),
                        within(1e-4));
        double independent = number(report.at(path + "independent"));
        for (String label : List.of("negative", "neutral", "positive", "mixed", "abstain")) {
            long some =
                    mentions.stream()
                            .filter(p -> label.equals(at(p, "sentiment", "label")))
                            .count();
            String share = path + "sentiment." + label + ".";
            assertThat(report.text(share + "count")).isEqualTo(some + "");
            assertThat(number(report.at(share + "share")))
                    .isCloseTo((double) some / mentions.size(), within(1e-4));
            Interval interval = Interval.wilson(some, mentions.size(), independent);
            assertThat(number(report.at(share + "interval.0")))
                    .isCloseTo(interval.low(), within(2e-4));
            assertThat(number(report.at(share + "interval.1")))
                    .isCloseTo(interval.high(), within(2e-4));
        }
        long rivals =
                (long) mentions(campaign, "beta", from, to).size()
                        + mentions(campaign, "corda", from, to).size();
        assertThat(number(report.at(path + "shareOfVoice.acme.share")))
                .isCloseTo((double) mentions.size() / (mentions.size() + rivals), within(1e-4));
    }

    private static void impact(World.Reply report, CampaignWorld campaign) {
        LocalDate start = CampaignWorld.FROM.minusDays(84);
        LocalDate end = CampaignWorld.TO.plusDays(6);
        Map<String, List<BrandDay>> others = new TreeMap<>();
        for (String brand : CampaignWorld.BRANDS.subList(1, CampaignWorld.BRANDS.size())) {
            others.put(brand, series(campaign, brand, start, end));
        }
        List<BrandDay> treated = series(campaign, "acme", start, end);
        boolean[] after = new boolean[treated.size()];
        java.util.Arrays.fill(after, 84, after.length, true);
        Lift lift = SyntheticControl.estimate(treated, after, others).orElseThrow();

        assertThat(number(report.at("impact.mentions"))).isCloseTo(lift.mentions(), within(1e-4));
        assertThat(number(report.at("impact.expected"))).isCloseTo(lift.expected(), within(1e-4));
        assertThat(number(report.at("impact.extra")))
                .isCloseTo(lift.mentions() - lift.expected(), within(2e-4));
        assertThat(number(report.at("impact.relative"))).isCloseTo(lift.relative(), within(1e-4));
        assertThat(number(report.at("impact.placeboP"))).isCloseTo(lift.placeboP(), within(1e-4));
        assertThat(lift.relative()).isBetween(0.7, 2.5);
        assertThat(number(report.at("impact.relativeInterval.0"))).isPositive();
    }

    private static List<BrandDay> series(
            CampaignWorld campaign, String brand, LocalDate from, LocalDate to) {
        List<Map<?, ?>> posts = campaign.exported(brand);
        List<BrandDay> days = new ArrayList<>();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            LocalDate each = day;
            long count =
                    posts.stream()
                            .filter(p -> between(p, each, each))
                            .filter(p -> !(brand.equals("acme") && isOwn(p)))
                            .count();
            days.add(new BrandDay(count, 0, 0, 0));
        }
        return days;
    }

    private static List<Map<?, ?>> mentions(
            CampaignWorld campaign, String brand, LocalDate from, LocalDate to) {
        return campaign.exported(brand).stream()
                .filter(p -> between(p, from, to))
                .filter(p -> !(brand.equals("acme") && isOwn(p)))
                .toList();
    }

    private static boolean between(Map<?, ?> post, LocalDate from, LocalDate to) {
        LocalDate day = LocalDate.parse(String.valueOf(post.get("createdAt")).substring(0, 10));
        return !day.isBefore(from) && !day.isAfter(to);
    }

    private static boolean isOwn(Map<?, ?> post) {
        return post.get("own") instanceof List<?> own && own.contains("acme");
    }

    private static boolean creator(Map<?, ?> post) {
        String id = String.valueOf(at(post, "author", "id"));
        return java.util.stream.IntStream.range(1, 20)
                .anyMatch(i -> Posts.author(i).pseudonym().equals(id));
    }

    private static boolean belongs(Map<?, ?> post) {
        return isOwn(post)
                || creator(post)
                || (post.get("hashtags") instanceof List<?> tags && tags.contains("acmespring"));
    }

    private static Set<Object> authors(List<Map<?, ?>> posts) {
        Set<Object> authors = new HashSet<>();
        posts.forEach(post -> authors.add(String.valueOf(at(post, "author", "id"))));
        return authors;
    }

    private static String count(List<Map<?, ?>> posts, Predicate<Map<?, ?>> which) {
        return posts.stream().filter(which).count() + "";
    }

    private static long sum(List<Map<?, ?>> posts, String name) {
        return posts.stream()
                .map(post -> at(post, "engagement", name))
                .mapToLong(count -> count == null ? 0 : Long.parseLong(count.toString()))
                .sum();
    }

    private static @Nullable Object at(Map<?, ?> post, String field, String name) {
        return post.get(field) instanceof Map<?, ?> part ? part.get(name) : null;
    }

    private static double number(@Nullable Object value) {
        return Double.parseDouble(String.valueOf(value));
    }

    @Test
    void report_withTooFewOtherBrands_isJudgedAgainstTheBrandsOwnPastAndSaysSo() {
        var campaign = new CampaignWorld(5, 3, 200, 2);
        campaign.put("spring", COSTS);

        World.Reply report = campaign.world.get("/v1/campaigns/spring/report").send();

        assertThat(report.text("impact.basis")).isEqualTo("own_history");
        assertThat(report.list("impact.comparedWith")).isEmpty();
        assertThat(number(report.at("impact.relativeInterval.0"))).isPositive();
        assertThat(number(report.at("impact.relative"))).isBetween(1.0, 3.0);
        assertThat(report.list("notJudged").toString())
                .contains("impact against other brands", "weaker evidence");
        assertThat(
                        campaign.world
                                .get("/v1/campaigns/spring/report")
                                .query("format", "html")
                                .send()
                                .body())
                .contains("against the brand's own days before");
    }

    /** Days before the first post of anybody say nothing, and make no baseline. */
    @Test
    void report_collectedForTwoWeeksOnly_judgesNoImpact() {
        var campaign = new CampaignWorld(5, 2.5, 14);
        campaign.put("spring", COSTS);

        World.Reply report = campaign.world.get("/v1/campaigns/spring/report").send();

        assertThat(report.body()).doesNotContain("\"impact\":{");
        assertThat(report.list("notJudged").toString())
                .contains("impact")
                .doesNotContain("Nothing was collected");
        var shorter = new CampaignWorld(5, 2.5, 3);
        shorter.put("spring", COSTS);
        assertThat(shorter.world.get("/v1/campaigns/spring/report").send().body())
                .contains("Nothing was collected before 2026-02-07");
    }

    @Test
    void report_ofNoEffect_showsNone() {
        int shown = 0;
        for (int seed = 0; seed < 10; seed++) {
            var campaign = new CampaignWorld(100 + seed, 1);
            campaign.put("spring", COSTS);
            String page =
                    campaign.world
                            .get("/v1/campaigns/spring/report")
                            .query("format", "html")
                            .send()
                            .body();
            shown += page.contains("no effect can be shown") ? 0 : 1;
        }
        assertThat(shown).isLessThanOrEqualTo(2);
    }

    @Test
    void report_ofAnotherBrandsCampaign_doesNotCompareWithIt() {
        var campaign = new CampaignWorld(5, 2);
        campaign.put("spring", COSTS);
        campaign.world
                .ask("PUT", "/v1/campaigns/other")
                .body(body("delta", "2026-02-12", "2026-02-20", "[]"))
                .send();

        assertThat(
                        campaign.world
                                .get("/v1/campaigns/spring/report")
                                .send()
                                .list("impact.comparedWith"))
                .isEqualTo(List.of("beta", "corda", "elba", "fenn", "gamma"));
    }
}
