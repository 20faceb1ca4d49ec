package dev.earshot.aws.collect;

import dev.earshot.aws.table.Keys;
import dev.earshot.aws.table.TableItem;
import dev.earshot.collect.source.SourceKind;
import dev.earshot.collect.source.SourceSpec;
import dev.earshot.core.WorkspaceId;

import java.time.Duration;
import java.util.Optional;

/**
 * A source as an item: {@code k} kind, {@code b} brands, {@code q} queries, {@code t} targets,
 * {@code c} credential, {@code i} interval and {@code f} backfill in seconds, {@code r} requests
 * and {@code p} posts of a day, {@code m} whether only mentions, {@code z} whether paused.
 * Stateless.
 */
final class SpecItem {
    private SpecItem() {}

    static TableItem of(WorkspaceId workspace, SourceSpec source) {
        TableItem item =
                TableItem.at(Keys.sources(workspace), source.id())
                        .with("k", source.kind().key())
                        .with("b", source.brands())
                        .with("q", source.queries())
                        .with("t", source.targets())
                        .with("i", source.interval().toSeconds())
                        .with("f", source.backfill().toSeconds())
                        .with("r", source.dailyRequests())
                        .with("p", source.dailyPosts())
                        .with("m", source.onlyMentions() ? 1 : 0)
                        .with("z", source.paused() ? 1 : 0);
        source.credential().ifPresent(name -> item.with("c", name));
        return item;
    }

    static SourceSpec source(TableItem item) {
        return new SourceSpec(
                item.need(Keys.SK),
                SourceKind.of(item.need("k")).orElseThrow(),
                item.texts("b"),
                item.texts("q"),
                item.texts("t"),
                item.has("c") ? Optional.of(item.need("c")) : Optional.empty(),
                Duration.ofSeconds(item.number("i", 0)),
                Duration.ofSeconds(item.number("f", 0)),
                (int) item.number("r", 1),
                (int) item.number("p", 1),
                item.number("m", 0) == 1,
                item.number("z", 0) == 1);
    }
}
