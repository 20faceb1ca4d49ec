package dev.earshot.queryapi.campaign;

import dev.earshot.core.post.AuthorRef;
import dev.earshot.engagement.campaign.Campaign;
import dev.earshot.engagement.campaign.Cost;
import dev.earshot.queryapi.http.JsonObject;
import dev.earshot.queryapi.http.ProblemException;
import dev.earshot.queryapi.http.Request;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;

/** Campaigns as bodies. Stateless. */
final class CampaignBodies {
    private CampaignBodies() {}

    /** A campaign as the API shows it. */
    record View(
            String id,
            String name,
            String brand,
            List<String> hashtags,
            List<String> creators,
            String from,
            String to,
            List<CostView> costs) {
        static View of(Campaign campaign) {
            return new View(
                    campaign.id(),
                    campaign.name(),
                    campaign.brandId(),
                    campaign.hashtags(),
                    campaign.creators().stream().map(AuthorRef::pseudonym).toList(),
                    campaign.from().toString(),
                    campaign.to().toString(),
                    campaign.costs().stream()
                            .map(
                                    cost ->
                                            new CostView(
                                                    cost.item(),
                                                    cost.amount().toPlainString(),
                                                    cost.currency().getCurrencyCode()))
                            .toList());
        }
    }

    record CostView(String item, String amount, String currency) {}

    static Campaign read(String id, JsonObject body) {
        body.acceptOnly(List.of("name", "brand", "hashtags", "creators", "from", "to", "costs"));
        return new Campaign(
                id,
                body.requiredText("name"),
                body.requiredText("brand"),
                body.texts("hashtags"),
                body.texts("creators").stream().map(AuthorRef::new).toList(),
                day("from", body.requiredText("from")),
                day("to", body.requiredText("to")),
                body.parts("costs").stream().map(CampaignBodies::cost).toList());
    }

    private static Cost cost(JsonObject body) {
        body.acceptOnly(List.of("item", "amount", "currency"));
        return new Cost(
                body.requiredText("item"),
                amount(body.any("amount")),
                Cost.currency(body.requiredText("currency")));
    }

    private static BigDecimal amount(@Nullable Object value) {
        if (value instanceof BigDecimal number) {
            return number;
        }
        if (value instanceof String text && text.matches("[0-9]{1,13}(\\.[0-9]{1,9})?")) {
            return new BigDecimal(text);
        }
        throw ProblemException.parameter(
                "costs.amount",
                "costs.amount must be a number such as 1200.50, got "
                        + (value == null ? "none" : Request.shortened(value.toString())));
    }

    private static LocalDate day(String field, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw ProblemException.parameter(
                    field,
                    field
                            + " must be a day that exists, such as 2026-03-01, got '"
                            + Request.shortened(text)
                            + "'");
        }
    }
}
