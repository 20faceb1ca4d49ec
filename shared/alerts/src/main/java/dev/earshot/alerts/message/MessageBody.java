package dev.earshot.alerts.message;

import dev.earshot.alerts.rule.MessageForm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A notice as maps and lists, to be written as JSON. Stateless. */
public final class MessageBody {
    /** Standard Webhooks advises to stay below this. */
    public static final int MAX_BYTES = 20_000;

    private static final int SLACK_FIELDS = 10;

    private MessageBody() {}

    /**
     * The body in a form.
     *
     * @param team that it is routed to; empty for none
     */
    public static Map<String, Object> of(MessageForm form, Notice notice, Optional<String> team) {
        return switch (form) {
            case JSON -> json(notice, team);
            case SLACK -> slack(notice, team);
            case TEAMS -> teams(notice, team);
        };
    }

    /** What EventBridge, too, gets as its detail. */
    public static Map<String, Object> data(Notice notice, Optional<String> team) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", notice.id());
        data.put("workspace", notice.workspace().value());
        data.put("subject", notice.subject());
        data.put("version", notice.version());
        notice.brand().ifPresent(brand -> data.put("brand", brand));
        team.ifPresent(name -> data.put("team", name));
        data.put("title", notice.title());
        data.put("summary", notice.summary());
        data.put("facts", notice.facts());
        return data;
    }

    /** The same as text for an e-mail. */
    public static String text(Notice notice, Optional<String> team) {
        var text = new StringBuilder(notice.title()).append("\n\n").append(notice.summary());
        text.append("\n\n");
        team.ifPresent(name -> text.append("team: ").append(name).append('\n'));
        notice.facts()
                .forEach(
                        (name, value) -> text.append(name).append(": ").append(value).append('\n'));
        return text.append("alert: ").append(notice.id()).append('\n').toString();
    }

    private static Map<String, Object> json(Notice notice, Optional<String> team) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", notice.type());
        body.put("timestamp", notice.at().toString());
        body.put("data", data(notice, team));
        return body;
    }

    /**
     * @see <a href="https://docs.slack.dev/reference/block-kit/blocks">blocks</a>: a header holds
     *     150 characters, a section ten fields
     */
    private static Map<String, Object> slack(Notice notice, Optional<String> team) {
        List<Object> fields = new ArrayList<>();
        notice.facts().entrySet().stream()
                .limit(SLACK_FIELDS)
                .forEach(
                        fact ->
                                fields.add(
                                        Map.of(
                                                "type",
                                                "mrkdwn",
                                                "text",
                                                "*"
                                                        + escaped(fact.getKey())
                                                        + "*\n"
                                                        + escaped(fact.getValue()))));
        List<Object> blocks = new ArrayList<>();
        String title = notice.title();
        blocks.add(
                ordered(
                        "type",
                        "header",
                        "text",
                        ordered(
                                "type",
                                "plain_text",
                                "text",
                                title.length() <= 150 ? title : title.substring(0, 149) + "…")));
        blocks.add(
                ordered(
                        "type",
                        "section",
                        "text",
                        ordered("type", "mrkdwn", "text", escaped(notice.summary()))));
        if (!fields.isEmpty()) {
            blocks.add(ordered("type", "section", "fields", fields));
        }
        String context = notice.id() + team.map(name -> " · " + name).orElse("");
        blocks.add(
                ordered(
                        "type",
                        "context",
                        "elements",
                        List.of(ordered("type", "plain_text", "text", context))));
        return ordered("text", escaped(title), "blocks", blocks);
    }

    /**
     * @see <a
     *     href="https://learn.microsoft.com/en-us/microsoftteams/platform/webhooks-and-connectors/how-to/connectors-using">cards
     *     in a webhook</a>
     */
    private static Map<String, Object> teams(Notice notice, Optional<String> team) {
        List<Object> facts = new ArrayList<>();
        team.ifPresent(name -> facts.add(ordered("title", "team", "value", name)));
        notice.facts().forEach((name, value) -> facts.add(ordered("title", name, "value", value)));
        Map<String, Object> heading =
                ordered("type", "TextBlock", "text", notice.title(), "weight", "Bolder");
        heading.put("size", "Medium");
        heading.put("wrap", true);
        Map<String, Object> summary = ordered("type", "TextBlock", "text", notice.summary());
        summary.put("wrap", true);
        Map<String, Object> card =
                ordered(
                        "$schema",
                        "http://adaptivecards.io/schemas/adaptive-card.json",
                        "type",
                        "AdaptiveCard",
                        "version",
                        "1.4");
        card.put("body", List.of(heading, summary, ordered("type", "FactSet", "facts", facts)));
        return ordered(
                "type",
                "message",
                "attachments",
                List.of(
                        ordered(
                                "contentType",
                                "application/vnd.microsoft.card.adaptive",
                                "content",
                                card)));
    }

    private static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return map;
    }

    /** The three characters that Slack's markup gives a meaning. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
