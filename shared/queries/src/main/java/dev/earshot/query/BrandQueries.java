package dev.earshot.query;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.brand.Brand;
import dev.earshot.core.brand.BrandCatalogue;
import dev.earshot.core.count.CountDelta;
import dev.earshot.core.count.CountSum;
import dev.earshot.core.count.WindowCounts;
import dev.earshot.core.store.AnalysisStore;
import dev.earshot.core.store.BrandStore;
import dev.earshot.query.BrandSummary.Counted;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Answers what was said about a brand. Thread-safe; a failing service surfaces as StoreException.
 */
public final class BrandQueries {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofDays(1);
    private final AnalysisStore posts;
    private final BrandStore brands;
    private final Confusions confusions;

    public BrandQueries(AnalysisStore posts, BrandStore brands, Confusions confusions) {
        this.posts = posts;
        this.brands = brands;
        this.confusions = confusions;
    }

    /** One brand; empty if the workspace has none of that id. */
    public Optional<Brand> brand(WorkspaceId workspace, String brandId) {
        return brands.catalogue(workspace).find(brandId);
    }

    /**
     * Its summary over the whole minutes that cover {@code asked}; empty if there is no such brand.
     */
    public Optional<BrandSummary> summary(WorkspaceId workspace, String brandId, TimeRange asked) {
        BrandCatalogue catalogue = brands.catalogue(workspace);
        TimeRange range = asked.covering(MINUTE);
        return catalogue
                .find(brandId)
                .map(
                        brand -> {
                            List<Counted> counted = counted(workspace, brand, catalogue, range);
                            return BrandSummary.of(
                                    range,
                                    counted.getFirst(),
                                    counted.subList(1, counted.size()),
                                    confusions);
                        });
    }

    /**
     * Its timeline over the whole buckets that cover {@code asked}; empty if there is no such
     * brand.
     */
    public Optional<Timeline> timeline(
            WorkspaceId workspace, String brandId, Bucket bucket, TimeRange asked) {
        TimeRange range = Timeline.range(asked, bucket);
        return brand(workspace, brandId)
                .map(
                        brand ->
                                Timeline.of(
                                        brandId,
                                        bucket,
                                        range,
                                        bucket == Bucket.DAY
                                                ? days(workspace, List.of(brandId), range)
                                                        .getFirst()
                                                : posts.counts(
                                                        workspace,
                                                        brandId,
                                                        range.from(),
                                                        range.to())));
    }

    /** The brand first, then its competitors; all are read side by side. */
    private List<Counted> counted(
            WorkspaceId workspace, Brand brand, BrandCatalogue catalogue, TimeRange range) {
        Map<String, String> names = new LinkedHashMap<>();
        names.put(brand.id(), brand.name());
        names.putAll(catalogue.competitors(brand));
        List<WindowCounts> sums = sums(workspace, List.copyOf(names.keySet()), range);
        List<Counted> counted = new ArrayList<>();
        names.forEach((id, name) -> counted.add(new Counted(id, name, sums.get(counted.size()))));
        return counted;
    }

    /** Whole days by day, and what the range has beside them by minute. */
    private List<WindowCounts> sums(WorkspaceId workspace, List<String> ids, TimeRange range) {
        Instant first = range.covering(DAY).from();
        Instant begin = first.equals(range.from()) ? first : first.plus(DAY);
        Instant end = TimeRange.floor(range.to(), DAY);
        List<List<List<CountDelta>>> parts = new ArrayList<>();
        if (begin.isBefore(end)) {
            if (range.from().isBefore(begin)) {
                parts.add(posts.countsOfEach(workspace, ids, range.from(), begin));
            }
            parts.add(days(workspace, ids, new TimeRange(begin, end)));
            if (end.isBefore(range.to())) {
                parts.add(posts.countsOfEach(workspace, ids, end, range.to()));
            }
        } else {
            parts.add(posts.countsOfEach(workspace, ids, range.from(), range.to()));
        }
        return IntStream.range(0, ids.size())
                .mapToObj(i -> sum(parts.stream().flatMap(part -> part.get(i).stream()).toList()))
                .toList();
    }

    private List<List<CountDelta>> days(
            WorkspaceId workspace, List<String> ids, TimeRange wholeDays) {
        return posts.dailyCountsOfEach(
                workspace,
                ids,
                LocalDate.ofInstant(wholeDays.from(), ZoneOffset.UTC),
                LocalDate.ofInstant(wholeDays.to(), ZoneOffset.UTC));
    }

    private static WindowCounts sum(List<CountDelta> minutes) {
        var sum = new CountSum();
        minutes.forEach(minute -> sum.add(minute.counts()));
        return sum.counts();
    }
}
