package dev.earshot.queryapi.campaign;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.store.BrandStore;
import dev.earshot.engagement.campaign.Campaign;
import dev.earshot.engagement.campaign.CampaignReader;
import dev.earshot.engagement.campaign.CampaignReport;
import dev.earshot.engagement.campaign.CampaignStore;
import dev.earshot.engagement.campaign.MediaValue;
import dev.earshot.queryapi.http.Access;
import dev.earshot.queryapi.http.JsonObject;
import dev.earshot.queryapi.http.ProblemException;
import dev.earshot.queryapi.http.Request;
import dev.earshot.queryapi.http.Response;
import dev.earshot.queryapi.http.Route;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Campaigns, and what is known of their effect. Thread-safe. */
public final class CampaignRoutes {
    private static final int MAX_BODY_BYTES = 1 << 16;

    private final CampaignStore store;
    private final BrandStore brands;
    private final CampaignReader reader;

    public CampaignRoutes(CampaignStore store, BrandStore brands, CampaignReader reader) {
        this.store = store;
        this.brands = brands;
        this.reader = reader;
    }

    public List<Route> routes() {
        return List.of(
                new Route("GET", "/v1/campaigns", Access.READ, this::list),
                new Route("GET", "/v1/campaigns/{id}", Access.READ, this::get),
                new Route("PUT", "/v1/campaigns/{id}", Access.WRITE, this::put),
                new Route("DELETE", "/v1/campaigns/{id}", Access.WRITE, this::delete),
                new Route("GET", "/v1/campaigns/{id}/report", Access.READ, this::report));
    }

    private Response list(Request request) {
        request.acceptOnly();
        return Response.json(
                200,
                Map.of(
                        "campaigns",
                        store.campaigns(request.workspace()).stream()
                                .map(CampaignBodies.View::of)
                                .toList()));
    }

    private Response get(Request request) {
        request.acceptOnly();
        return Response.json(200, CampaignBodies.View.of(found(request)));
    }

    private Response put(Request request) {
        request.acceptOnly();
        WorkspaceId workspace = request.workspace();
        JsonObject body = JsonObject.of(request.body(MAX_BODY_BYTES));
        Campaign campaign =
                ProblemException.made(() -> CampaignBodies.read(request.path("id"), body));
        if (brands.catalogue(workspace).find(campaign.brandId()).isEmpty()) {
            throw ProblemException.parameter(
                    "brand",
                    "brand must be registered, got '"
                            + Request.shortened(campaign.brandId())
                            + "'; PUT /v1/brands/{brand} first");
        }
        List<Campaign> before = store.campaigns(workspace);
        boolean replaced = before.stream().anyMatch(each -> each.id().equals(campaign.id()));
        if (!replaced && before.size() >= CampaignStore.MAX_CAMPAIGNS) {
            throw ProblemException.parameter(
                    "id",
                    "a workspace has at most "
                            + CampaignStore.MAX_CAMPAIGNS
                            + " campaigns; delete one first");
        }
        store.put(workspace, campaign);
        return Response.json(replaced ? 200 : 201, CampaignBodies.View.of(campaign));
    }

    private Response delete(Request request) {
        request.acceptOnly();
        if (!store.delete(request.workspace(), request.path("id"))) {
            throw missing();
        }
        return Response.noContent();
    }

    private Response report(Request request) {
        request.acceptOnly("format", "emv");
        String format = request.query("format").orElse("json");
        Campaign campaign = found(request);
        Optional<MediaValue.Rates> rates =
                request.query("emv")
                        .map(
                                text ->
                                        ProblemException.made(
                                                () -> MediaValue.Rates.parse(text, campaign)));
        WorkspaceId workspace = request.workspace();
        Supplier<CampaignReport> report =
                () ->
                        CampaignReport.of(
                                reader.read(workspace, campaign, store.campaigns(workspace)),
                                rates);
        return switch (format) {
            case "json" -> Response.json(200, ReportView.of(report.get()));
            case "csv" -> ReportCsv.response(report.get());
            case "html" -> ReportPage.response(report.get());
            default ->
                    throw ProblemException.parameter(
                            "format",
                            "format must be json, csv or html, got '"
                                    + Request.shortened(format)
                                    + "'");
        };
    }

    private Campaign found(Request request) {
        return store.campaign(request.workspace(), request.path("id"))
                .orElseThrow(CampaignRoutes::missing);
    }

    private static ProblemException missing() {
        return ProblemException.notFound("no campaign has this id; PUT it first");
    }
}
