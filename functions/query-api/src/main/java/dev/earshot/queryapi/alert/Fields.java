package dev.earshot.queryapi.alert;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.store.BrandStore;
import dev.earshot.queryapi.http.JsonObject;
import dev.earshot.queryapi.http.ProblemException;
import dev.earshot.queryapi.http.Request;
import dev.earshot.trends.episode.TrendKind;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Fields that several bodies have. Stateless. */
final class Fields {
    static final int MAX_BODY_BYTES = 1 << 14;

    private Fields() {}

    /** The brand of a body, which must be registered. */
    static Optional<String> brand(WorkspaceId workspace, JsonObject body, BrandStore brands) {
        Optional<String> brand = body.text("brand");
        boolean known =
                brand.isEmpty() || brands.catalogue(workspace).find(brand.get()).isPresent();
        if (!known) {
            throw ProblemException.parameter(
                    "brand",
                    "brand must be registered, got '"
                            + Request.shortened(brand.get())
                            + "'; PUT /v1/brands/{brand} first, or leave it out for all brands");
        }
        return brand;
    }

    /** The brand that a route names; a problem if it is not registered. */
    static String registered(Request request, BrandStore brands) {
        String brand = request.path("brand");
        if (brands.catalogue(request.workspace()).find(brand).isEmpty()) {
            throw ProblemException.unknownBrand(brand);
        }
        return brand;
    }

    /** The kinds of a body; none given means all. */
    static Set<TrendKind> kinds(JsonObject body) {
        return kinds("kinds", body.texts("kinds"));
    }

    /** Kinds by their keys. */
    static Set<TrendKind> kinds(String field, List<String> keys) {
        Set<TrendKind> kinds = new LinkedHashSet<>();
        for (String key : keys) {
            kinds.add(
                    TrendKind.of(key)
                            .orElseThrow(
                                    () ->
                                            ProblemException.parameter(
                                                    field,
                                                    field
                                                            + " must be of "
                                                            + Arrays.stream(TrendKind.values())
                                                                    .map(TrendKind::key)
                                                                    .collect(
                                                                            Collectors.joining(
                                                                                    ", "))
                                                            + ", got '"
                                                            + Request.shortened(key)
                                                            + "'")));
        }
        return kinds;
    }

    /** A time with an offset. */
    static Optional<Instant> time(JsonObject body, String name) {
        return body.text(name)
                .map(
                        text -> {
                            try {
                                return OffsetDateTime.parse(text).toInstant();
                            } catch (DateTimeException e) {
                                throw ProblemException.parameter(
                                        name,
                                        name
                                                + " must be an ISO-8601 time with an offset, such"
                                                + " as 2026-01-31T12:00:00Z, got '"
                                                + Request.shortened(text)
                                                + "'");
                            }
                        });
    }
}
