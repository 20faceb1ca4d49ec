package dev.earshot.queryapi.route;

import dev.earshot.influence.score.ScoreStore.Place;
import dev.earshot.wire.csv.CsvRow;

import java.util.List;
import java.util.Locale;

/** A leaderboard as comma-separated values (RFC 4180). Stateless. */
final class BoardCsv {
    private static final String HEADER =
            "rank,author,platform,followers,score,low,high,reason,as_of\r\n";

    private BoardCsv() {}

    static String of(List<Place> places) {
        var csv = new StringBuilder(HEADER);
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            csv.append(
                            CsvRow.of(
                                    List.of(
                                            Integer.toString(i + 1),
                                            place.author().pseudonym(),
                                            place.platform().key(),
                                            place.followers().isPresent()
                                                    ? Long.toString(place.followers().getAsLong())
                                                    : "",
                                            number(place.score()),
                                            number(place.low()),
                                            number(place.high()),
                                            place.reason(),
                                            place.asOf().toString())))
                    .append("\r\n");
        }
        return csv.toString();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
