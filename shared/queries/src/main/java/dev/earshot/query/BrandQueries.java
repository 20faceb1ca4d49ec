package dev.earshot.query;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.brand.Brand;
import dev.earshot.core.brand.BrandCatalogue;
import dev.earshot.core.count.CountDelta;
import dev.earshot.core.count.WindowCounts;
import dev.earshot.core.store.AnalysisStore;
import dev.earshot.core.store.BrandStore;
import dev.earshot.query.BrandSummary.Counted;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers what was said about a brand. Thread-safe; a failing service surfaces as StoreException.
 */
public final class BrandQueries {
    private static final Duration MINUTE = Duration.ofMinutes(1);
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
        return find(brands.catalogue(workspace), brandId);
    }

    /**
     * Its summary over the whole minutes that cover {@code asked}; empty if there is no such brand.
     */
    public Optional<BrandSummary> summary(WorkspaceId workspace, String brandId, TimeRange asked) {
        BrandCatalogue catalogue = brands.catalogue(workspace);
        TimeRange range = asked.covering(MINUTE);
        return find(catalogue, brandId)
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
                                        posts.counts(
                                                workspace, brandId, range.from(), range.to())));
    }

    /** The brand first, then its competitors; all are read in one call, side by side. */
    private List<Counted> counted(
            WorkspaceId workspace, Brand brand, BrandCatalogue catalogue, TimeRange range) {
        Map<String, String> names = new LinkedHashMap<>();
        names.put(brand.id(), brand.name());
        names.putAll(competitors(brand, catalogue));
        List<List<CountDelta>> counts =
                posts.countsOfEach(
                        workspace, List.copyOf(names.keySet()), range.from(), range.to());
        List<Counted> counted = new ArrayList<>();
        names.forEach(
                (id, name) -> counted.add(new Counted(id, name, sum(counts.get(counted.size())))));
        return counted;
    }

    /**
     * Id and name of each competitor: registered brands by id, others watched under their own name.
     */
    private static Map<String, String> competitors(Brand brand, BrandCatalogue catalogue) {
        Map<String, String> rivals = new LinkedHashMap<>();
        for (String competitor : brand.competitors()) {
            Optional<Brand> registered = find(catalogue, competitor);
            String id = registered.map(Brand::id).orElseGet(() -> Brand.idOf(competitor));
            if (!id.equals(brand.id())) {
                String name =
                        registered
                                .or(() -> find(catalogue, id))
                                .map(Brand::name)
                                .orElse(competitor);
                rivals.putIfAbsent(id, name);
            }
        }
        return rivals;
    }

    private static Optional<Brand> find(BrandCatalogue catalogue, String brandId) {
        return catalogue.brands().stream().filter(b -> b.id().equals(brandId)).findFirst();
    }

    private static WindowCounts sum(List<CountDelta> minutes) {
        Map<String, Long> sums = new LinkedHashMap<>();
        for (CountDelta minute : minutes) {
            minute.counts().counts().forEach((key, n) -> sums.merge(key, n, Math::addExact));
        }
        return new WindowCounts(sums);
    }
}
