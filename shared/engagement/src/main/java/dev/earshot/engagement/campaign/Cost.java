package dev.earshot.engagement.campaign;

import dev.earshot.core.Checks;
import dev.earshot.core.FieldException;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * Money spent on a campaign.
 *
 * @param item what it was spent on, such as a creator's fee
 * @param amount more than 0, in whole and hundredth units at most
 */
public record Cost(String item, BigDecimal amount, Currency currency) {
    private static final int MAX_ITEM = 80;
    private static final BigDecimal MAX_AMOUNT = new BigDecimal("1000000000000");

    public Cost {
        Checks.name("costs.item", item, MAX_ITEM);
        if (amount.signum() <= 0 || amount.compareTo(MAX_AMOUNT) > 0) {
            throw new FieldException(
                    "costs.amount",
                    "must be more than 0 and at most "
                            + MAX_AMOUNT.toPlainString()
                            + ", got "
                            + amount.toPlainString());
        }
        if (amount.stripTrailingZeros().scale() > 2) {
            throw new FieldException(
                    "costs.amount",
                    "must have at most two decimals, got " + amount.toPlainString());
        }
    }

    /** A currency by its ISO 4217 code. */
    public static Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw new FieldException(
                    "currency", "must be a code of ISO 4217 such as EUR, got '" + code + "'");
        }
    }
}
