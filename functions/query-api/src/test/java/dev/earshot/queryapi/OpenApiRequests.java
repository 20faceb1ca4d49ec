package dev.earshot.queryapi;

import static dev.earshot.queryapi.OpenApiWorld.NOTICE;

import dev.earshot.core.store.ApiKeys;
import dev.earshot.queryapi.OpenApiDocument.Operation;

/** What is asked of each operation of the document, with the right and the body that it needs. */
final class OpenApiRequests {
    private OpenApiRequests() {}

    static World.Ask ask(World world, Operation operation) {
        String path =
                operation
                        .path()
                        .replace("{platform}", "x")
                        .replace("{brand}", "acme")
                        .replace(
                                "{pseudonym}",
                                (operation.path().endsWith("objection") ? World.BEN : World.ANN)
                                        .pseudonym())
                        .replace("{key}", "media/cat.jpg")
                        .replace("{model}", "text")
                        .replace("{rule}", "influencer-score")
                        .replace("{file}", "index.html")
                        .replace("{id}", id(operation.path()));
        World.Ask ask = world.ask(operation.method(), path).as(World.ACME, "read write originals");
        if (path.endsWith("/transitions")) {
            ask.header("if-match", "an older state");
        }
        if (path.startsWith("/v1/privacy/requests")) {
            ask.as(World.ACME, "read resolve");
        }
        if (path.startsWith("/v1/keys")) {
            ask.as(World.ACME, "admin");
        }
        if (path.startsWith("/v1/authors/reso")) {
            ask.as(World.ACME, "resolve");
        }
        if (path.endsWith("/timing/test")) {
            ask.query("hours", "9,18").query("from", "2026-02-01").query("pairs", "3");
        }
        if (operation.toString().equals("PUT /v1/views/{id}")) {
            ask.header("if-match", "\"1\"");
        }
        return path.startsWith("/v1/influencers") && operation.method().equals("GET")
                ? ask.query("brand", "acme")
                : ask;
    }

    private static String id(String path) {
        if (path.startsWith("/v1/alerts/{id}")) {
            return NOTICE.id();
        }
        if (path.startsWith("/v1/keys")) {
            return ApiKeys.id("key-1");
        }
        if (path.startsWith("/v1/exports")) {
            return "e17";
        }
        return path.contains("/cases/")
                ? CaseRoutesTest.complaint("17").value()
                : path.contains("parked") ? "p1" : "17";
    }

    static String body(Operation operation) {
        return switch (operation.toString()) {
            case "POST /v1/posts" ->
                    "{\"id\":\"1\",\"text\":\"fine\"}\n{\"id\":\"a b\",\"text\":\"bad\"}";
            case "POST /v1/keys" -> "{\"name\":\"Ann\",\"scopes\":[\"read\"]}";
            case "PUT /v1/views/{id}" ->
                    "{\"name\":\"Monday\",\"address\":\"#/overview?range=7d\"}";
            case "POST /v1/uploads" ->
                    "{\"fileName\":\"a.png\",\"contentType\":\"image/png\",\"bytes\":9}";
            case "PUT /v1/brands/{brand}/logos" ->
                    "{\"logos\":[\"R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7\"]}";
            case "PUT /v1/alerts/rules/{id}" -> "{\"recipients\":[\"email\"]}";
            case "PUT /v1/alerts/webhooks/{id}" -> "{\"url\":\"https://hooks.example/\"}";
            case "PUT /v1/alerts/silences/{id}" ->
                    "{\"owner\":\"Ann\",\"reason\":\"a sale\",\"until\":\""
                            + World.NOW.plusSeconds(60)
                            + "\"}";
            case "POST /v1/alerts/preview" -> "{\"rule\":{\"recipients\":[\"email\"]}}";
            case "POST /v1/exports" -> "{\"brand\":\"acme\",\"format\":\"csv\"}";
            case "POST /v1/jobs" -> "{\"kind\":\"batch\",\"prefix\":\"media/2026/\"}";
            case "PUT /v1/brands/{brand}" -> "{\"name\":\"Acme\",\"aliases\":[\"ACME\"]}";
            case "POST /v1/influencers/portfolio" ->
                    "{\"brand\":\"acme\",\"budget\":10,\"prices\":{\""
                            + World.ANN.pseudonym()
                            + "\":5}}";
            case "PUT /v1/segments/{id}" ->
                    "{\"name\":\"Some\",\"brand\":\"acme\",\"mood\":\"positive\"}";
            case "PUT /v1/sources/{id}" ->
                    "{\"kind\":\"app-store-reviews\",\"brands\":[\"acme\"],\"targets\":[\"de/1\"]}";
            case "PUT /v1/campaigns/{id}" ->
                    "{\"name\":\"Spring\",\"brand\":\"acme\",\"from\":\"2026-03-01\","
                            + "\"to\":\"2026-03-03\"}";
            case "POST /v1/privacy/requests" ->
                    "{\"platform\":\"x\",\"account\":\"7\",\"right\":\"access\",\"identity\":\"seen\"}";
            case "POST /v1/privacy/requests/{id}/transitions" -> "{\"to\":\"revoked\"}";
            case "POST /v1/cases/{id}/transitions" -> "{\"to\":\"resolved\"}";
            case "PUT /v1/settings/cases" ->
                    "{\"zone\":\"Europe/Berlin\",\"week\":{\"monday\":[\"09:00-17:00\"]},"
                            + "\"teams\":[{\"id\":\"care\"}]}";
            case "PUT /v1/posts/{platform}/{id}/feedback" -> "{\"sentiment\":\"negative\"}";
            case "POST /v1/authors/resolve", "POST /v1/privacy/statements" ->
                    "{\"platform\":\"x\",\"account\":\"7\",\"purpose\":\"asked by its owner\"}";
            default -> "";
        };
    }
}
