package dev.earshot.queryapi.campaign;

import dev.earshot.core.statistics.Share;
import dev.earshot.engagement.campaign.CampaignReport;
import dev.earshot.engagement.campaign.CostPerEffect;
import dev.earshot.engagement.campaign.Impact;
import dev.earshot.engagement.campaign.OutTakes;
import dev.earshot.engagement.campaign.Outputs;
import dev.earshot.engagement.campaign.PhaseOutcome;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * One line of a report's table.
 *
 * @param section such as {@code outputs}
 * @param name what it is
 * @param value as text; empty if unknown
 * @param low lower end of its interval; empty if it has none
 * @param high upper end
 * @param note what it was counted over, or how it was made
 */
record Figure(String section, String name, String value, String low, String high, String note) {
    private Figure(String section, String name, long value, String note) {
        this(section, name, Long.toString(value), "", "", note);
    }

    /** All figures, in the report's order. */
    static List<Figure> of(CampaignReport report) {
        List<Figure> all = new ArrayList<>();
        outputs(report.outputs(), all);
        outTakes(report.outTakes(), all);
        report.outcomes().forEach(outcome -> outcome(outcome, all));
        report.impact().ifPresent(impact -> impact(impact, all));
        report.costs().forEach(cost -> all.add(cost(cost, currency(report))));
        report.mediaValue()
                .ifPresent(
                        value ->
                                all.add(
                                        new Figure(
                                                "earned media value",
                                                "in " + value.currency(),
                                                value.amount().toPlainString(),
                                                "",
                                                "",
                                                value.formula())));
        report.unjudged()
                .forEach(
                        each ->
                                all.add(
                                        new Figure(
                                                "not judged",
                                                each.what(),
                                                "",
                                                "",
                                                "",
                                                each.why())));
        return all;
    }

    private static String currency(CampaignReport report) {
        return report.evidence()
                .campaign()
                .currency()
                .map(currency -> currency.getCurrencyCode())
                .orElse("");
    }

    private static void outputs(Outputs put, List<Figure> all) {
        String section = "outputs";
        all.add(new Figure(section, "posts", put.posts(), "about the brand, for the campaign"));
        all.add(new Figure(section, "by the brand", put.own(), "its own accounts"));
        all.add(new Figure(section, "by creators", put.creators(), ""));
        all.add(new Figure(section, "by others", put.others(), "with one of its hashtags"));
        all.add(new Figure(section, "creators who posted", put.activeCreators(), ""));
        put.followers()
                .ifPresent(
                        sum ->
                                all.add(
                                        new Figure(
                                                section,
                                                "followers of these creators",
                                                sum,
                                                "known of "
                                                        + put.followersKnown()
                                                        + "; who follows two counts twice")));
    }

    private static void outTakes(OutTakes taken, List<Figure> all) {
        String section = "out-takes";
        String known = "known of " + taken.responsesKnown() + " posts";
        all.add(new Figure(section, "responses", taken.responses(), known));
        all.add(new Figure(section, "likes", taken.likes(), known));
        all.add(new Figure(section, "replies", taken.replies(), known));
        all.add(new Figure(section, "reposts", taken.reposts(), known));
        all.add(new Figure(section, "quotes", taken.quotes(), known));
        taken.views()
                .ifPresent(
                        views ->
                                all.add(
                                        new Figure(
                                                section,
                                                "views",
                                                views,
                                                "known of " + taken.viewsKnown() + " posts")));
        taken.responsesPerThousandViews()
                .ifPresent(
                        rate ->
                                all.add(
                                        new Figure(
                                                section,
                                                "responses per 1,000 views",
                                                number(rate),
                                                "",
                                                "",
                                                "posts of which both are known")));
        all.add(new Figure(section, "people who joined in", taken.participants(), ""));
        all.add(share(section, "positive among them", taken.positive()));
        all.add(share(section, "negative among them", taken.negative()));
    }

    private static void outcome(PhaseOutcome outcome, List<Figure> all) {
        String section = "outcomes, " + outcome.phase().name();
        String days = outcome.phase().from() + " to " + outcome.phase().to();
        all.add(new Figure(section, "mentions", outcome.mentions(), days));
        all.add(
                new Figure(
                        section,
                        "mentions a day",
                        number(outcome.mentionsPerDay()),
                        "",
                        "",
                        outcome.phase().days() + " days"));
        outcome.sentiment()
                .forEach((label, share) -> all.add(share(section, label + " posts", share)));
        outcome.changes()
                .forEach(
                        (label, change) ->
                                all.add(
                                        new Figure(
                                                section,
                                                label + " posts, change against before",
                                                percent(change.difference()),
                                                percent(change.interval().low()),
                                                percent(change.interval().high()),
                                                "points of a hundred")));
        outcome.intent()
                .forEach(
                        (intent, share) ->
                                all.add(share(section, intent.replace('_', ' '), share)));
        outcome.voice()
                .forEach(
                        (brand, share) ->
                                all.add(share(section, "share of voice: " + brand, share)));
    }

    private static void impact(Impact impact, List<Figure> all) {
        String section = "impact";
        String days = impact.from() + " to " + impact.to();
        all.add(new Figure(section, "mentions", number(impact.mentions()), "", "", days));
        all.add(
                new Figure(
                        section,
                        "expected without the campaign",
                        number(impact.expected()),
                        "",
                        "",
                        impact.basis() == Impact.Basis.OTHER_BRANDS
                                ? "from " + String.join(", ", impact.comparedWith())
                                : "from the brand's own days before; weaker evidence"));
        all.add(
                new Figure(
                        section,
                        "extra mentions",
                        number(impact.extra()),
                        number(impact.extraLow()),
                        number(impact.extraHigh()),
                        "90 % interval"));
        all.add(
                new Figure(
                        section,
                        "rise",
                        percent(impact.relative()),
                        percent(impact.relativeLow()),
                        percent(impact.relativeHigh()),
                        "90 % interval"));
        all.add(
                new Figure(
                        section,
                        "placebo p",
                        number(impact.placeboP()),
                        "",
                        "",
                        "share of "
                                + impact.placebos()
                                + " placebos with an effect as large; 0.1 or less is unlikely to"
                                + " be chance"));
    }

    private static Figure cost(CostPerEffect cost, String currency) {
        return new Figure(
                "cost per effect",
                currency + " for one " + cost.effect(),
                number(cost.cost()),
                shown(cost.low()),
                shown(cost.high()),
                cost.low().isEmpty()
                        ? number(cost.units()) + " counted"
                        : number(cost.units())
                                + " estimated"
                                + (cost.high().isEmpty() ? "; the upper end is open" : ""));
    }

    private static String shown(OptionalDouble value) {
        return value.isPresent() ? number(value.getAsDouble()) : "";
    }

    private static Figure share(String section, String name, Share share) {
        return new Figure(
                section,
                name,
                share.value().isPresent() ? percent(share.value().getAsDouble()) : "",
                share.interval().map(interval -> percent(interval.low())).orElse(""),
                share.interval().map(interval -> percent(interval.high())).orElse(""),
                share.count() + " of " + share.total());
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.2f" : "%.1f", value);
    }
}
