package dev.earshot.platforms;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where platforms are: their own addresses, or others in their place. Immutable.
 *
 * @param instead by the platform's own address, such as {@code https://bsky.social}
 */
public record Bases(Map<String, String> instead) {
    /** The platforms' own addresses. */
    public static final Bases OFFICIAL = new Bases(Map.of());

    public Bases {
        instead = Map.copyOf(instead);
    }

    String of(String official) {
        return instead.getOrDefault(official, official);
    }

    /** An address with parameters; those without a value are left out. */
    static URI uri(String address, Map<String, String> parameters) {
        var text = new StringBuilder(address);
        char sign = address.contains("?") ? '&' : '?';
        for (Map.Entry<String, String> each : parameters.entrySet()) {
            if (!each.getValue().isEmpty()) {
                text.append(sign)
                        .append(each.getKey())
                        .append('=')
                        .append(encoded(each.getValue()));
                sign = '&';
            }
        }
        return URI.create(text.toString());
    }

    /** Parameters in order: name, value, name, value. */
    static Map<String, String> parameters(String... pairs) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            parameters.put(pairs[i], pairs[i + 1]);
        }
        return parameters;
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
