package dev.earshot.core.privacy;

import dev.earshot.core.Checks;
import dev.earshot.core.post.Platform;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a platform's terms ask of those who keep its posts. A summary to plan by, no legal advice:
 * the terms bind, and they change.
 *
 * @param freshness a stored post that was not seen again for so long must be looked up again or
 *     removed, which {@link FreshnessSweep} does; empty where no time is set
 * @param deletion how soon a post goes after its platform tells that it is gone
 * @param signals how the platform tells of deletions, as messages that are taken
 * @param arrives how those come to Earshot, and what does not come
 * @param neverKept what no result holds, whatever a message brings
 * @param source where the terms stand
 */
public record PlatformDuty(
        Platform platform,
        Optional<Duration> freshness,
        Duration deletion,
        List<String> signals,
        String arrives,
        List<String> neverKept,
        String source) {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration MONTH = Duration.ofDays(30);

    /** Kept of nobody: the platforms' ids are hashed when a message is read. */
    private static final List<String> ALWAYS =
            List.of("author's id", "handle", "display name", "biography", "e-mail", "picture");

    private static final List<PlatformDuty> ALL =
            List.of(
                    new PlatformDuty(
                            Platform.X,
                            Optional.empty(),
                            DAY,
                            List.of(
                                    "compliance events: deletion of a post or an account,"
                                            + " protection, suspension, withholding, edits"),
                            "fetched by a source of kind x-compliance, which X allows with an"
                                    + " enterprise plan; or sent to the posts queue by you",
                            ALWAYS,
                            "X Developer Policy, Content compliance: within 24 hours of a request"),
                    new PlatformDuty(
                            Platform.BLUESKY,
                            Optional.empty(),
                            DAY,
                            List.of(
                                    "Jetstream: commit delete; account deleted, takendown,"
                                            + " suspended"),
                            "fetched by a source of kind bluesky-jetstream",
                            ALWAYS,
                            "AT Protocol, Event stream: a consumer folds markers of deletion"),
                    new PlatformDuty(
                            Platform.MASTODON,
                            Optional.empty(),
                            DAY,
                            List.of("ActivityPub Delete, streaming delete"),
                            "sent to the posts queue by you: a server tells its followers alone",
                            ALWAYS,
                            "ActivityPub, section 6.4; the rules of each instance"),
                    new PlatformDuty(
                            Platform.REDDIT,
                            Optional.empty(),
                            DAY,
                            List.of("a post read again as [deleted] or [removed]"),
                            "seen by sources of Reddit up to an hour after the post; what goes"
                                    + " later is removed by you, by its id",
                            ALWAYS,
                            "Reddit Data API Terms, section 3: deleted content and the ids of"
                                    + " deleted accounts go"),
                    new PlatformDuty(
                            Platform.YOUTUBE,
                            Optional.of(MONTH),
                            MONTH,
                            List.of("a comment that is gone when it is read again"),
                            "not told: a comment that no source sees again goes within 30 days",
                            ALWAYS,
                            "YouTube API Services Developer Policies, III.E.4: refresh or delete"
                                    + " within 30 days"),
                    meta(Platform.FACEBOOK),
                    meta(Platform.INSTAGRAM),
                    meta(Platform.THREADS),
                    new PlatformDuty(
                            Platform.TIKTOK,
                            Optional.of(Duration.ofDays(15)),
                            DAY,
                            List.of("a post that is gone when it is read again"),
                            "not told: a post that is not seen again goes within 15 days",
                            ALWAYS,
                            "TikTok Research Tools Terms of Service: refresh at least every 15"
                                    + " days"),
                    new PlatformDuty(
                            Platform.UPLOAD,
                            Optional.empty(),
                            DAY,
                            List.of("a record with deleted: true"),
                            "in the files that you give",
                            ALWAYS,
                            "the operator's own files: Regulation (EU) 2016/679, article 17"));

    public PlatformDuty {
        signals = List.copyOf(signals);
        neverKept = List.copyOf(neverKept);
        Checks.notNegative("deletion", deletion.toSeconds());
        freshness.ifPresent(time -> Checks.notNegative("freshness", time.toSeconds()));
    }

    private static PlatformDuty meta(Platform platform) {
        return new PlatformDuty(
                platform,
                Optional.empty(),
                DAY,
                List.of("webhook with the verb remove; data deletion request callback"),
                "sent to the posts queue by you, as Meta's webhooks tell it; a request for deletion"
                        + " is entered as a person's request",
                ALWAYS,
                "Meta Platform Terms, section 3.d: delete on request, and what is no longer needed");
    }

    /** The duties towards every platform, in their order. */
    public static List<PlatformDuty> all() {
        return ALL;
    }

    /** The duties towards one platform. */
    public static PlatformDuty of(Platform platform) {
        return ALL.stream()
                .filter(duty -> duty.platform() == platform)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no duties for " + platform));
    }

    /**
     * What speaks against keeping results of all platforms for so many days without seeing the
     * posts again; empty if nothing does.
     */
    public static List<String> against(int resultRetentionDays) {
        return Arrays.stream(Platform.values())
                .map(PlatformDuty::of)
                .flatMap(
                        duty ->
                                duty
                                        .freshness()
                                        .filter(time -> time.toDays() < resultRetentionDays)
                                        .map(
                                                time ->
                                                        duty.platform().key()
                                                                + ": results are kept for "
                                                                + resultRetentionDays
                                                                + " days, and a post must be"
                                                                + " looked up again or removed"
                                                                + " within "
                                                                + time.toDays()
                                                                + " ("
                                                                + duty.source()
                                                                + ")")
                                        .stream())
                .toList();
    }
}
