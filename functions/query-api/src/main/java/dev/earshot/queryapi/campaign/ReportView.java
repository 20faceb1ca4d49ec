package dev.earshot.queryapi.campaign;

import dev.earshot.core.statistics.Interval;
import dev.earshot.core.statistics.Share;
import dev.earshot.engagement.campaign.CampaignReport;
import dev.earshot.engagement.campaign.CostPerEffect;
import dev.earshot.engagement.campaign.Impact;
import dev.earshot.engagement.campaign.MediaValue;
import dev.earshot.engagement.campaign.OutTakes;
import dev.earshot.engagement.campaign.Outputs;
import dev.earshot.engagement.campaign.PhaseOutcome;
import dev.earshot.engagement.campaign.Unjudged;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** A report as JSON. */
record ReportView(
        CampaignBodies.View campaign,
        Instant asOf,
        Outputs outputs,
        OutTakesView outTakes,
        List<OutcomeView> outcomes,
        Optional<ImpactView> impact,
        Optional<String> cost,
        List<CostPerEffect> costPerEffect,
        Optional<ValueView> earnedMediaValue,
        List<Unjudged> notJudged) {
    static ReportView of(CampaignReport report) {
        return new ReportView(
                CampaignBodies.View.of(report.evidence().campaign()),
                report.evidence().asOf(),
                report.outputs(),
                OutTakesView.of(report.outTakes()),
                report.outcomes().stream().map(OutcomeView::of).toList(),
                report.impact().map(ImpactView::of),
                report.evidence()
                        .campaign()
                        .cost()
                        .map(
                                sum ->
                                        sum.toPlainString()
                                                + " "
                                                + report.evidence()
                                                        .campaign()
                                                        .currency()
                                                        .orElseThrow()),
                report.costs(),
                report.mediaValue().map(ValueView::of),
                report.unjudged());
    }

    /** A part of a whole with its 95 % interval. */
    record ShareView(long count, long of, OptionalDouble share, Optional<List<Double>> interval) {
        static ShareView of(Share share) {
            return new ShareView(
                    share.count(),
                    share.total(),
                    share.value(),
                    share.interval().map(ReportView::ends));
        }

        static Map<String, ShareView> all(Map<String, Share> shares) {
            Map<String, ShareView> views = new LinkedHashMap<>();
            shares.forEach((key, share) -> views.put(key, of(share)));
            return views;
        }
    }

    record OutTakesView(
            long responses,
            long likes,
            long replies,
            long reposts,
            long quotes,
            long responsesKnownOf,
            OptionalLong views,
            long viewsKnownOf,
            OptionalDouble responsesPerThousandViews,
            long participants,
            ShareView positive,
            ShareView negative) {
        static OutTakesView of(OutTakes taken) {
            return new OutTakesView(
                    taken.responses(),
                    taken.likes(),
                    taken.replies(),
                    taken.reposts(),
                    taken.quotes(),
                    taken.responsesKnown(),
                    taken.views(),
                    taken.viewsKnown(),
                    taken.responsesPerThousandViews(),
                    taken.participants(),
                    ShareView.of(taken.positive()),
                    ShareView.of(taken.negative()));
        }
    }

    record ChangeView(double difference, List<Double> interval) {}

    record OutcomeView(
            String phase,
            String from,
            String to,
            long mentions,
            double mentionsPerDay,
            double independent,
            Map<String, ShareView> sentiment,
            Map<String, ChangeView> sentimentChange,
            Map<String, ShareView> intent,
            Map<String, ShareView> shareOfVoice) {
        static OutcomeView of(PhaseOutcome outcome) {
            Map<String, ChangeView> changes = new LinkedHashMap<>();
            outcome.changes()
                    .forEach(
                            (label, change) ->
                                    changes.put(
                                            label,
                                            new ChangeView(
                                                    change.difference(), ends(change.interval()))));
            return new OutcomeView(
                    outcome.phase().name(),
                    outcome.phase().from().toString(),
                    outcome.phase().to().toString(),
                    outcome.mentions(),
                    outcome.mentionsPerDay(),
                    outcome.independent(),
                    ShareView.all(outcome.sentiment()),
                    changes,
                    ShareView.all(outcome.intent()),
                    ShareView.all(outcome.voice()));
        }
    }

    record ImpactView(
            Impact.Basis basis,
            String from,
            String to,
            double mentions,
            double expected,
            double extra,
            List<Double> extraInterval,
            double relative,
            List<Double> relativeInterval,
            double confidence,
            double placeboP,
            int placebos,
            List<String> comparedWith) {
        static ImpactView of(Impact impact) {
            return new ImpactView(
                    impact.basis(),
                    impact.from().toString(),
                    impact.to().toString(),
                    impact.mentions(),
                    impact.expected(),
                    impact.extra(),
                    List.of(impact.extraLow(), impact.extraHigh()),
                    impact.relative(),
                    List.of(impact.relativeLow(), impact.relativeHigh()),
                    Impact.CONFIDENCE,
                    impact.placeboP(),
                    impact.placebos(),
                    impact.comparedWith());
        }
    }

    record ValueView(String amount, String currency, String formula, String caution) {
        static ValueView of(MediaValue value) {
            return new ValueView(
                    value.amount().toPlainString(),
                    value.currency(),
                    value.formula(),
                    MediaValue.CAUTION);
        }
    }

    private static List<Double> ends(Interval interval) {
        return List.of(interval.low(), interval.high());
    }
}
