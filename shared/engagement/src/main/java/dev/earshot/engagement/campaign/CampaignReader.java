package dev.earshot.engagement.campaign;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.brand.Brand;
import dev.earshot.core.brand.BrandCatalogue;
import dev.earshot.core.count.CountDelta;
import dev.earshot.core.count.WindowCounts;
import dev.earshot.core.store.AnalysisStore;
import dev.earshot.core.store.AnalysisStore.BrandPosts;
import dev.earshot.core.store.BrandStore;
import dev.earshot.core.store.BrandWalk;
import dev.earshot.influence.score.ImpactConstants;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what a report is computed from. Thread-safe. */
public final class CampaignReader {
    /** So many posts of the brand are looked through for the campaign's own, the newest first. */
    static final int MAX_POSTS = 20_000;

    private final AnalysisStore posts;
    private final BrandStore brands;
    private final InstantSource clock;

    public CampaignReader(AnalysisStore posts, BrandStore brands, InstantSource clock) {
        this.posts = posts;
        this.brands = brands;
        this.clock = clock;
    }

    /**
     * What is known of a campaign now.
     *
     * @param others the workspace's campaigns; brands that have one at the same time are no
     *     controls
     */
    public CampaignEvidence read(WorkspaceId workspace, Campaign campaign, List<Campaign> others) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        BrandCatalogue catalogue = brands.catalogue(workspace);
        List<String> competitors =
                catalogue.find(campaign.brandId()).stream()
                        .flatMap(brand -> catalogue.competitors(brand).keySet().stream())
                        .toList();
        List<String> controls = controls(campaign, catalogue, others);
        Set<String> asked = new HashSet<>(competitors);
        asked.add(campaign.brandId());
        asked.addAll(controls);
        List<Phase> phases = Phase.of(campaign, LocalDate.ofInstant(now, ZoneOffset.UTC));
        LocalDate first = campaign.from().minusDays(Impact.DAYS_BEFORE);
        LocalDate last = phases.getLast().to();
        var counts =
                counts(
                        workspace,
                        asked.stream().sorted().toList(),
                        phases.getFirst().from().isBefore(first) ? phases.getFirst().from() : first,
                        last.plusDays(1));
        LocalDate year = campaign.from().minusDays(Impact.OWN_DAYS_BEFORE);
        counts(workspace, List.of(campaign.brandId()), year, first)
                .forEach(
                        (id, days) ->
                                counts.computeIfAbsent(id, any -> new HashMap<>()).putAll(days));
        BrandWalk own =
                phases.size() > 1
                        ? own(workspace, campaign, phases.get(1))
                        : new BrandWalk(List.of(), Optional.empty());
        return new CampaignEvidence(
                campaign, now, competitors, controls, counts, own.posts(), own.unreadBefore());
    }

    private static List<String> controls(
            Campaign campaign, BrandCatalogue catalogue, List<Campaign> others) {
        LocalDate end = campaign.to().plusDays(ImpactConstants.LIFT_EFFECT_DAYS);
        Set<String> touched = new HashSet<>();
        touched.add(campaign.brandId());
        for (Campaign other : others) {
            LocalDate otherEnd = other.to().plusDays(ImpactConstants.LIFT_EFFECT_DAYS);
            if (!other.from().isAfter(end) && !otherEnd.isBefore(campaign.from())) {
                touched.add(other.brandId());
            }
        }
        return catalogue.watched().stream()
                .map(Brand::id)
                .filter(id -> !touched.contains(id))
                .distinct()
                .sorted()
                .limit(ImpactConstants.LIFT_MAX_DONORS)
                .toList();
    }

    private Map<String, Map<LocalDate, WindowCounts>> counts(
            WorkspaceId workspace, List<String> ids, LocalDate from, LocalDate to) {
        List<List<CountDelta>> read = posts.dailyCountsOfEach(workspace, ids, from, to);
        Map<String, Map<LocalDate, WindowCounts>> counts = new HashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            Map<LocalDate, WindowCounts> days = new HashMap<>();
            for (CountDelta day : read.get(i)) {
                days.merge(
                        LocalDate.ofInstant(day.minute(), ZoneOffset.UTC),
                        day.counts(),
                        WindowCounts::plus);
            }
            counts.put(ids.get(i), days);
        }
        return counts;
    }

    private BrandWalk own(WorkspaceId workspace, Campaign campaign, Phase during) {
        return BrandWalk.of(
                posts,
                new BrandPosts(
                        workspace,
                        campaign.brandId(),
                        Optional.empty(),
                        during.from().atStartOfDay().toInstant(ZoneOffset.UTC),
                        during.to().plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC),
                        Optional.empty(),
                        100),
                MAX_POSTS,
                post -> CampaignEvidence.belongs(post, campaign));
    }
}
