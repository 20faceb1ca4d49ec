package dev.earshot.queryapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.influence.score.ScoreTable;
import dev.earshot.queryapi.http.Resources;
import dev.earshot.queryapi.rule.RuleCards;
import dev.earshot.wire.api.about.RuleCardView;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Holds the cards of rules against the API and the constants that they tell of. */
class RuleCardsTest {
    private static final List<String> CHAPTERS =
            List.of(
                    "## What it reads",
                    "## How it is made",
                    "## What it does not see",
                    "## Figures",
                    "## Use it for, and not for",
                    "Source: ");

    private final RuleCards cards = RuleCards.builtIn();
    private final World world = new World();

    private List<String> texts() {
        return cards.all().stream()
                .map(card -> cards.find(card.name()).flatMap(RuleCardView::card).orElseThrow())
                .toList();
    }

    @Test
    void card_each_saysWhatItReadsDoesNotSeeAndIsWorth() {
        assertThat(texts()).hasSizeGreaterThan(6);
        assertThat(texts())
                .allSatisfy(text -> assertThat(text).containsSubsequence(CHAPTERS).endsWith("\n"));
    }

    @Test
    void card_routesThatItNames_areOfTheApi() {
        String document = Resources.text("openapi.json");
        assertThat(cards.all())
                .flatExtracting(RuleCardView::answers)
                .allSatisfy(
                        key ->
                                assertThat(document)
                                        .contains(
                                                "\"" + key.substring(key.indexOf('/')) + "\": {"));
    }

    @Test
    void card_ofTheScore_tellsTheWeightsInForce() {
        String text = cards.find("influencer-score").flatMap(RuleCardView::card).orElseThrow();
        assertThat(ScoreTable.CURRENT.weights().values().stream().filter(weight -> weight > 0))
                .allSatisfy(
                        weight ->
                                assertThat(text)
                                        .containsPattern(
                                                "[ \n]" + Math.round(100 * weight) + " %"));
    }

    @Test
    void answer_thatRestsOnARule_linksToItsCard() {
        World.Reply reply = world.get("/v1/cases").send();

        assertThat(reply.header("link")).contains("</v1/rules/case-priority>; rel=\"describedby\"");
        assertThat(world.get("/v1/rules/case-priority").send().text("card"))
                .startsWith("# Priority of cases");
        assertThat(world.get("/v1/parked").send().header("link")).isEmpty();
    }

    @Test
    void rules_list_namesEachWithoutItsText() {
        World.Reply reply = world.get("/v1/rules").send();

        assertThat(reply.list("rules")).hasSameSizeAs(cards.all());
        assertThat(reply.text("rules.0.name")).isEqualTo("influencer-score");
        assertThat(reply.body()).doesNotContain("\"card\"");
    }

    @Test
    void rule_thatIsNone_isNotFoundAndSaysWhereTheyAre() {
        World.Reply reply = world.get("/v1/rules/horoscope").send();

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.body()).contains("'horoscope'", "GET /v1/rules");
    }
}
