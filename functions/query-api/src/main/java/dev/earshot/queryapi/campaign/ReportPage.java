package dev.earshot.queryapi.campaign;

import dev.earshot.core.Digests;
import dev.earshot.engagement.campaign.Campaign;
import dev.earshot.engagement.campaign.CampaignReport;
import dev.earshot.engagement.campaign.Impact;
import dev.earshot.engagement.campaign.MediaValue;
import dev.earshot.queryapi.http.Resources;
import dev.earshot.queryapi.http.Response;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A report as one page that can be printed; it loads nothing and runs no script. Stateless. */
final class ReportPage {
    private ReportPage() {}

    static Response response(CampaignReport report) {
        String style = Resources.text("campaign/report.css");
        byte[] sha256 = Digests.newSha256().digest(style.getBytes(StandardCharsets.UTF_8));
        return new Response(
                200,
                "text/html; charset=utf-8",
                html(report, style),
                Map.of(
                        "content-security-policy",
                        "default-src 'none'; style-src 'sha256-"
                                + Base64.getEncoder().encodeToString(sha256)
                                + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"));
    }

    private static String html(CampaignReport report, String style) {
        Campaign campaign = report.evidence().campaign();
        StringBuilder html = new StringBuilder();
        html.append("<!doctype html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\">\n<title>")
                .append(escaped(campaign.name()))
                .append("</title>\n<style>")
                .append(style)
                .append("</style></head>\n<body>\n<h1>")
                .append(escaped(campaign.name() + ": " + finding(report)))
                .append("</h1>\n<p>")
                .append(escaped(head(report)))
                .append("</p>\n");
        Map<String, List<Figure>> sections =
                Figure.of(report).stream()
                        .collect(
                                Collectors.groupingBy(
                                        Figure::section, LinkedHashMap::new, Collectors.toList()));
        sections.forEach((section, figures) -> section(html, section, figures));
        report.mediaValue()
                .ifPresent(
                        value ->
                                html.append("<p>")
                                        .append(escaped(MediaValue.CAUTION))
                                        .append("</p>\n"));
        return html.append("</body>\n</html>\n").toString();
    }

    /** What the report finds, in a few words. */
    static String finding(CampaignReport report) {
        if (report.impact().isEmpty()) {
            return "its effect could not be judged";
        }
        Impact impact = report.impact().get();
        String rise =
                String.format(
                        Locale.ROOT,
                        "mentions %+.0f %% against %s (90 %%: %+.0f to %+.0f %%)",
                        100 * impact.relative(),
                        impact.basis() == Impact.Basis.OTHER_BRANDS
                                ? "what was to be expected"
                                : "the brand's own days before",
                        100 * impact.relativeLow(),
                        100 * impact.relativeHigh());
        boolean clear = impact.extraLow() > 0 || impact.extraHigh() < 0;
        return clear && impact.placeboP() <= 1 - Impact.CONFIDENCE
                ? rise
                : "no effect can be shown; " + rise;
    }

    private static String head(CampaignReport report) {
        Campaign campaign = report.evidence().campaign();
        String cost =
                campaign.cost()
                        .map(
                                sum ->
                                        ", cost "
                                                + sum.toPlainString()
                                                + " "
                                                + campaign.currency().orElseThrow())
                        .orElse("");
        return "Brand "
                + campaign.brandId()
                + ", "
                + campaign.from()
                + " to "
                + campaign.to()
                + " (days in UTC)"
                + cost
                + ". As of "
                + report.evidence().asOf()
                + ". Intervals are at 95 % unless a line says otherwise.";
    }

    private static void section(StringBuilder html, String section, List<Figure> figures) {
        html.append("<h2>")
                .append(escaped(title(section)))
                .append("</h2>\n<table><thead><tr>")
                .append("<th scope=\"col\">figure</th><th scope=\"col\">value</th>")
                .append("<th scope=\"col\">interval</th><th scope=\"col\">note</th>")
                .append("</tr></thead><tbody>\n");
        for (Figure figure : figures) {
            html.append("<tr><th scope=\"row\">")
                    .append(escaped(figure.name()))
                    .append("</th><td>")
                    .append(escaped(figure.value()))
                    .append("</td><td>")
                    .append(escaped(interval(figure)))
                    .append("</td><td>")
                    .append(escaped(figure.note()))
                    .append("</td></tr>\n");
        }
        html.append("</tbody></table>\n");
    }

    private static String interval(Figure figure) {
        if (figure.low().isEmpty()) {
            return "";
        }
        return figure.high().isEmpty()
                ? "from " + figure.low()
                : figure.low() + " to " + figure.high();
    }

    private static String title(String section) {
        return section.substring(0, 1).toUpperCase(Locale.ROOT) + section.substring(1);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
