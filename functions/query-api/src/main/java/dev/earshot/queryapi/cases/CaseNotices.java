package dev.earshot.queryapi.cases;

import dev.earshot.alerts.message.Notice;
import dev.earshot.alerts.outbox.Alerts;
import dev.earshot.alerts.rule.Recipient;
import dev.earshot.core.WorkspaceId;
import dev.earshot.engagement.cases.Case;
import dev.earshot.engagement.cases.CaseEvent;
import dev.earshot.engagement.cases.CaseSettings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells a workspace's recipients what became of a case, through the outbox of the alerts. The
 * notice of a state of a case is the same however often it is told. Thread-safe.
 */
public final class CaseNotices {
    private final Alerts alerts;

    public CaseNotices(Alerts alerts) {
        this.alerts = alerts;
    }

    /** Tells the last change of a case; a case that nobody has changed yet is not told. */
    void tell(WorkspaceId workspace, Case each, CaseSettings settings) {
        if (each.file().log().isEmpty() || settings.recipients().isEmpty()) {
            return;
        }
        List<Alerts.Route> routes =
                settings.recipients().stream()
                        .map(to -> new Alerts.Route(Recipient.of(to), each.team()))
                        .toList();
        alerts.submit(notice(workspace, each), routes);
    }

    /** It names no author, nobody of the operator's people, and no word of a post or note. */
    static Notice notice(WorkspaceId workspace, Case each) {
        CaseEvent last = each.file().log().getLast();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("state", each.state().key());
        facts.put("priority", each.priority().level().key());
        each.need().ifPresent(need -> facts.put("kind", need.kind().key()));
        facts.put("brands", String.join(", ", each.brands()));
        each.team().ifPresent(team -> facts.put("team", team));
        facts.put("platform", each.lead().id().platform().key());
        facts.put("posts", Integer.toString(each.file().posts().size()));
        each.nextDue().ifPresent(due -> facts.put("due", due.toString()));
        each.mergedInto().ifPresent(other -> facts.put("mergedInto", other.value()));
        return new Notice(
                workspace,
                "case." + event(last),
                each.id().value(),
                each.file().log().size(),
                last.at(),
                each.brands().stream().findFirst(),
                "Case " + each.id() + ": " + what(last),
                sentence(each, last),
                facts);
    }

    private static String event(CaseEvent event) {
        return switch (event) {
            case CaseEvent.Assigned assigned -> "assigned";
            case CaseEvent.Moved moved -> moved.to().key();
            case CaseEvent.Answered answered -> "answered";
            case CaseEvent.Noted noted -> "noted";
            case CaseEvent.MergedInto merged -> "merged";
            case CaseEvent.MergedFrom merged -> "joined";
        };
    }

    private static String what(CaseEvent event) {
        return switch (event) {
            case CaseEvent.Assigned assigned -> "assigned";
            case CaseEvent.Moved moved -> moved.to().key().replace('_', ' ');
            case CaseEvent.Answered answered -> "answered";
            case CaseEvent.Noted noted -> "a note was added";
            case CaseEvent.MergedInto merged -> "goes on under " + merged.other();
            case CaseEvent.MergedFrom merged -> "took in " + merged.other();
        };
    }

    private static String sentence(Case each, CaseEvent last) {
        String subject =
                each.need().map(need -> need.kind().key().replace('_', ' ')).orElse("post");
        return "A "
                + subject
                + " about "
                + String.join(", ", each.brands())
                + ", "
                + each.priority().level().key()
                + " priority: "
                + what(last)
                + team(each.team())
                + ".";
    }

    private static String team(Optional<String> team) {
        return team.map(id -> ", with team " + id).orElse("");
    }
}
