package dev.earshot.engagement.campaign;

import dev.earshot.core.Checks;
import dev.earshot.core.FieldException;
import dev.earshot.core.post.AuthorRef;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A campaign for a brand. Posts about the brand within its days belong to it if the brand's own
 * account or one of its creators wrote them, or if they carry one of its hashtags.
 *
 * @param id 1 to 64 of a-z 0-9 - _
 * @param hashtags lower case, without {@code #}, sorted
 * @param creators accounts that post for it, as pseudonyms, sorted
 * @param from its first day, UTC
 * @param to its last day, UTC
 * @param costs what it cost, all in one currency; none if that is not known
 */
public record Campaign(
        String id,
        String name,
        String brandId,
        List<String> hashtags,
        List<AuthorRef> creators,
        LocalDate from,
        LocalDate to,
        List<Cost> costs) {
    /** A campaign may be so long. */
    public static final int MAX_DAYS = 366;

    /** It may have so many hashtags, creators and costs each. */
    public static final int MAX_ITEMS = 50;

    private static final int MAX_NAME = 120;

    public Campaign {
        Checks.id("id", id);
        Checks.name("name", name, MAX_NAME);
        if (brandId.isBlank()) {
            throw new FieldException("brand", "must name a registered brand, got none");
        }
        if (to.isBefore(from)) {
            throw new FieldException(
                    "to",
                    "must not be before from: the campaign would end on "
                            + to
                            + ", before it begins on "
                            + from);
        }
        if (days(from, to) > MAX_DAYS) {
            throw new FieldException(
                    "to",
                    "must be at most "
                            + MAX_DAYS
                            + " days from from, got "
                            + days(from, to)
                            + " days");
        }
        hashtags = hashtags.stream().map(Campaign::hashtag).distinct().sorted().toList();
        creators =
                creators.stream()
                        .distinct()
                        .sorted((a, b) -> a.pseudonym().compareTo(b.pseudonym()))
                        .toList();
        costs = List.copyOf(costs);
        few("hashtags", hashtags.size());
        few("creators", creators.size());
        few("costs", costs.size());
        List<String> currencies =
                costs.stream().map(cost -> cost.currency().getCurrencyCode()).distinct().toList();
        if (currencies.size() > 1) {
            throw new FieldException(
                    "costs",
                    "must be in one currency, got "
                            + String.join(" and ", currencies)
                            + "; convert them first, at the rate that you paid");
        }
    }

    private static String hashtag(String text) {
        String plain = text.startsWith("#") ? text.substring(1) : text;
        Checks.name("hashtags", plain, 100);
        if (plain.codePoints().anyMatch(Character::isWhitespace)) {
            throw new FieldException(
                    "hashtags", "must be single words without blanks, got '" + plain + "'");
        }
        return plain.toLowerCase(Locale.ROOT);
    }

    private static void few(String field, int size) {
        if (size > MAX_ITEMS) {
            throw new FieldException(field, "must hold at most " + MAX_ITEMS + ", got " + size);
        }
    }

    private static int days(LocalDate from, LocalDate to) {
        return Math.toIntExact(
                Math.min(Integer.MAX_VALUE - 1, ChronoUnit.DAYS.between(from, to)) + 1);
    }

    /** How many days it has. */
    public int days() {
        return days(from, to);
    }

    /** What it cost in all; empty if no costs are known. */
    public Optional<BigDecimal> cost() {
        return costs.stream().map(Cost::amount).reduce(BigDecimal::add);
    }

    /** The currency of its costs. */
    public Optional<Currency> currency() {
        return costs.stream().map(Cost::currency).findFirst();
    }
}
