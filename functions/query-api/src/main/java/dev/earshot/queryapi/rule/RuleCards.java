package dev.earshot.queryapi.rule;

import dev.earshot.queryapi.http.Resources;
import dev.earshot.queryapi.http.Route;
import dev.earshot.wire.api.about.RuleCardView;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The cards of rules: of numbers that no model gives but a method written by people, such as the
 * influencer score. Each says in plain words what the number tells, what it is made from, what it
 * does not see and how right it was found to be, and names the routes whose answers rest on it.
 * Immutable and thread-safe.
 */
public final class RuleCards {
    private static final String ANSWERS = "Answers: ";

    private final List<RuleCardView> cards;

    private RuleCards(List<RuleCardView> cards) {
        this.cards = List.copyOf(cards);
    }

    /** The cards under {@code rules/}, built in as resources. */
    public static RuleCards builtIn() {
        return new RuleCards(
                Resources.text("rules/index.txt")
                        .lines()
                        .map(name -> card(name, Resources.text("rules/" + name + ".md")))
                        .toList());
    }

    /** All of them, without their texts. */
    public List<RuleCardView> all() {
        return cards.stream().map(RuleCardView::withoutText).toList();
    }

    /** One with its text. */
    public Optional<RuleCardView> find(String name) {
        return cards.stream().filter(card -> card.name().equals(name)).findFirst();
    }

    /** The routes, those that rest on rules with a link to the cards (RFC 8288). */
    public List<Route> linked(List<Route> routes) {
        return routes.stream().map(this::linked).toList();
    }

    private Route linked(Route route) {
        List<String> links =
                cards.stream()
                        .filter(card -> card.answers().contains(route.key()))
                        .map(card -> "</v1/rules/" + card.name() + ">; rel=\"describedby\"")
                        .toList();
        if (links.isEmpty()) {
            return route;
        }
        String header = String.join(", ", links);
        return new Route(
                route.method(),
                route.template(),
                route.access(),
                request -> route.action().apply(request).with("link", header));
    }

    /** The title is the first line's, what it says the second paragraph, the routes the third. */
    private static RuleCardView card(String name, String text) {
        String[] paragraphs = text.split("\n\n", 4);
        if (paragraphs.length < 4
                || !paragraphs[0].startsWith("# ")
                || !paragraphs[2].startsWith(ANSWERS)) {
            throw new IllegalStateException(
                    "the card of the rule '"
                            + name
                            + "' must begin with a title, a paragraph and "
                            + ANSWERS);
        }
        return new RuleCardView(
                name,
                paragraphs[0].substring(2),
                paragraphs[1].replace('\n', ' '),
                Arrays.asList(paragraphs[2].substring(ANSWERS.length()).split(", ")),
                Optional.of(text));
    }
}
