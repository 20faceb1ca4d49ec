package dev.earshot.usecase.job;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.count.CountDelta;
import dev.earshot.core.job.Task;
import dev.earshot.core.store.AnalysisStore;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TreeMap;

/**
 * A brand's exact counts by hour, the earliest first. Hours without any post have no row. Posts are
 * counted by minute, so the minutes that the time touches are counted whole.
 */
final class CountPages implements RowPages<CountDelta> {
    private final WorkspaceId workspace;
    private final Task.Export export;
    private final AnalysisStore posts;
    private Instant at;

    CountPages(WorkspaceId workspace, Task.Export export, AnalysisStore posts) {
        this.workspace = workspace;
        this.export = export;
        this.posts = posts;
        this.at = export.from().truncatedTo(ChronoUnit.MINUTES);
    }

    /** A day of minutes at most, added up. */
    @Override
    public Page<CountDelta> next() {
        Instant nextDay = at.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1));
        Instant end = nextDay.isBefore(export.to()) ? nextDay : export.to();
        var hours = new TreeMap<Instant, CountDelta>();
        for (CountDelta minute : posts.counts(workspace, export.brandId(), at, end)) {
            Instant hour = minute.minute().truncatedTo(ChronoUnit.HOURS);
            hours.merge(
                    hour,
                    new CountDelta(minute.brandId(), hour, minute.counts()),
                    (one, other) ->
                            new CountDelta(one.brandId(), hour, one.counts().plus(other.counts())));
        }
        at = end;
        List<CountDelta> rows =
                hours.values().stream().filter(row -> !row.counts().isEmpty()).toList();
        return new Page<>(rows, 1 - export.fractionFrom(end), end.isBefore(export.to()));
    }
}
