package dev.earshot.influence;

import dev.earshot.core.post.AuthorRef;
import dev.earshot.influence.evidence.Account;
import dev.earshot.influence.evidence.AuthorHistory;
import dev.earshot.influence.evidence.BrandProfile;
import dev.earshot.influence.evidence.Responses;
import dev.earshot.influence.score.Component;
import dev.earshot.influence.score.Constants;
import dev.earshot.influence.score.ScoreTable;
import dev.earshot.influence.statistics.Normal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How many distinct, plausible people who read the brand's language respond to an author, on a
 * logarithmic scale that ends at the top 5 % of the platform. It counts people rather than
 * responses, since a brand pays for reach and can't reach one fan twice; pods and copied comments
 * do not count ({@link Responses}). Unknown accounts count only a little, so that hiding
 * information never pays. The interval is that of a Poisson count. Overlap between chosen authors
 * is left to the portfolio. Stateless.
 */
public final class AudienceComponent {

    private AudienceComponent() {}

    static Component of(
            AuthorHistory history,
            Map<AuthorRef, Account> accounts,
            Responses responses,
            BrandProfile brand,
            Population population,
            ScoreTable table) {
        double people = 0;
        double all = 0;
        for (var engager : new java.util.TreeMap<>(byPseudonym(responses)).values()) {
            double person = Responses.person(engager.getValue());
            all += person;
            people += person * inLanguage(engager.getKey(), accounts, responses, brand.languages());
        }
        double full = Math.log1p(population.manyPeople(history.platform()));
        double noise = Normal.Z90 * Math.sqrt(people + 1);
        var reasons = new ArrayList<String>();
        if (responses.observed() == 0) {
            reasons.add("no responses by stored accounts were seen");
        } else {
            reasons.add(
                    ScoreText.count(people)
                            + " distinct, plausible people "
                            + (brand.languages().isEmpty()
                                    ? "responded"
                                    : "who use "
                                            + String.join(", ", brand.languages())
                                            + " responded, of "
                                            + ScoreText.count(all)));
        }
        // No response seen may mean that responses are not collected, so the upper end is raised.
        double unseen = responses.observed() == 0 ? Math.expm1(full / 2) : 0;
        return ScoreText.component(
                Component.Name.AUDIENCE,
                table,
                scale(people, full),
                scale(people - noise, full),
                scale(people + noise + unseen, full),
                reasons,
                List.of());
    }

    private static Map<String, Map.Entry<AuthorRef, Double>> byPseudonym(Responses responses) {
        var sorted = new java.util.TreeMap<String, Map.Entry<AuthorRef, Double>>();
        responses.engagers().entrySet().forEach(e -> sorted.put(e.getKey().pseudonym(), e));
        return sorted;
    }

    private static double scale(double people, double full) {
        return Constants.AUDIENCE_MIN
                + (100 - Constants.AUDIENCE_MIN)
                        * Math.min(1, Math.log1p(Math.max(0, people)) / full);
    }

    private static double inLanguage(
            AuthorRef engager,
            Map<AuthorRef, Account> accounts,
            Responses responses,
            Set<String> languages) {
        if (languages.isEmpty()) {
            return 1;
        }
        Account account = accounts.get(engager);
        String language =
                account != null && account.language().isPresent()
                        ? account.language().get()
                        : responses.of(engager).getFirst().language();
        String primary = language.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
        if (primary.isEmpty() || primary.equals("und")) {
            return Constants.AUDIENCE_LANGUAGE_UNKNOWN;
        }
        return languages.contains(primary) ? 1 : 0;
    }
}
