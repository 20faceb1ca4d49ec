package dev.earshot.reading.brand;

import dev.earshot.core.brand.Mention;
import dev.earshot.core.brand.MentionDecision;
import dev.earshot.core.brand.MentionRule;
import dev.earshot.reading.brand.Lexicon.Role;
import dev.earshot.reading.brand.Lexicon.Term;
import dev.earshot.reading.brand.MentionSearch.Hit;
import dev.earshot.reading.brand.Namesakes.Verdict;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says which places of a text count, and by which rule. Used once; not thread-safe. */
final class Judgement {
    private static final int NOTHING_BEFORE = Integer.MAX_VALUE;

    /** Words beside an ordinary word in a hashtag that show a brand to be meant. */
    private static final Set<String> CAMPAIGN_WORDS =
            Set.of("boycott", "team", "fail", "fails", "sucks", "app", "down", "official", "inc");

    private final Lexicon lexicon;
    private final String raw;
    private final boolean prose;
    private final List<Hit> hits;
    private final Capitals capitals;

    /** By brand: where its first firm or context term ends, and where its last such term starts. */
    private final Map<Integer, int[]> anchors = new HashMap<>();

    Judgement(Lexicon lexicon, String raw, boolean prose, List<Hit> hits) {
        this.lexicon = lexicon;
        this.raw = raw;
        this.prose = prose;
        this.hits = hits;
        this.capitals = new Capitals(raw);
    }

    /** The decisions, by start, then longest first, then brand id. */
    List<MentionDecision> decisions() {
        List<Hit> names = new ArrayList<>();
        List<@Nullable Verdict> others = new ArrayList<>();
        hits.sort(
                Comparator.comparingInt(Hit::start)
                        .thenComparing(Comparator.comparingInt(Hit::length).reversed())
                        .thenComparing(hit -> lexicon.brandIds.get(hit.brand())));
        for (Hit hit : hits) {
            Verdict other = other(hit);
            if (hit.role() == Role.CONTEXT || (hit.role() == Role.FIRM && other == null)) {
                anchor(hit);
            }
            if (hit.role() != Role.CONTEXT) {
                names.add(hit);
                others.add(other);
            }
        }
        List<Verdict> verdicts = new ArrayList<>(names.size());
        for (int i = 0; i < names.size(); i++) {
            Verdict other = others.get(i);
            verdicts.add(other == null ? meant(names.get(i)) : other);
        }
        return withoutContained(names, verdicts);
    }

    private void anchor(Hit hit) {
        int[] ends = anchors.computeIfAbsent(hit.brand(), b -> new int[] {NOTHING_BEFORE, -1});
        ends[0] = Math.min(ends[0], hit.end());
        ends[1] = Math.max(ends[1], hit.start());
    }

    private Neighbours neighbours(Hit hit) {
        return new Neighbours(raw, hit.start(), hit.end());
    }

    private String written(Hit hit) {
        return raw.substring(hit.start(), hit.end());
    }

    /** Why a place is something else, whatever stands in the text. */
    private @Nullable Verdict other(Hit hit) {
        if (!hit.rule().counts()) {
            return new Verdict(hit.rule(), hit.evidence());
        }
        Term term = hit.term();
        return prose && term != null && hit.kind() != Mention.Kind.HASHTAG
                ? Namesakes.other(term, written(hit), neighbours(hit))
                : null;
    }

    private Verdict meant(Hit hit) {
        Verdict as = new Verdict(hit.rule(), hit.evidence());
        Term term = hit.term();
        if (hit.role() == Role.FIRM || term == null) {
            return as;
        }
        int[] anchor = anchors.get(hit.brand());
        if (anchor != null && (anchor[0] <= hit.start() || anchor[1] >= hit.end())) {
            return new Verdict(MentionRule.OTHER_TERM, "");
        }
        if (hit.kind() == Mention.Kind.HASHTAG) {
            return isMeantInTag(hit) ? as : new Verdict(MentionRule.COMMON_WORD, "#");
        }
        if (!prose) {
            return hit.role().standsAlone() ? as : new Verdict(MentionRule.COMMON_WORD, "");
        }
        return inProse(hit, term, as);
    }

    private Verdict inProse(Hit hit, Term term, Verdict as) {
        Neighbours neighbours = neighbours(hit);
        if (hit.role() == Role.MOSTLY_NAME) {
            String name = NameForms.withoutSigns(term.folded());
            String use = OrdinaryUses.of(name, written(hit), neighbours);
            return use == null ? as : new Verdict(MentionRule.ORDINARY_WORD, use);
        }
        if (capitals.tell(term.written(), hit.start(), hit.end())) {
            Verdict longer = Namesakes.longer(neighbours);
            return longer == null ? new Verdict(MentionRule.OWN_CAPITALS, written(hit)) : longer;
        }
        String cue = CompanyCues.incorporated(neighbours);
        if (cue == null && hit.role() == Role.ORDINARY) {
            cue = CompanyCues.of(neighbours);
        }
        if (cue != null) {
            return new Verdict(MentionRule.COMPANY_CUE, cue);
        }
        MentionRule rule =
                hit.role() == Role.ORDINARY ? MentionRule.ORDINARY_WORD : MentionRule.COMMON_WORD;
        return new Verdict(rule, term.folded());
    }

    /** Whether a dictionary word in a hashtag is the brand: as the whole tag, or in a campaign. */
    private boolean isMeantInTag(Hit hit) {
        if (hit.role() == Role.AMBIGUOUS) {
            return false;
        }
        if (hit.role() == Role.MOSTLY_NAME || hit.evidence().equals("#")) {
            return true;
        }
        String before = raw.substring(raw.lastIndexOf('#', hit.start()) + 1, hit.start());
        int end = hit.end();
        while (end < raw.length() && Character.isLetterOrDigit(raw.charAt(end))) {
            end++;
        }
        String after = raw.substring(hit.end(), end);
        return CAMPAIGN_WORDS.contains(FoldedText.name(before))
                || CAMPAIGN_WORDS.contains(FoldedText.name(after));
    }

    private List<MentionDecision> withoutContained(List<Hit> sorted, List<Verdict> verdicts) {
        List<MentionDecision> decisions = new ArrayList<>();
        Map<Integer, Integer> endOfBrand = new HashMap<>();
        int coveredFrom = 0;
        int coveredTo = 0;
        for (int i = 0; i < sorted.size(); i++) {
            Hit hit = sorted.get(i);
            Verdict verdict = verdicts.get(i);
            if (verdict.rule().counts()) {
                boolean inside =
                        hit.end() < coveredTo
                                || (hit.end() == coveredTo && hit.start() > coveredFrom);
                if (hit.end() > coveredTo) {
                    coveredFrom = hit.start();
                    coveredTo = hit.end();
                }
                int free = endOfBrand.getOrDefault(hit.brand(), 0);
                if (inside || free > hit.start()) {
                    verdict = new Verdict(MentionRule.INSIDE_MENTION, "");
                } else {
                    endOfBrand.put(hit.brand(), hit.end());
                }
            }
            String id = lexicon.brandIds.get(hit.brand());
            decisions.add(
                    new MentionDecision(
                            new Mention(id, hit.start(), hit.end(), hit.kind()),
                            verdict.rule(),
                            verdict.evidence()));
        }
        return List.copyOf(decisions);
    }
}
