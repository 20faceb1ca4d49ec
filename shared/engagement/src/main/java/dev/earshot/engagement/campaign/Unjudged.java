package dev.earshot.engagement.campaign;

import dev.earshot.influence.score.ImpactConstants;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Something that a report says nothing of.
 *
 * @param what the part of the report
 * @param why a sentence
 */
public record Unjudged(String what, String why) {
    static List<Unjudged> of(
            CampaignEvidence evidence,
            Outputs outputs,
            OutTakes outTakes,
            Optional<Impact> impact) {
        List<Unjudged> all = new ArrayList<>();
        phases(evidence, all);
        outputs(evidence, outputs, all);
        counts(outputs, outTakes, all);
        impact(evidence, impact, all);
        costs(evidence.campaign(), impact, all);
        all.add(
                new Unjudged(
                        "sales",
                        "Earshot sees what people post, not what they buy, visit or search for."));
        return all;
    }

    private static void phases(CampaignEvidence evidence, List<Unjudged> all) {
        List<Phase> phases = evidence.phases();
        Campaign campaign = evidence.campaign();
        if (phases.size() == 1) {
            all.add(new Unjudged("during", "The campaign begins on " + campaign.from() + "."));
        } else if (phases.get(1).to().isBefore(campaign.to())) {
            all.add(
                    new Unjudged(
                            "during",
                            "The campaign runs until "
                                    + campaign.to()
                                    + "; days until "
                                    + phases.get(1).to()
                                    + " are judged."));
        }
        evidence.firstDay()
                .filter(first -> first.isAfter(phases.getFirst().from()))
                .ifPresent(
                        first ->
                                all.add(
                                        new Unjudged(
                                                "before",
                                                "Nothing was collected before "
                                                        + first
                                                        + ", so the days from "
                                                        + phases.getFirst().from()
                                                        + " on are not whole.")));
        if (phases.size() < 3) {
            all.add(new Unjudged("after", "No day after the campaign is over yet."));
        }
        if (evidence.competitors().isEmpty()) {
            all.add(
                    new Unjudged(
                            "share of voice",
                            "The brand has no competitors; name them in PUT /v1/brands/"
                                    + campaign.brandId()
                                    + "."));
        }
    }

    private static void outputs(CampaignEvidence evidence, Outputs outputs, List<Unjudged> all) {
        Campaign campaign = evidence.campaign();
        evidence.unreadBefore()
                .ifPresent(
                        time ->
                                all.add(
                                        new Unjudged(
                                                "outputs",
                                                "The brand has more posts in these days than a"
                                                        + " report reads; those before "
                                                        + time
                                                        + " were not looked at for the campaign's"
                                                        + " own.")));
        long silent = campaign.creators().size() - outputs.activeCreators();
        if (silent > 0) {
            all.add(
                    new Unjudged(
                            "creators",
                            "Of "
                                    + campaign.creators().size()
                                    + " creators "
                                    + silent
                                    + " have no post about the brand in these days, or none that"
                                    + " was collected."));
        }
        if (outputs.activeCreators() > 1) {
            all.add(
                    new Unjudged(
                            "reach",
                            "How many people saw the campaign is not known: followers of two"
                                    + " creators count twice, and not all of them look."));
        }
    }

    private static void counts(Outputs outputs, OutTakes outTakes, List<Unjudged> all) {
        missing("responses", outputs.posts() - outTakes.responsesKnown(), outputs.posts(), all);
        missing("views", outputs.posts() - outTakes.viewsKnown(), outputs.posts(), all);
    }

    private static void missing(String what, long unknown, long of, List<Unjudged> all) {
        if (unknown > 0) {
            all.add(
                    new Unjudged(
                            what,
                            "Of "
                                    + of
                                    + " posts "
                                    + unknown
                                    + " came without these counts; they count as none."));
        }
    }

    private static void impact(
            CampaignEvidence evidence, Optional<Impact> impact, List<Unjudged> all) {
        if (impact.isEmpty()) {
            all.add(
                    new Unjudged(
                            "impact",
                            "An effect is estimated against at least "
                                    + ImpactConstants.LIFT_MIN_DONORS
                                    + " other brands of this workspace without a campaign of their"
                                    + " own, each, like the brand, with at least "
                                    + (int) ImpactConstants.LIFT_MIN_BASELINE_MENTIONS
                                    + " mentions in the "
                                    + Impact.DAYS_BEFORE
                                    + " days before, of which at least "
                                    + ImpactConstants.LIFT_MIN_BASELINE_DAYS
                                    + " were collected; "
                                    + evidence.controls().size()
                                    + " were there to compare with. Against its own history, it"
                                    + " takes at least "
                                    + OwnHistory.LEAST_MENTIONS
                                    + " mentions before, and "
                                    + OwnHistory.BASE
                                    + " days and "
                                    + OwnHistory.LEAST_WINDOWS
                                    + " times the campaign's length (with the "
                                    + (ImpactConstants.LIFT_EFFECT_DAYS - 1)
                                    + " days after it) of days that were collected."));
        } else {
            if (impact.get().basis() == Impact.Basis.OWN_HISTORY) {
                all.add(
                        new Unjudged(
                                "impact against other brands",
                                "Only "
                                        + evidence.controls().size()
                                        + " other brands could be compared with, and "
                                        + ImpactConstants.LIFT_MIN_DONORS
                                        + " with enough mentions are needed. The effect is told"
                                        + " against the brand's own days before, which is weaker"
                                        + " evidence: whatever else happened in these days counts"
                                        + " as the campaign's."));
            }
            all.add(
                    new Unjudged(
                            "mood",
                            "That the mood changed during the campaign does not say that the"
                                    + " campaign changed it; only mentions are compared with what"
                                    + " would have been."));
        }
    }

    private static void costs(Campaign campaign, Optional<Impact> impact, List<Unjudged> all) {
        if (campaign.costs().isEmpty()) {
            all.add(new Unjudged("cost", "No costs of the campaign are known."));
        } else if (impact.isPresent() && !CostPerEffect.shown(impact.get())) {
            all.add(
                    new Unjudged(
                            "cost of an extra mention",
                            "There were no more mentions than expected."));
        } else if (impact.isPresent() && impact.get().extraLow() <= 0) {
            all.add(
                    new Unjudged(
                            "cost of an extra mention",
                            "Its upper end is open: there may have been no extra mention."));
        }
    }
}
