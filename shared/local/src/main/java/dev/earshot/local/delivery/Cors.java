package dev.earshot.local.delivery;

import dev.earshot.local.template.CloudTemplate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers to cross-origin requests, which the gateway gives itself. */
final class Cors {
    private final CloudTemplate.Cors rules;

    Cors(CloudTemplate.Cors rules) {
        this.rules = rules;
    }

    Answer preflight(String origin) {
        Map<String, String> headers = new LinkedHashMap<>();
        if (allowed(origin)) {
            headers.put("access-control-allow-origin", origin(origin));
            headers.put("access-control-allow-methods", String.join(",", rules.methods()));
            headers.put("access-control-allow-headers", String.join(",", rules.headers()));
            headers.put("access-control-max-age", String.valueOf(rules.maxAgeSeconds()));
        }
        return new Answer(204, headers, List.of(), new byte[0]);
    }

    Answer decorate(Answer answer, String origin) {
        if (!allowed(origin)) {
            return answer;
        }
        Map<String, String> headers = new LinkedHashMap<>(answer.headers());
        headers.put("access-control-allow-origin", origin(origin));
        if (!rules.exposed().isEmpty()) {
            headers.put("access-control-expose-headers", String.join(",", rules.exposed()));
        }
        return new Answer(answer.status(), headers, answer.cookies(), answer.body());
    }

    private boolean allowed(String origin) {
        return !origin.isEmpty()
                && (rules.origins().contains("*") || rules.origins().contains(origin));
    }

    private String origin(String origin) {
        return rules.origins().contains("*") ? "*" : origin;
    }
}
