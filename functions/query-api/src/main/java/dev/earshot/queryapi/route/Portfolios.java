package dev.earshot.queryapi.route;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.influence.portfolio.Candidate;
import dev.earshot.influence.portfolio.Choice;
import dev.earshot.influence.portfolio.Portfolio;
import dev.earshot.influence.score.Audience;
import dev.earshot.influence.score.ScoreStore;
import dev.earshot.influence.score.ScoredAuthor;
import dev.earshot.wire.api.influencer.PortfolioView;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Which authors together reach the most distinct accounts for a budget. Thread-safe. */
final class Portfolios {
    private final ScoreStore scores;

    Portfolios(ScoreStore scores) {
        this.scores = scores;
    }

    /** The choice; authors without a score for the brand are named, not chosen. */
    PortfolioView choose(
            WorkspaceId workspace, String brandId, double budget, Map<AuthorRef, Double> prices) {
        Map<AuthorRef, ScoredAuthor> known = new LinkedHashMap<>();
        Map<AuthorRef, Audience> audiences = new LinkedHashMap<>();
        List<String> unknown = new ArrayList<>();
        Map<AuthorRef, ScoreStore.Reached> found =
                scores.findEach(workspace, prices.keySet(), brandId);
        for (AuthorRef author : prices.keySet()) {
            ScoreStore.Reached reached = found.get(author);
            if (reached == null) {
                unknown.add(author.pseudonym());
            } else {
                known.put(author, reached.scored());
                audiences.put(author, reached.audience());
            }
        }
        Audience.Common<AuthorRef> common = Audience.common(audiences);
        List<Candidate> candidates =
                known.keySet().stream().map(author -> candidate(author, prices, common)).toList();
        Choice choice = Portfolio.choose(candidates, budget);
        return new PortfolioView(
                brandId,
                budget,
                choice.authors().stream()
                        .map(author -> chosen(known.get(author), audiences.get(author), prices))
                        .toList(),
                choice.cost(),
                choice.reach() * common.scale(),
                choice.overlap() * common.scale(),
                choice.reach() > 0
                        ? OptionalDouble.of(choice.cost() / (choice.reach() * common.scale()))
                        : OptionalDouble.empty(),
                common.scale() > 1,
                unknown);
    }

    private static Candidate candidate(
            AuthorRef author, Map<AuthorRef, Double> prices, Audience.Common<AuthorRef> common) {
        return new Candidate(
                author,
                prices.getOrDefault(author, Double.MAX_VALUE),
                common.accounts().getOrDefault(author, List.of()).stream()
                        .collect(Collectors.toMap(account -> account, account -> 1.0)));
    }

    private static PortfolioView.Chosen chosen(
            @Nullable ScoredAuthor scored,
            @Nullable Audience audience,
            Map<AuthorRef, Double> prices) {
        if (scored == null || audience == null) {
            throw new IllegalStateException("a choice must be among the candidates");
        }
        return new PortfolioView.Chosen(
                scored.score().author().pseudonym(),
                prices.getOrDefault(scored.score().author(), 0.0),
                audience.size(),
                scored.score().score(),
                List.of(scored.score().low(), scored.score().high()));
    }
}
