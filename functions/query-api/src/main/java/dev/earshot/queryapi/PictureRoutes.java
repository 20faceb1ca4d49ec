package dev.earshot.queryapi;

import dev.earshot.core.media.CataloguedMedia;
import dev.earshot.core.query.MediaSearch;
import dev.earshot.core.query.Reuse;
import dev.earshot.core.store.BrandStore;
import dev.earshot.core.store.MediaCatalogue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Searches pictures and videos, and lists those that show a brand. Thread-safe. */
final class PictureRoutes {
    private static final int USUAL_LIMIT = 20;
    private static final int MOST = 100;
    private static final int LONGEST_QUESTION = 500;

    private final MediaCatalogue catalogue;
    private final BrandStore brands;
    private final MediaSearch search;

    PictureRoutes(MediaCatalogue catalogue, BrandStore brands) {
        this.catalogue = catalogue;
        this.brands = brands;
        this.search = new MediaSearch(catalogue);
    }

    List<Route> routes() {
        return List.of(
                new Route("GET", "/v1/media", Access.READ, this::search),
                new Route("GET", "/v1/brands/{brand}/media", Access.READ, this::ofBrand));
    }

    private Response search(Request request) {
        request.allow("q", "limit");
        String question = request.query("q").orElse("");
        if (question.length() > LONGEST_QUESTION) {
            throw Problem.parameter(
                    "q", "q must have at most " + LONGEST_QUESTION + " characters");
        }
        MediaSearch.Answer answer = search.search(request.workspace(), question, limit(request));
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("q", question);
        view.put("method", MediaSearch.METHOD);
        view.put("pictures", answer.found());
        view.put("files", answer.files());
        List<Map<String, Object>> hits = new ArrayList<>();
        for (MediaSearch.Hit hit : answer.hits()) {
            Map<String, Object> entry = entry(hit.media(), hit.copies());
            entry.put("score", hit.score());
            entry.put("matched", hit.matched());
            hits.add(entry);
        }
        view.put("media", hits);
        return Response.json(200, view);
    }

    private Response ofBrand(Request request) {
        request.allow("limit");
        String brand = request.path("brand");
        if (brands.catalogue(request.workspace()).brands().stream()
                .noneMatch(b -> b.id().equals(brand))) {
            throw Problem.notFound(
                    "no brand '" + Request.shortened(brand) + "' is registered; PUT it first");
        }
        List<CataloguedMedia> files =
                catalogue.all(request.workspace()).stream()
                        .filter(media -> media.brands().contains(brand))
                        .toList();
        List<CataloguedMedia> distinct = Reuse.distinct(files);
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("brand", brand);
        view.put("pictures", distinct.size());
        view.put("files", files.size());
        view.put(
                "media",
                distinct.stream()
                        .limit(limit(request))
                        .map(media -> entry(media, Reuse.of(media, files).copies()))
                        .toList());
        return Response.json(200, view);
    }

    private static Map<String, Object> entry(CataloguedMedia media, int copies) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("key", media.key());
        entry.put("kind", media.kind());
        entry.put("seenAt", media.seenAt());
        entry.put("shows", media.things().stream().distinct().toList());
        entry.put("brands", media.brands());
        entry.put("copies", copies);
        return entry;
    }

    private static int limit(Request request) {
        int limit = request.number("limit", USUAL_LIMIT);
        if (limit < 1 || limit > MOST) {
            throw Problem.parameter("limit", "limit must be 1 to " + MOST + ", got " + limit);
        }
        return limit;
    }
}
