package dev.earshot.collect.state;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a source's collecting.
 *
 * @param dueAt when it is asked next
 * @param fetchedAt when it was last asked
 * @param completeUntil everything made before it was collected, as far as the platform shows it
 * @param day the UTC day that the next two count
 * @param requests requests made on that day
 * @param posts posts read on that day
 * @param sent posts and removals sent on, ever
 * @param withheld posts of authors who do not want to be indexed, ever: not sent on
 * @param quotaLeft requests that the platform still allows, if it says
 * @param quotaPercentLeft percent of its quota that is left, if it tells a share instead
 * @param failures failed attempts in a row
 * @param error what went wrong last, in plain words; empty once it goes well again
 * @param gaps the last {@link #MOST_GAPS}
 */
public record SourceStatus(
        Instant dueAt,
        Optional<Instant> fetchedAt,
        Optional<Instant> completeUntil,
        LocalDate day,
        int requests,
        int posts,
        long sent,
        long withheld,
        Optional<Long> quotaLeft,
        Optional<Integer> quotaPercentLeft,
        int failures,
        Optional<String> error,
        List<Gap> gaps) {
    /** How many gaps are kept. */
    public static final int MOST_GAPS = 10;

    /** Nothing known: due at once. */
    public static final SourceStatus NEW =
            new SourceStatus(
                    Instant.EPOCH,
                    Optional.empty(),
                    Optional.empty(),
                    LocalDate.EPOCH,
                    0,
                    0,
                    0,
                    0,
                    Optional.empty(),
                    Optional.empty(),
                    0,
                    Optional.empty(),
                    List.of());

    public SourceStatus {
        gaps = List.copyOf(gaps.subList(Math.max(0, gaps.size() - MOST_GAPS), gaps.size()));
    }

    /** How far behind the present it is; empty if it never was complete. */
    public Optional<Duration> lag(Instant now) {
        return completeUntil.map(until -> Duration.between(until, now));
    }

    /** As text, for {@link #parse}. */
    public String text() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("due", dueAt.toString());
        Lines.put(fields, "fetched", fetchedAt);
        Lines.put(fields, "complete", completeUntil);
        fields.put("day", day.toString());
        fields.put("requests", Integer.toString(requests));
        fields.put("posts", Integer.toString(posts));
        fields.put("sent", Long.toString(sent));
        fields.put("withheld", Long.toString(withheld));
        Lines.put(fields, "quota", quotaLeft);
        Lines.put(fields, "percent", quotaPercentLeft);
        fields.put("failures", Integer.toString(failures));
        Lines.put(fields, "error", error);
        for (int i = 0; i < gaps.size(); i++) {
            Gap gap = gaps.get(i);
            fields.put("gap" + i, gap.from() + " " + gap.to() + " " + gap.why());
        }
        return Lines.write(fields);
    }

    /** What {@link #text} wrote. */
    public static SourceStatus parse(String text) {
        Map<String, String> fields = Lines.read(text);
        List<Gap> gaps = new ArrayList<>();
        for (int i = 0; fields.containsKey("gap" + i); i++) {
            String[] parts = fields.getOrDefault("gap" + i, "").split(" ", 3);
            gaps.add(new Gap(Instant.parse(parts[0]), Instant.parse(parts[1]), parts[2]));
        }
        return new SourceStatus(
                Lines.time(fields, "due").orElse(Instant.EPOCH),
                Lines.time(fields, "fetched"),
                Lines.time(fields, "complete"),
                LocalDate.parse(fields.getOrDefault("day", LocalDate.EPOCH.toString())),
                Lines.number(fields, "requests"),
                Lines.number(fields, "posts"),
                Long.parseLong(fields.getOrDefault("sent", "0")),
                Long.parseLong(fields.getOrDefault("withheld", "0")),
                Optional.ofNullable(fields.get("quota")).map(Long::valueOf),
                Optional.ofNullable(fields.get("percent")).map(Integer::valueOf),
                Lines.number(fields, "failures"),
                Optional.ofNullable(fields.get("error")),
                gaps);
    }
}
