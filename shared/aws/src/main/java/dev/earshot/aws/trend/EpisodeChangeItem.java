package dev.earshot.aws.trend;

import dev.earshot.aws.table.Keys;
import dev.earshot.aws.table.NumberText;
import dev.earshot.aws.table.TableItem;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.statistics.Interval;
import dev.earshot.trends.episode.Episode;
import dev.earshot.trends.episode.EpisodeChange;
import dev.earshot.trends.episode.EpisodeState;
import dev.earshot.trends.episode.Explanation;
import dev.earshot.trends.episode.TrendKind;

import java.util.List;
import java.util.Optional;

/**
 * A change of an episode as an item: {@code id}, {@code k} kind, {@code ky} key, {@code st} start,
 * {@code pk} peak, {@code en} end, {@code s} state, {@code n} observed, {@code x} expected, {@code
 * r} ratio with its bounds, {@code e} evidence, {@code su} summary, {@code v} version, {@code at};
 * of the explanation {@code ca} causes ({@code <kind> <share> <name>}), {@code po} posts, {@code
 * sy} synchrony ({@code <share> <expected> <synchronised>}) and {@code w} words. Stateless.
 */
final class EpisodeChangeItem {
    private EpisodeChangeItem() {}

    static TableItem write(EpisodeChange change) {
        Episode episode = change.episode();
        Episode.Ratio ratio = episode.ratio();
        TableItem item =
                TableItem.at(
                                Keys.episodeChanges(episode.workspace(), episode.brand()),
                                Keys.millis(change.at()) + "#" + change.id())
                        .with("id", episode.id())
                        .with("k", episode.kind().key())
                        .with("st", NumberText.instant(episode.start()))
                        .with("pk", NumberText.instant(episode.peak()))
                        .with("s", episode.state().key())
                        .with("n", Double.toString(episode.observed()))
                        .with("x", Double.toString(episode.expected()))
                        .with(
                                "r",
                                ratio.value()
                                        + " "
                                        + ratio.interval().low()
                                        + " "
                                        + ratio.interval().high())
                        .with("e", Double.toString(episode.evidence()))
                        .with("su", episode.summary())
                        .with("v", episode.version())
                        .with("at", NumberText.instant(change.at()));
        if (!episode.key().isEmpty()) {
            item.with("ky", episode.key());
        }
        episode.end().ifPresent(end -> item.with("en", NumberText.instant(end)));
        Explanation why = episode.explanation();
        item.with(
                "ca",
                why.causes().stream()
                        .map(cause -> cause.kind() + " " + cause.share() + " " + cause.name())
                        .toList());
        item.with("po", why.posts().stream().map(Object::toString).toList());
        why.synchrony()
                .ifPresent(
                        step ->
                                item.with(
                                        "sy",
                                        step.share()
                                                + " "
                                                + step.expected()
                                                + " "
                                                + step.synchronised()));
        if (!why.words().isEmpty()) {
            item.with("w", why.words());
        }
        return item;
    }

    static EpisodeChange read(WorkspaceId workspace, String brand, TableItem item) {
        String[] ratio = item.need("r").split(" ", 3);
        return new EpisodeChange(
                new Episode(
                        workspace,
                        brand,
                        item.need("id"),
                        TrendKind.of(item.need("k")).orElseThrow(),
                        item.text("ky", ""),
                        NumberText.instant(item.need("st")),
                        NumberText.instant(item.need("pk")),
                        item.has("en")
                                ? Optional.of(NumberText.instant(item.need("en")))
                                : Optional.empty(),
                        EpisodeState.of(item.need("s")).orElseThrow(),
                        Double.parseDouble(item.need("n")),
                        Double.parseDouble(item.need("x")),
                        new Episode.Ratio(
                                Double.parseDouble(ratio[0]),
                                new Interval(
                                        Double.parseDouble(ratio[1]),
                                        Double.parseDouble(ratio[2]))),
                        Double.parseDouble(item.need("e")),
                        item.need("su"),
                        explanation(item),
                        item.number("v", 1)),
                NumberText.instant(item.need("at")));
    }

    private static Explanation explanation(TableItem item) {
        List<Explanation.Cause> causes =
                item.texts("ca").stream()
                        .map(line -> line.split(" ", 3))
                        .map(
                                part ->
                                        new Explanation.Cause(
                                                part[0], part[2], Double.parseDouble(part[1])))
                        .toList();
        Optional<Explanation.Synchrony> synchrony = Optional.empty();
        if (item.has("sy")) {
            String[] step = item.need("sy").split(" ", 3);
            synchrony =
                    Optional.of(
                            new Explanation.Synchrony(
                                    Double.parseDouble(step[0]),
                                    Double.parseDouble(step[1]),
                                    Boolean.parseBoolean(step[2])));
        }
        return new Explanation(
                causes,
                item.texts("po").stream().map(Keys::postId).toList(),
                synchrony,
                item.text("w", ""));
    }
}
