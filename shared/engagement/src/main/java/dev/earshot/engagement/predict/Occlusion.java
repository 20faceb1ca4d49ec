package dev.earshot.engagement.predict;

import dev.earshot.core.text.Reading;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * A planned post, and the same with each of its parts left out: what a prediction changes by is
 * what the part does to it, as far as the model goes.
 */
record Occlusion(Planned whole, List<String> parts, List<Planned> without) {
    private static final int MAX_MOVERS = 5;

    /** Longer texts are taken apart by sentences, so that the encoder is asked a bounded number. */
    private static final int MAX_WORDS = 60;

    /** Smaller effects are not worth a marketer's look: one response in a hundred. */
    private static final double LEAST_EFFECT = 0.01;

    static Occlusion of(Planned plan, String text, Encoder encoder) {
        List<String> parts = parts(text);
        List<String> texts = new ArrayList<>(List.of(text));
        parts.forEach(part -> texts.add(text.replace(part, " ")));
        List<Reading> readings = encoder.read(texts);
        List<Planned> without = new ArrayList<>(parts.size());
        for (int i = 0; i < parts.size(); i++) {
            without.add(plan.saying(texts.get(i + 1), readings.get(i + 1)));
        }
        return new Occlusion(plan.saying(text, readings.getFirst()), parts, without);
    }

    private static List<String> parts(String text) {
        List<String> words = distinct(text, "\\s+");
        if (words.size() <= MAX_WORDS) {
            return words;
        }
        List<String> sentences = distinct(text, "(?<=[.!?…。！？])\\s+|\\R+");
        return sentences.subList(0, Math.min(MAX_WORDS, sentences.size()));
    }

    private static List<String> distinct(String text, String between) {
        return List.copyOf(
                new LinkedHashSet<>(
                        Arrays.stream(text.strip().split(between, -1))
                                .filter(part -> !part.isBlank())
                                .toList()));
    }

    /** The parts that move the prediction most. */
    List<Forecast.Mover> movers(Ridge.Row row, Function<Planned, Ridge.Row> rowOf, Ridge ridge) {
        double prediction = ridge.predict(row);
        List<Forecast.Mover> movers = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            double left = ridge.predict(rowOf.apply(without.get(i)));
            movers.add(mover(Forecast.Kind.TEXT, parts.get(i), prediction - left));
        }
        if (whole.form() != Planned.Form.TEXT) {
            double left = ridge.predict(rowOf.apply(whole.as(Planned.Form.TEXT)));
            String form = whole.form().name().toLowerCase(Locale.ROOT);
            movers.add(mover(Forecast.Kind.FORM, form, prediction - left));
        }
        double anyHour = ridge.predict(row.atAnyHour());
        movers.add(mover(Forecast.Kind.HOUR, hour(), prediction - anyHour));
        return movers.stream()
                .filter(mover -> Math.abs(Math.log(mover.effect())) >= LEAST_EFFECT)
                .sorted(
                        Comparator.comparingDouble(
                                        (Forecast.Mover mover) ->
                                                -Math.abs(Math.log(mover.effect())))
                                .thenComparing(Forecast.Mover::part))
                .limit(MAX_MOVERS)
                .toList();
    }

    private String hour() {
        return String.format(Locale.ROOT, "%tR UTC", whole.at().atZone(ZoneOffset.UTC));
    }

    private static Forecast.Mover mover(Forecast.Kind kind, String part, double change) {
        return new Forecast.Mover(kind, part, Math.exp(change));
    }
}
