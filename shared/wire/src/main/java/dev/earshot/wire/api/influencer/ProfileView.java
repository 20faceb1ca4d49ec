package dev.earshot.wire.api.influencer;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a creator beside the score. Days are ISO dates in UTC.
 *
 * @param growth followers by week, oldest first, at most a year
 * @param people distinct people behind the responses that count
 * @param responders empty where fewer than twenty accounts respond
 * @param partnerships brands that the posts advertise, as the posts say, the latest first
 */
public record ProfileView(
        List<Growth> growth,
        double people,
        Optional<Responders> responders,
        Suspicious suspicious,
        List<Partnership> partnerships) {
    public ProfileView {
        growth = List.copyOf(growth);
        partnerships = List.copyOf(partnerships);
    }

    /** Followers at a week's last sighting. */
    public record Growth(String day, long followers) {}

    /**
     * Those who respond, told as groups of twenty or more alone.
     *
     * @param languages BCP-47 tags; the rest has the name {@code other}
     * @param hours blocks of four hours in UTC, such as {@code 16-20}
     */
    public record Responders(List<Group> languages, List<Group> hours) {}

    /**
     * One group.
     *
     * @param share of the accounts, 0 to 1, to the nearest twentieth
     */
    public record Group(String name, double share) {}

    /**
     * Responses that do not look like those of people who care.
     *
     * @param seen responses that were looked at
     * @param share of them, 0 to 1, that are doubted
     * @param doubted number by reason: copied, traded, devoted, implausible
     * @param evidence the creator's posts that got most of them
     */
    public record Suspicious(
            int seen,
            double share,
            Map<String, Double> doubted,
            List<ScoredAuthorView.Evidence> evidence) {}

    /**
     * A brand that is advertised.
     *
     * @param brand its id; empty where no registered brand is named
     * @param disclosed posts that say that they advertise it
     * @param others further posts that name it
     */
    public record Partnership(
            Optional<String> brand, int disclosed, int others, String first, String last) {}

    /**
     * What a price comes to.
     *
     * @param each price by distinct person who was seen to respond and counts
     */
    public record Cost(double price, double each) {}
}
