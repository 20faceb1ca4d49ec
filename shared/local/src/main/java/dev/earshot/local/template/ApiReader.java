package dev.earshot.local.template;

import dev.earshot.local.template.CloudTemplate.Api;
import dev.earshot.local.template.CloudTemplate.Authorizer;
import dev.earshot.local.template.CloudTemplate.Cors;
import dev.earshot.local.template.CloudTemplate.Route;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the HTTP API: its authorizers, and the routes that functions declared. */
final class ApiReader {
    private ApiReader() {}

    static Api read(String id, Node node, List<FunctionReader.ApiEvent> events) {
        Node auth = node.at("Auth");
        List<Authorizer> authorizers = new ArrayList<>();
        auth.at("Authorizers")
                .entries()
                .forEach(
                        (name, authorizer) -> {
                            if (!authorizer.at("FunctionArn").present()
                                    || !authorizer.at("EnableSimpleResponses").flag(false)
                                    || !authorizer
                                            .at("AuthorizerPayloadFormatVersion")
                                            .text("")
                                            .equals("2.0")) {
                                throw new TemplateException(
                                        authorizer.path()
                                                + ": the embedded cloud knows Lambda authorizers of"
                                                + " payload format 2.0 with simple responses");
                            }
                            authorizers.add(
                                    new Authorizer(
                                            name,
                                            authorizer.at("FunctionArn").text(),
                                            authorizer.at("Identity").at("Headers").items().stream()
                                                    .map(
                                                            header ->
                                                                    header.text()
                                                                            .toLowerCase(
                                                                                    Locale.ROOT))
                                                    .toList()));
                        });
        String byDefault = auth.at("DefaultAuthorizer").optionalText().orElse(null);
        List<Route> routes = new ArrayList<>();
        for (FunctionReader.ApiEvent event : events) {
            Node properties = event.properties();
            String authorizer = authorizer(properties, byDefault, authorizers);
            routes.add(
                    new Route(
                            properties.at("Method").text().toUpperCase(Locale.ROOT),
                            properties.at("Path").text(),
                            event.functionId(),
                            authorizer));
        }
        return new Api(id, routes, authorizers, cors(node.at("CorsConfiguration")));
    }

    private static @Nullable String authorizer(
            Node properties, @Nullable String byDefault, List<Authorizer> authorizers) {
        Node given = properties.at("Auth").at("Authorizer");
        String name = given.optionalText().orElse(byDefault);
        if (name == null || name.equals("NONE")) {
            return null;
        }
        if (authorizers.stream().noneMatch(authorizer -> authorizer.name().equals(name))) {
            throw new TemplateException(given.path() + ": no authorizer is named " + name);
        }
        return name;
    }

    private static Optional<Cors> cors(Node node) {
        if (!node.present()) {
            return Optional.empty();
        }
        return Optional.of(
                new Cors(
                        texts(node.at("AllowOrigins")),
                        texts(node.at("AllowMethods")),
                        texts(node.at("AllowHeaders")),
                        texts(node.at("ExposeHeaders")),
                        node.at("MaxAge").integer(0)));
    }

    private static List<String> texts(Node node) {
        return node.items().stream().map(Node::text).toList();
    }
}
