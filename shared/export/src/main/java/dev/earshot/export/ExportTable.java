package dev.earshot.export;

import com.fasterxml.jackson.databind.JsonNode;

import dev.earshot.core.export.ExportContent;
import dev.earshot.core.text.Emotion;
import dev.earshot.core.text.Intent;
import dev.earshot.core.text.SentimentLabel;
import dev.earshot.influence.score.Component;
import dev.earshot.wire.csv.CsvRow;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The columns of a kind of export. */
@SuppressWarnings("ImmutableEnumChecker") // The lists are copies that nobody can change.
public enum ExportTable {
    POSTS(
            List.of(
                    ExportColumn.text("platform"),
                    ExportColumn.text("id"),
                    ExportColumn.time("createdAt"),
                    ExportColumn.text("language"),
                    ExportColumn.text("sentiment.label"),
                    ExportColumn.fraction("sentiment.negative"),
                    ExportColumn.fraction("sentiment.neutral"),
                    ExportColumn.fraction("sentiment.positive"),
                    ExportColumn.text("intent.label"),
                    ExportColumn.text("hashtags"),
                    ExportColumn.text("repostOf"),
                    ExportColumn.text("own"),
                    ExportColumn.text("brands"),
                    ExportColumn.text("author.id"),
                    ExportColumn.number("author.followers"),
                    ExportColumn.number("engagement.likes"),
                    ExportColumn.number("engagement.replies"),
                    ExportColumn.number("engagement.reposts"),
                    ExportColumn.number("engagement.quotes"),
                    ExportColumn.number("engagement.views"),
                    ExportColumn.time("analysedAt"),
                    ExportColumn.text("text"))),
    CASES(
            List.of(
                    ExportColumn.text("id"),
                    ExportColumn.text("state"),
                    ExportColumn.text("kind"),
                    ExportColumn.flag("sure"),
                    ExportColumn.text("priority.level"),
                    ExportColumn.number("priority.points"),
                    ExportColumn.text("brands"),
                    ExportColumn.text("platform"),
                    ExportColumn.text("leadPost"),
                    ExportColumn.text("language"),
                    ExportColumn.text("team"),
                    ExportColumn.text("agent"),
                    ExportColumn.time("openedAt"),
                    ExportColumn.time("changedAt"),
                    ExportColumn.text("firstResponse.target"),
                    ExportColumn.time("firstResponse.due"),
                    ExportColumn.time("firstResponse.done"),
                    ExportColumn.flag("firstResponse.met"),
                    ExportColumn.text("resolution.target"),
                    ExportColumn.time("resolution.due"),
                    ExportColumn.time("resolution.done"),
                    ExportColumn.flag("resolution.met"))),
    COUNTS(
            Stream.of(
                            Stream.of(
                                    ExportColumn.text("brand"),
                                    ExportColumn.time("start"),
                                    ExportColumn.number("posts"),
                                    ExportColumn.number("own"),
                                    ExportColumn.number("reposts")),
                            numbers("sentiment", SentimentLabel.values(), SentimentLabel::key),
                            numbers("emotion", Emotion.values(), Emotion::key),
                            numbers("intent", Intent.values(), Intent::key),
                            Stream.of(
                                    ExportColumn.number("ironic"),
                                    ExportColumn.number("forReview"),
                                    ExportColumn.text("platform"),
                                    ExportColumn.text("language"),
                                    ExportColumn.text("product"),
                                    ExportColumn.text("hashtag")))
                    .flatMap(Function.identity())
                    .toList()),
    SCORES(
            Stream.of(
                            Stream.of(
                                    ExportColumn.text("brand"),
                                    ExportColumn.number("rank"),
                                    ExportColumn.text("author"),
                                    ExportColumn.text("platform"),
                                    ExportColumn.number("followers"),
                                    ExportColumn.fraction("score"),
                                    ExportColumn.fraction("interval.0"),
                                    ExportColumn.fraction("interval.1")),
                            Arrays.stream(Component.Name.values())
                                    .map(each -> ExportColumn.fraction("components." + each.key())),
                            Stream.of(
                                    ExportColumn.text("reason"),
                                    ExportColumn.text("caveats"),
                                    ExportColumn.number("posts"),
                                    ExportColumn.time("asOf"),
                                    ExportColumn.text("table")))
                    .flatMap(Function.identity())
                    .toList());

    private final List<ExportColumn> columns;

    ExportTable(List<ExportColumn> columns) {
        this.columns = List.copyOf(columns);
    }

    private static <E> Stream<ExportColumn> numbers(
            String path, E[] labels, Function<E, String> key) {
        return Arrays.stream(labels)
                .map(label -> ExportColumn.number(path + "." + key.apply(label)));
    }

    /** The columns of a content. */
    public static ExportTable of(ExportContent content) {
        return switch (content) {
            case POSTS -> POSTS;
            case CASES -> CASES;
            case COUNTS -> COUNTS;
            case SCORES -> SCORES;
        };
    }

    List<ExportColumn> columns() {
        return columns;
    }

    String header() {
        return CsvRow.of(columns.stream().map(ExportColumn::path).toList());
    }

    /** One item as a row. */
    String row(JsonNode item) {
        return CsvRow.of(columns.stream().map(column -> column.cell(item)).toList());
    }
}
