package dev.earshot.engagement.view;

import dev.earshot.core.count.PostAnalysis;
import dev.earshot.engagement.cases.Case;
import dev.earshot.engagement.cases.CaseId;
import dev.earshot.engagement.cases.CaseKind;
import dev.earshot.engagement.cases.CaseRules;
import dev.earshot.engagement.cases.CaseState;
import dev.earshot.engagement.cases.Happening;
import dev.earshot.engagement.cases.Priority;
import dev.earshot.engagement.cases.Sla;
import dev.earshot.engagement.reply.Macro;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A case as the API shows it. Nothing in it depends on when it is asked for, so that an entity tag
 * names a state of the case.
 */
public record CaseView(
        String id,
        String version,
        CaseState state,
        Optional<CaseKind> kind,
        Optional<Boolean> sure,
        Optional<Double> probability,
        PriorityView priority,
        List<String> brands,
        String platform,
        String language,
        boolean mayBeIronic,
        Optional<String> team,
        Optional<String> agent,
        Instant openedAt,
        Instant changedAt,
        SlaView firstResponse,
        SlaView resolution,
        String leadPost,
        List<CasePostView> posts,
        Optional<String> mergedInto,
        List<String> mergedFrom,
        List<CaseState> next,
        Optional<List<MacroView>> macros,
        Optional<List<Happening>> history) {

    public record PriorityView(Priority.Level level, int points, List<Priority.Reason> reasons) {}

    /**
     * One clock.
     *
     * @param target and {@code worked}: ISO-8601 durations of working time
     */
    public record SlaView(
            String target,
            Optional<Instant> due,
            Optional<Instant> done,
            Optional<String> worked,
            Optional<Boolean> met,
            boolean paused) {
        static SlaView of(Sla sla) {
            return new SlaView(
                    sla.target().toString(),
                    sla.due(),
                    sla.done(),
                    sla.worked().map(Duration::toString),
                    sla.met(),
                    sla.paused());
        }
    }

    /** A post of the case; its text is where the post is. */
    public record CasePostView(
            String platform, String id, Instant createdAt, Optional<String> author) {
        static CasePostView of(PostAnalysis post) {
            return new CasePostView(
                    post.id().platform().key(),
                    post.id().nativeId(),
                    post.createdAt(),
                    post.author().map(author -> author.ref().pseudonym()));
        }
    }

    public record MacroView(String id, String title, List<String> steps, Optional<CaseState> then) {
        static MacroView of(Macro macro) {
            return new MacroView(macro.id(), macro.title(), macro.steps(), macro.then());
        }
    }

    /** One of a list: without history and macros. */
    public static CaseView listed(Case each) {
        return of(each, Optional.empty(), Optional.empty());
    }

    /** All of it. */
    public static CaseView whole(Case each) {
        return of(
                each,
                Optional.of(Macro.of(each).stream().map(MacroView::of).toList()),
                Optional.of(each.history()));
    }

    private static CaseView of(
            Case each, Optional<List<MacroView>> macros, Optional<List<Happening>> history) {
        Priority priority = each.priority();
        return new CaseView(
                each.id().value(),
                each.file().tag(),
                each.state(),
                each.need().map(CaseRules.Need::kind),
                each.need().map(CaseRules.Need::sure),
                each.need().map(CaseRules.Need::probability),
                new PriorityView(priority.level(), priority.points(), priority.reasons()),
                each.brands(),
                each.lead().id().platform().key(),
                each.lead().reading().language(),
                CaseRules.ironic(each.lead()),
                each.team(),
                each.agent(),
                each.opened(),
                each.changed(),
                SlaView.of(each.firstResponse()),
                SlaView.of(each.resolution()),
                each.lead().id().nativeId(),
                each.file().posts().stream().map(CasePostView::of).toList(),
                each.mergedInto().map(CaseId::value),
                each.mergedFrom().stream().map(CaseId::value).toList(),
                each.state().next().stream().toList(),
                macros,
                history);
    }
}
