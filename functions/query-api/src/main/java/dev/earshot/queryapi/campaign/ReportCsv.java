package dev.earshot.queryapi.campaign;

import dev.earshot.engagement.campaign.CampaignReport;
import dev.earshot.queryapi.http.Response;
import dev.earshot.wire.csv.CsvRow;

import java.util.List;
import java.util.Map;

/** A report for a spreadsheet. Stateless. */
final class ReportCsv {
    private ReportCsv() {}

    private static final String END = "\r\n";

    static Response response(CampaignReport report) {
        StringBuilder csv = new StringBuilder().append(CsvRow.MARK);
        csv.append(CsvRow.of(List.of("section", "figure", "value", "low", "high", "note")))
                .append(END);
        for (Figure figure : Figure.of(report)) {
            csv.append(
                            CsvRow.of(
                                    List.of(
                                            figure.section(),
                                            figure.name(),
                                            figure.value(),
                                            figure.low(),
                                            figure.high(),
                                            figure.note())))
                    .append(END);
        }
        return new Response(200, "text/csv; charset=utf-8", csv.toString(), Map.of());
    }
}
