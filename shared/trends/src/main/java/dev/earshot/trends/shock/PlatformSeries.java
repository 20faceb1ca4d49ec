package dev.earshot.trends.shock;

import dev.earshot.trends.spike.Spike;

import java.util.Optional;

/**
 * A brand's series of one platform as its last bucket left it.
 *
 * @param days of data that it has seen
 * @param rising the episode that is open
 */
public record PlatformSeries(
        String brandId, String platform, double days, Optional<Spike> rising) {}
