package dev.earshot.engagement.campaign;

import dev.earshot.core.FieldException;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Earned media value: public counts times rates that the asker names. It is given only on request,
 * with its formula: what a like is worth is a convention, and the sum says nothing of an effect.
 *
 * @param amount in {@code currency}
 * @param formula each count with its rate
 */
public record MediaValue(BigDecimal amount, String currency, String formula) {
    /** What must stand beside it. */
    public static final String CAUTION =
            "A convention, not an effect: it says what the counts would have cost at these rates.";

    private static final List<String> COUNTS =
            List.of("views", "likes", "replies", "reposts", "quotes");

    /**
     * Money for one of each count.
     *
     * @param values by the count's name
     */
    public record Rates(Currency currency, Map<String, BigDecimal> values) {
        public Rates {
            values = Map.copyOf(values);
        }

        /**
         * Reads rates such as {@code EUR views:0.002 likes:0.1}.
         *
         * @param campaign whose costs must be in the same currency
         */
        public static Rates parse(String text, Campaign campaign) {
            List<String> parts = List.of(text.strip().split("\\s+"));
            Currency currency = Cost.currency(parts.getFirst());
            Optional<Currency> spent = campaign.currency();
            if (spent.isPresent() && !spent.get().equals(currency)) {
                throw new FieldException(
                        "emv",
                        "must be in the currency of the campaign's costs, "
                                + spent.get()
                                + ", got "
                                + currency);
            }
            Map<String, BigDecimal> values = new LinkedHashMap<>();
            for (String part : parts.subList(1, parts.size())) {
                String[] pair = part.split(":", -1);
                if (pair.length != 2 || !COUNTS.contains(pair[0])) {
                    throw wrong(part);
                }
                values.put(pair[0], rate(pair[1], part));
            }
            if (values.isEmpty()) {
                throw wrong(text);
            }
            return new Rates(currency, values);
        }

        private static BigDecimal rate(String text, String part) {
            if (!text.matches("[0-9]{1,9}(\\.[0-9]{1,9})?")) {
                throw wrong(part);
            }
            return new BigDecimal(text);
        }

        private static FieldException wrong(String got) {
            return new FieldException(
                    "emv",
                    "must be a currency and a rate for some of "
                            + String.join(", ", COUNTS)
                            + ", such as 'EUR views:0.002 likes:0.1', got '"
                            + got
                            + "'");
        }
    }

    static MediaValue of(OutTakes outTakes, Rates rates) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("views", outTakes.views().orElse(0));
        counts.put("likes", outTakes.likes());
        counts.put("replies", outTakes.replies());
        counts.put("reposts", outTakes.reposts());
        counts.put("quotes", outTakes.quotes());
        BigDecimal amount = BigDecimal.ZERO;
        List<String> terms = new ArrayList<>();
        for (String name : COUNTS) {
            BigDecimal rate = rates.values().get(name);
            if (rate != null) {
                long count = counts.getOrDefault(name, 0L);
                amount = amount.add(rate.multiply(BigDecimal.valueOf(count)));
                terms.add(count + " " + name + " x " + rate.toPlainString());
            }
        }
        return new MediaValue(
                amount,
                rates.currency().getCurrencyCode(),
                String.join(" + ", terms) + " " + rates.currency().getCurrencyCode());
    }
}
