package dev.earshot.evaluation.vision;

import com.fasterxml.jackson.databind.JsonNode;

import dev.earshot.core.picture.Box;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a list says a picture or clip shows. What it doesn't speak of is empty and is not measured;
 * an empty set says that there is none. Labels are spelled as {@link Labels#plain} does.
 *
 * @param places every place that would be right
 * @param side {@code indoor} or {@code outdoor}
 * @param garments every garment that would be right
 * @param actions what is done in a clip
 * @param text the words, in reading order
 * @param faces a box around each
 * @param objects things that are there, among others
 */
record Expected(
        Optional<Set<String>> places,
        Optional<String> side,
        Optional<Set<String>> garments,
        Optional<Set<String>> actions,
        Optional<String> text,
        Optional<List<Box>> faces,
        Set<String> objects) {
    private static final Set<String> INSIDE =
            Set.of("bedroom", "kitchen", "living room", "office", "store");
    private static final Set<String> OUTSIDE =
            Set.of(
                    "coast",
                    "forest",
                    "highway",
                    "inside city",
                    "mountain",
                    "open country",
                    "street",
                    "suburb",
                    "tall building");

    /** Screenshots, receipts and cards show no place, and nothing is worn in them. */
    private static final Set<String> FLAT_TASKS = Set.of("ocr", "screenshots", "receipts");

    /**
     * Reads one object of the list. A field of the plain name ({@code place}, {@code garment},
     * {@code action}) or its plural says what is shown; {@code label} does where the {@code task}
     * says which of them it is.
     *
     * @throws IllegalArgumentException if a field has another shape; the message names it
     */
    static Expected of(JsonNode entry) {
        String task = Labels.plain(entry.path("task").asText(""));
        boolean flat = FLAT_TASKS.contains(task);
        Optional<Set<String>> places =
                labels(entry, "place", task.contains("scene") || task.contains("place"))
                        .or(() -> none(flat || task.contains("meme")));
        Optional<Set<String>> garments =
                labels(entry, "garment", task.contains("cloth") || task.contains("garment"))
                        .or(() -> none(flat));
        return new Expected(
                places,
                side(entry, places),
                garments,
                labels(entry, "action", task.contains("action")),
                entry.has("text") ? Optional.of(words(entry, "text")) : Optional.empty(),
                faces(entry),
                objects(entry));
    }

    /** Whether the list says anything that can be measured. */
    boolean saysSomething() {
        return places.isPresent()
                || side.isPresent()
                || garments.isPresent()
                || actions.isPresent()
                || text.isPresent()
                || faces.isPresent()
                || !objects.isEmpty();
    }

    private static Optional<Set<String>> none(boolean applies) {
        return applies ? Optional.of(Set.of()) : Optional.empty();
    }

    private static Optional<Set<String>> labels(JsonNode entry, String field, boolean byTask) {
        for (String name : List.of(field, field + "s")) {
            if (entry.has(name)) {
                return Optional.of(several(entry, name));
            }
        }
        return byTask && entry.has("label")
                ? Optional.of(several(entry, "label"))
                : Optional.empty();
    }

    /** The words of a field that holds one or a list of them; {@code null} and "none" are none. */
    private static Set<String> several(JsonNode entry, String field) {
        JsonNode value = entry.path(field);
        Set<String> labels = new LinkedHashSet<>();
        if (value.isArray()) {
            value.forEach(each -> labels.add(Labels.plain(word(each, field))));
        } else if (!value.isNull()) {
            labels.add(Labels.plain(word(value, field)));
        }
        labels.remove("none");
        return labels;
    }

    private static Optional<String> side(JsonNode entry, Optional<Set<String>> places) {
        if (entry.has("side")) {
            String side = Labels.plain(words(entry, "side"));
            if (!side.equals("indoor") && !side.equals("outdoor")) {
                throw new IllegalArgumentException(
                        "side must be indoor or outdoor, got '" + side + "'");
            }
            return Optional.of(side);
        }
        Set<String> known = places.orElse(Set.of());
        if (known.isEmpty()) {
            return Optional.empty();
        }
        if (INSIDE.containsAll(known)) {
            return Optional.of("indoor");
        }
        return OUTSIDE.containsAll(known) ? Optional.of("outdoor") : Optional.empty();
    }

    private static Optional<List<Box>> faces(JsonNode entry) {
        if (!entry.has("faces")) {
            return Optional.empty();
        }
        List<Box> boxes = new ArrayList<>();
        for (JsonNode face : entry.path("faces")) {
            boolean fourNumbers = face.isArray() && face.size() == 4;
            for (JsonNode number : face) {
                fourNumbers &= number.isNumber();
            }
            if (!fourNumbers) {
                throw new IllegalArgumentException(
                        "each of faces must be four numbers [x, y, width, height], got " + face);
            }
            // Annotators draw beyond the edge; a box begins within the picture.
            double x = Math.max(0, face.get(0).asDouble());
            double y = Math.max(0, face.get(1).asDouble());
            boxes.add(new Box(x, y, face.get(2).asDouble(), face.get(3).asDouble()));
        }
        return Optional.of(List.copyOf(boxes));
    }

    private static Set<String> objects(JsonNode entry) {
        Set<String> labels = new LinkedHashSet<>();
        for (JsonNode object : entry.path("objects")) {
            labels.add(
                    Labels.plain(
                            object.isObject()
                                    ? word(object.path("label"), "objects' label")
                                    : word(object, "objects")));
        }
        return labels;
    }

    private static String words(JsonNode entry, String field) {
        return word(entry.path(field), field);
    }

    private static String word(JsonNode value, String field) {
        if (!value.isTextual()) {
            throw new IllegalArgumentException(field + " must be a text, got " + value);
        }
        return value.asText();
    }
}
