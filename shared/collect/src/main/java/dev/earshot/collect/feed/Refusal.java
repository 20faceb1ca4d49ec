package dev.earshot.collect.feed;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/** Why a platform refused a request, where its status alone does not say. */
public sealed interface Refusal {
    /** It wants fewer requests; {@code pause} is as long as it says, if it does. */
    record Quota(Optional<Duration> pause) implements Refusal {}

    /** The quota of a day in that zone is used up. */
    record DailyQuota(ZoneId zone) implements Refusal {}

    /** It does not accept the credential. */
    record Credential() implements Refusal {}

    /** The credential's rights do not cover this. */
    record Rights() implements Refusal {}

    /** There is nothing to read here, and other targets are unharmed; {@code why} is a clause. */
    record Nothing(String why) implements Refusal {}

    /** It failed on its own side and may do better next time. */
    record Passing() implements Refusal {}
}
