package dev.earshot.queryapi.cases;

import dev.earshot.core.Digests;
import dev.earshot.core.FieldException;
import dev.earshot.core.brand.Brand;
import dev.earshot.core.store.BrandStore;
import dev.earshot.core.store.TextVault;
import dev.earshot.engagement.cases.Case;
import dev.earshot.engagement.cases.CaseChange;
import dev.earshot.engagement.cases.CaseDesk;
import dev.earshot.engagement.cases.CaseDesk.Result;
import dev.earshot.engagement.cases.CaseId;
import dev.earshot.engagement.reply.Draft;
import dev.earshot.engagement.reply.Drafts;
import dev.earshot.engagement.reply.Voice;
import dev.earshot.engagement.view.CaseView;
import dev.earshot.queryapi.http.Access;
import dev.earshot.queryapi.http.Choices;
import dev.earshot.queryapi.http.JsonObject;
import dev.earshot.queryapi.http.ProblemException;
import dev.earshot.queryapi.http.Request;
import dev.earshot.queryapi.http.Response;
import dev.earshot.queryapi.http.Route;
import dev.earshot.wire.api.ProblemKind;

import java.util.List;

/**
 * Cases, changes to them, and drafts of answers. Nothing is sent to a platform here or anywhere
 * else: a draft is a text for a person. Thread-safe.
 */
public final class CaseRoutes {
    private static final int MAX_BODY_BYTES = 1 << 14;

    private final CaseDesk desk;
    private final CaseNotices notices;
    private final CaseListing listing;
    private final BrandStore brands;
    private final TextVault texts;

    public CaseRoutes(
            CaseDesk desk,
            CaseNotices notices,
            CaseListing listing,
            BrandStore brands,
            TextVault texts) {
        this.desk = desk;
        this.notices = notices;
        this.listing = listing;
        this.brands = brands;
        this.texts = texts;
    }

    public List<Route> routes() {
        return List.of(
                new Route("GET", "/v1/cases", Access.READ, listing::list),
                new Route("GET", "/v1/cases/{id}", Access.READ, this::get),
                new Route("POST", "/v1/cases/{id}/transitions", Access.WRITE, this::change),
                new Route("GET", "/v1/cases/{id}/draft", Access.READ, this::draft));
    }

    private Response get(Request request) {
        request.acceptOnly();
        return response(found(request));
    }

    private Response change(Request request) {
        request.acceptOnly();
        CaseId id = id(request);
        String seen = request.seen("case");
        CaseChange change = CaseChanges.of(JsonObject.of(request.body(MAX_BODY_BYTES)));
        try {
            return switch (desk.change(
                    request.workspace(), id, seen, change, request.callerName())) {
                case Result.Changed changed -> {
                    tell(request, changed.now());
                    yield response(changed.now());
                }
                case Result.Conflict conflict -> {
                    // Perhaps the caller's own change, which was made but not told.
                    desk.find(request.workspace(), id).ifPresent(now -> tell(request, now));
                    throw new ProblemException(ProblemKind.CONFLICT, conflict.why());
                }
                case Result.Missing missing -> throw notFound(missing.id());
            };
        } catch (FieldException e) {
            throw ProblemException.parameter(e.field(), e.field() + " " + e.reason());
        }
    }

    /** The case, with an entity tag that {@code if-match} takes: its version, then its look. */
    private static Response response(Case each) {
        Response response = Response.json(200, CaseView.whole(each));
        return response.with(
                "etag",
                '"'
                        + each.file().tag()
                        + "-"
                        + Digests.sha256(response.body()).substring(0, 16)
                        + '"');
    }

    private void tell(Request request, Case now) {
        notices.tell(request.workspace(), now, desk.settings(request.workspace()));
    }

    private Response draft(Request request) {
        request.acceptOnly("voice", "brand");
        Case each = found(request);
        Voice voice =
                request.query("voice")
                        .map(text -> Choices.of("voice", text, Voice.values(), Voice::key))
                        .orElse(Voice.WARM);
        String brand = request.query("brand").orElseGet(each.brands()::getFirst);
        if (!each.brands().contains(brand)) {
            throw ProblemException.parameter(
                    "brand",
                    "brand must be one that the case is about, "
                            + each.brands()
                            + ", got '"
                            + Request.shortened(brand)
                            + "'");
        }
        Draft draft =
                Drafts.of(
                        each,
                        each.lead().text().flatMap(texts::open),
                        brands.catalogue(request.workspace()).watched().stream()
                                .filter(known -> known.id().equals(brand))
                                .findFirst()
                                .orElseGet(() -> Brand.named(brand, brand)),
                        voice);
        return Response.json(200, draft);
    }

    private Case found(Request request) {
        CaseId id = id(request);
        return desk.find(request.workspace(), id).orElseThrow(() -> notFound(id));
    }

    private static CaseId id(Request request) {
        try {
            return new CaseId(request.path("id"));
        } catch (FieldException e) {
            throw ProblemException.notFound("no case has this id: it " + e.reason());
        }
    }

    private static ProblemException notFound(CaseId id) {
        return ProblemException.notFound(
                "there is no case " + id + "; its posts may have been deleted");
    }
}
