package dev.earshot.influence.score;

import dev.earshot.core.Checks;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Platform;

import java.time.Instant;
import java.util.List;

/**
 * One author's score for one brand.
 *
 * @param score 0 to 100: the {@link Total} of the components
 * @param low lower end of the 90 % interval
 * @param high upper end
 * @param components all of them, in the order of {@link Component.Name}
 * @param caveats what a reader must know before using the number, in plain words
 * @param posts number of the author's posts that counted
 * @param asOf the time that the score is for
 * @param tableVersion the {@link ScoreTable#version()} that it was computed with
 */
public record InfluencerScore(
        AuthorRef author,
        Platform platform,
        String brandId,
        double score,
        double low,
        double high,
        List<Component> components,
        List<String> caveats,
        int posts,
        Instant asOf,
        String tableVersion) {
    public InfluencerScore {
        Checks.inRange("score", score, 0, 100);
        Checks.inRange("low", low, 0, score);
        Checks.inRange("high", high, score, 100);
        components = List.copyOf(components);
        caveats = List.copyOf(caveats);
        Component.Name[] names = Component.Name.values();
        if (components.size() != names.length) {
            throw new IllegalArgumentException(
                    "components must be all of Component.Name, got " + components.size());
        }
        for (int i = 0; i < names.length; i++) {
            if (components.get(i).name() != names[i]) {
                throw new IllegalArgumentException(
                        "components must follow the order of Component.Name, got "
                                + components.get(i).name()
                                + " at "
                                + i);
            }
        }
    }

    /** The component with this name. */
    public Component component(Component.Name name) {
        for (Component component : components) {
            if (component.name() == name) {
                return component;
            }
        }
        throw new IllegalStateException("all components are present by construction");
    }

    /** The same score with one component replaced. */
    public InfluencerScore with(Component other) {
        List<Component> changed =
                components.stream().map(c -> c.name() == other.name() ? other : c).toList();
        Total total = Total.of(changed);
        return new InfluencerScore(
                author,
                platform,
                brandId,
                total.score(),
                total.low(),
                total.high(),
                changed,
                caveats,
                posts,
                asOf,
                tableVersion);
    }

    /** The line that a leaderboard shows: what raises the score most, and what lowers it most. */
    public String reason() {
        Component best = components.getFirst();
        Component worst = components.getFirst();
        for (Component component : components) {
            best = worth(component) > worth(best) ? component : best;
            worst = worth(component) < worth(worst) ? component : worst;
        }
        return worth(best) > 0 && worth(worst) < 0
                ? "+ " + first(best) + "; - " + first(worst)
                : worth(best) > 0 ? "+ " + first(best) : "- " + first(worst);
    }

    private static double worth(Component component) {
        return component.weight() * (component.value() - 50);
    }

    private static String first(Component component) {
        return component.reasons().isEmpty()
                ? component.name().key()
                : component.reasons().getFirst();
    }
}
