package dev.earshot.engagement.campaign;

import java.util.List;
import java.util.Optional;

/**
 * What is known of a campaign, in the order of the Barcelona Principles: what was put out, how it
 * was taken, what people said, and what the campaign changed. Computed from {@link
 * CampaignEvidence} and nothing else.
 *
 * @param outcomes before, during and after, as far as they have come
 * @param impact empty where it could not be estimated
 * @param costs of one unit of each effect; none without known costs
 * @param mediaValue only where it was asked for
 * @param unjudged what could not be judged, and why
 */
public record CampaignReport(
        CampaignEvidence evidence,
        Outputs outputs,
        OutTakes outTakes,
        List<PhaseOutcome> outcomes,
        Optional<Impact> impact,
        List<CostPerEffect> costs,
        Optional<MediaValue> mediaValue,
        List<Unjudged> unjudged) {
    public CampaignReport {
        outcomes = List.copyOf(outcomes);
        costs = List.copyOf(costs);
        unjudged = List.copyOf(unjudged);
    }

    /** The report on that evidence. */
    public static CampaignReport of(CampaignEvidence evidence, Optional<MediaValue.Rates> rates) {
        Outputs outputs = Outputs.of(evidence);
        OutTakes outTakes = OutTakes.of(evidence);
        Optional<Impact> impact = Impact.of(evidence);
        return new CampaignReport(
                evidence,
                outputs,
                outTakes,
                PhaseOutcome.of(evidence),
                impact,
                CostPerEffect.of(evidence.campaign(), outputs, outTakes, impact),
                rates.map(each -> MediaValue.of(outTakes, each)),
                Unjudged.of(evidence, outputs, outTakes, impact));
    }
}
