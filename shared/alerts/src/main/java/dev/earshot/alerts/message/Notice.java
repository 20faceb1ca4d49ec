package dev.earshot.alerts.message;

import dev.earshot.core.Checks;
import dev.earshot.core.Digests;
import dev.earshot.core.FieldException;
import dev.earshot.core.WorkspaceId;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Something that somebody is told, whatever it is about. It holds no personal data: no text of a
 * post, no author, no account.
 *
 * @param type what happened, as {@code <thing>.<event>}, for instance {@code episode.open}
 * @param subject id of the thing that it happened to
 * @param version of the subject: with type, subject, version and time equal, it is the same notice
 * @param at when it happened
 * @param brand the brand's id; empty for none
 * @param title a few words
 * @param summary one or two sentences
 * @param facts the same in figures, by name, in the order in which they are shown; at most {@value
 *     #MAX_FACTS}
 */
public record Notice(
        WorkspaceId workspace,
        String type,
        String subject,
        long version,
        Instant at,
        Optional<String> brand,
        String title,
        String summary,
        Map<String, String> facts) {
    /** At most this many facts. */
    public static final int MAX_FACTS = 24;

    private static final int MAX_TEXT = 1_000;
    private static final Pattern TYPE = Pattern.compile("[a-z]{1,20}\\.[a-z_]{1,20}");

    public Notice {
        if (!TYPE.matcher(type).matches()) {
            throw new FieldException("type", "must be like episode.open, got '" + type + "'");
        }
        Checks.name("subject", subject, 128);
        Checks.notNegative("version", version);
        Checks.name("title", title, 200);
        Checks.name("summary", summary, MAX_TEXT);
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        if (facts.size() > MAX_FACTS) {
            throw new FieldException("facts", "must be at most 24, got " + facts.size());
        }
        facts.forEach(
                (name, value) -> {
                    Checks.name("facts", name, 64);
                    Checks.name("facts." + name, value, 300);
                });
    }

    /**
     * The notice's own id: equal for the same state of the same subject however often and by
     * whatever rule it is told; it sorts by time.
     */
    public String id() {
        String parts = String.join("\n", workspace.value(), type, subject, Long.toString(version));
        return "al_"
                + String.format(Locale.ROOT, "%013d", Math.max(0, at.toEpochMilli()))
                + Digests.sha256(parts).substring(0, 20);
    }
}
