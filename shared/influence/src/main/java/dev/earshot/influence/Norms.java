package dev.earshot.influence;

import dev.earshot.influence.evidence.AuthorSummary;
import dev.earshot.influence.evidence.Measure;
import dev.earshot.influence.score.Constants;
import dev.earshot.influence.statistics.Robust;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is usual for creators of about the same size: the median of a measure and its robust spread,
 * which a few cheaters do not move. Immutable.
 */
public final class Norms {

    private final List<AuthorSummary> bySize;

    /** The usual value of a measure. */
    record Norm(double median, double sigma, int peers) {
        /**
         * Distance above the median, in spreads.
         *
         * @param variance of the value itself by chance, beyond what the peers' spread holds
         */
        double above(double value, double variance) {
            return (value - median) / Math.sqrt(sigma * sigma + variance);
        }

        /**
         * The same for a share of some observations, on the scale of arcsines of roots, where the
         * variance of a share is one quarter of one over their number, be it near 0 or not (Freeman
         * and Tukey 1950).
         */
        double shareAbove(double share, double observations) {
            double variance = sigma * sigma / shareVariance() + 1 / observations;
            return 2 * (angle(share) - angle(usualShare())) / Math.sqrt(variance);
        }

        /** Variance of one observation of a share. */
        double shareVariance() {
            return usualShare() * (1 - usualShare());
        }

        private double usualShare() {
            double least = Constants.AUTHENTICITY_MIN_SHARE;
            return Math.clamp(median, least, 1 - least);
        }

        private static double angle(double share) {
            return Math.asin(Math.sqrt(Math.clamp(share, 0, 1)));
        }
    }

    Norms(List<AuthorSummary> authors) {
        bySize =
                authors.stream()
                        .sorted(
                                Comparator.comparingDouble(Norms::size)
                                        .thenComparing(a -> a.author().pseudonym()))
                        .toList();
    }

    private static double size(AuthorSummary author) {
        return author.measure(Measure.FOLLOWERS, 0);
    }

    /** First place of a size or more. */
    private int place(double size) {
        int low = 0;
        int high = bySize.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (size(bySize.get(middle)) < size) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * The norm for an author; empty if too few peers have the measure.
     *
     * @param leastSigma lower limit of the spread
     */
    Optional<Norm> of(AuthorSummary author, Measure measure, double leastSigma) {
        double[] values = new double[Constants.NORM_NEAREST];
        int count = 0;
        double size = size(author);
        int high = place(size);
        int low = high - 1;
        while (count < Constants.NORM_NEAREST && (low >= 0 || high < bySize.size())) {
            boolean takeLow =
                    high >= bySize.size()
                            || (low >= 0
                                    && size - size(bySize.get(low))
                                            <= size(bySize.get(high)) - size);
            AuthorSummary peer = takeLow ? bySize.get(low--) : bySize.get(high++);
            OptionalDouble value = peer.measure(measure);
            if (value.isPresent() && !peer.author().equals(author.author())) {
                values[count++] = value.getAsDouble();
            }
        }
        if (count < Constants.NORM_FEW) {
            return Optional.empty();
        }
        double[] known = Arrays.copyOf(values, count);
        double median = Robust.median(known);
        return Optional.of(
                new Norm(median, Math.max(leastSigma, Robust.sigma(known, median)), count));
    }
}
