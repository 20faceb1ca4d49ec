package dev.earshot.wire.api.brand;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A part of what was counted.
 *
 * @param share 0 to 1; empty if nothing was counted
 * @param interval the lower and upper end of its 95 % interval; empty likewise
 */
public record CountedShareView(long count, OptionalDouble share, Optional<List<Double>> interval) {}
