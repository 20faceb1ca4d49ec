package dev.earshot.mcp;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A parameter of a tool.
 *
 * @param name as the tool and the route call it
 * @param description for the model that asks
 * @param required whether it must be given
 * @param form what its values look like
 */
record Parameter(String name, String description, boolean required, Form form) {
    private static final int MAX_LENGTH = 512;

    /** Forms of values. */
    enum Form {
        TEXT("[^\\p{Cntrl}]{1,512}", "a text of at most 512 characters"),
        ID("[^\\p{Cntrl}]{1,512}", "an id"),
        TIME(
                "[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:.]{5,16}(Z|[+-][0-9]{2}:[0-9]{2}))?",
                "a time such as 2026-01-31 or 2026-01-31T12:00:00Z"),
        NUMBER("[0-9]{1,3}", "a whole number of 1 to 100");

        private final Pattern pattern;
        private final String words;

        Form(String pattern, String words) {
            this.pattern = Pattern.compile(pattern);
            this.words = words;
        }
    }

    static Parameter id(String name, String description) {
        return new Parameter(name, description, true, Form.ID);
    }

    static Parameter option(String name, String description) {
        return new Parameter(name, description, false, Form.TEXT);
    }

    static List<Parameter> range() {
        return List.of(
                new Parameter("from", "Only from then on, ISO 8601", false, Form.TIME),
                new Parameter("to", "Only before then", false, Form.TIME));
    }

    static List<Parameter> page() {
        return List.of(
                new Parameter("limit", "Items of a page, 1 to 100", false, Form.NUMBER),
                option("cursor", "The value of 'next' of the page before"));
    }

    /** Its part of the tool's JSON schema. */
    Map<String, Object> schema() {
        return form == Form.NUMBER
                ? Map.of(
                        "type", "integer", "minimum", 1, "maximum", 100, "description", description)
                : Map.of("type", "string", "maxLength", MAX_LENGTH, "description", description);
    }

    /** The value as text; a refusal if it is none of this form. */
    String text(Object value) {
        String text =
                value instanceof Double number && number == Math.rint(number)
                        ? Long.toString(number.longValue())
                        : String.valueOf(value);
        boolean plain = value instanceof String || value instanceof Number;
        boolean dots = form == Form.ID && (text.equals(".") || text.equals(".."));
        if (!plain || dots || !form.pattern.matcher(text).matches()) {
            throw new Refusal(name + " must be " + form.words);
        }
        return text;
    }

    /** Why a question is not asked. */
    static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refusal(String message) {
            super(message, null, false, false);
        }
    }
}
