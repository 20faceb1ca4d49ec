package dev.earshot.influence.profile;

import dev.earshot.core.Checks;
import dev.earshot.core.post.PostId;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The responses to a creator that do not look like those of people who care.
 *
 * @param seen responses that were looked at
 * @param doubted number of them by what speaks against them; each counts once, and one by an
 *     account that looks made for sale counts by how much
 * @param evidence the creator's posts that got most of them
 */
public record Suspicion(int seen, Map<Doubt, Double> doubted, List<PostId> evidence) {
    public Suspicion {
        Checks.notNegative("seen", seen);
        var copy = new EnumMap<Doubt, Double>(Doubt.class);
        copy.putAll(doubted);
        doubted = Collections.unmodifiableMap(copy);
        evidence = List.copyOf(evidence);
    }

    /** Share of the responses that are doubted, 0 to 1; 0 without any response. */
    public double share() {
        double sum = 0;
        for (double number : doubted.values()) {
            sum += number;
        }
        return seen == 0 ? 0 : Math.min(1, sum / seen);
    }
}
