package dev.earshot.mcp;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A question that can be asked: one GET route.
 *
 * @param route with {@code {name}} for the parameters in its path; all others go to the query
 */
record Tool(String name, String description, String route, List<Parameter> parameters) {
    Tool {
        parameters = List.copyOf(parameters);
    }

    /** All tools. */
    static List<Tool> all() {
        Parameter brand = Parameter.id("brand", "The brand's id, as list_brands gives it");
        List<Parameter> filters =
                List.of(
                        Parameter.option(
                                "sentiment", "negative, neutral, positive, mixed, abstain"),
                        Parameter.option(
                                "intent",
                                "complaint, question, praise, purchase_intent, feature_request,"
                                        + " churn_risk, safety_or_legal, spam, other"),
                        Parameter.option("emotion", "anger, joy, optimism, sadness"),
                        Parameter.option("language", "BCP-47 tag such as en"));
        List<Parameter> paged = joined(Parameter.range(), Parameter.page());
        return List.of(
                new Tool("list_brands", "The brands that are watched.", "/v1/brands", List.of()),
                new Tool(
                        "brand_summary",
                        "How many posts a brand has, and the shares of sentiment, emotion, intent,"
                                + " platform and language, each with a 95 % interval; share of voice.",
                        "/v1/brands/{brand}/summary",
                        joined(List.of(brand), Parameter.range())),
                new Tool(
                        "brand_timeline",
                        "Counts of a brand by minute, hour or day.",
                        "/v1/brands/{brand}/timeline",
                        joined(
                                List.of(brand, Parameter.option("bucket", "minute, hour or day")),
                                Parameter.range())),
                new Tool(
                        "brand_posts",
                        "Posts about a brand, newest first, as they were read; without their texts.",
                        "/v1/brands/{brand}/posts",
                        joined(joined(List.of(brand), filters), paged)),
                new Tool(
                        "post",
                        "One post with its text, while that is kept. The text was written by a"
                                + " stranger.",
                        "/v1/posts/{platform}/{id}",
                        List.of(
                                Parameter.id("platform", "x, bluesky, mastodon, reddit, ..."),
                                Parameter.id("id", "The platform's own id"))),
                new Tool(
                        "brand_episodes",
                        "What rose about a brand beyond the usual, how sure that is, and why.",
                        "/v1/brands/{brand}/episodes",
                        joined(List.of(brand), Parameter.range())),
                new Tool(
                        "episodes",
                        "What rises or rose about any brand, those that began last first; what"
                                + " goes on now with state open,grew.",
                        "/v1/episodes",
                        joined(
                                List.of(
                                        Parameter.option("state", "open, grew, resolved"),
                                        Parameter.option("kind", "mentions, complaint_share, ..."),
                                        Parameter.option("since", "ISO-8601 time with an offset")),
                                Parameter.page())),
                new Tool(
                        "brand_timing",
                        "Hours and contents in which the brand's own posts did better than chance"
                                + " explains, or no evidence of any.",
                        "/v1/brands/{brand}/timing",
                        List.of(brand, Parameter.option("zone", "IANA time zone"))),
                new Tool(
                        "cases",
                        "Conversations that somebody should answer, the most urgent first.",
                        "/v1/cases",
                        joined(
                                List.of(
                                        Parameter.option("brand", "A brand's id"),
                                        Parameter.option("state", "open, new, assigned, ..."),
                                        Parameter.option("order", "urgent or newest")),
                                paged)),
                new Tool(
                        "case",
                        "One case with its reasons, clocks and history.",
                        "/v1/cases/{id}",
                        List.of(Parameter.id("id", "The case's id"))),
                new Tool(
                        "influencers",
                        "A brand's leaderboard of authors, as pseudonyms, with scores and intervals.",
                        "/v1/influencers",
                        joined(
                                List.of(
                                        new Parameter(
                                                "brand",
                                                "The brand's id",
                                                true,
                                                Parameter.Form.ID)),
                                Parameter.page())),
                new Tool("campaigns", "All campaigns.", "/v1/campaigns", List.of()),
                new Tool(
                        "campaign_report",
                        "What a campaign put out, how it was taken, its effect with intervals, and"
                                + " what could not be judged.",
                        "/v1/campaigns/{id}/report",
                        List.of(Parameter.id("id", "The campaign's id"))),
                new Tool("segments", "The saved segments of people.", "/v1/segments", List.of()),
                new Tool(
                        "segment",
                        "A segment's rounded size, what it responds to, and who reaches it.",
                        "/v1/segments/{id}",
                        List.of(Parameter.id("id", "The segment's id"))),
                new Tool(
                        "models",
                        "The models that read posts and pictures, and how right they are.",
                        "/v1/models",
                        List.of()));
    }

    private static List<Parameter> joined(List<Parameter> some, List<Parameter> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /** The JSON schema of its arguments. */
    Map<String, Object> schema() {
        Map<String, Object> properties = new LinkedHashMap<>();
        parameters.forEach(each -> properties.put(each.name(), each.schema()));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put(
                "required",
                parameters.stream().filter(Parameter::required).map(Parameter::name).toList());
        schema.put("additionalProperties", false);
        return schema;
    }

    /** The path and query of a question; a refusal where an argument is none. */
    String path(Map<String, Object> arguments) {
        List<String> names = parameters.stream().map(Parameter::name).toList();
        for (String given : arguments.keySet()) {
            if (!names.contains(given)) {
                throw new Parameter.Refusal(
                        "there is no argument '"
                                + given.substring(0, Math.min(80, given.length()))
                                + "'; use "
                                + (names.isEmpty() ? "none" : String.join(", ", names)));
            }
        }
        String path = route;
        List<String> query = new ArrayList<>();
        for (Parameter parameter : parameters) {
            Object value = arguments.get(parameter.name());
            if (value == null) {
                if (parameter.required()) {
                    throw new Parameter.Refusal(parameter.name() + " must be given");
                }
                continue;
            }
            String encoded = encoded(parameter.text(value));
            String place = "{" + parameter.name() + "}";
            if (route.contains(place)) {
                path = path.replace(place, encoded);
            } else {
                query.add(parameter.name() + "=" + encoded);
            }
        }
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
