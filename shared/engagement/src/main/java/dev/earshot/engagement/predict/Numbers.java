package dev.earshot.engagement.predict;

import org.jspecify.annotations.Nullable;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;

/** A post and what came before it as numbers of any scale; NaN where one is not known. */
final class Numbers {
    /** Where the five that tell hour and day begin. */
    private static final int HOUR = 6;

    private static final int HOUR_NUMBERS = 5;

    private Numbers() {}

    static double[] of(Planned post, History.Before before) {
        double recent = before.trailing(10, 0.5);
        double[] text = post.text().map(Numbers::ofText).orElseGet(() -> unknown(ofText("")));
        double[] past = {
            before.trailing(3, 0.5) - recent,
            before.trailing(30, 0.5) - recent,
            before.trailing(100, 0.5) - recent,
            before.trailing(10, 0.9) - before.trailing(10, 0.1),
            before.trailing(1, 0.5) - recent,
            Math.log1p(pause(post.at(), before.lastOwn()))
        };
        double[] hour = ofHour(post.at());
        double[] form = {
            post.form() == Planned.Form.PICTURE ? 1 : 0, post.form() == Planned.Form.CLIP ? 1 : 0
        };
        double[] all = Arrays.copyOf(past, past.length + hour.length + text.length + form.length);
        System.arraycopy(hour, 0, all, past.length, hour.length);
        System.arraycopy(text, 0, all, past.length + hour.length, text.length);
        System.arraycopy(form, 0, all, all.length - form.length, form.length);
        return all;
    }

    /** The same of a post that is sent at no hour in particular. */
    static double[] atAnyHour(double[] numbers) {
        double[] copy = numbers.clone();
        Arrays.fill(copy, HOUR, HOUR + HOUR_NUMBERS, Double.NaN);
        return copy;
    }

    /** Hours since the account's last post; a day where there is none. */
    private static double pause(Instant at, @Nullable PastPost last) {
        return last == null ? 24 : Math.max(0, Duration.between(last.at(), at).toMinutes() / 60.0);
    }

    private static double[] ofHour(Instant at) {
        ZonedDateTime time = at.atZone(ZoneOffset.UTC);
        double day = 2 * Math.PI * (time.getHour() + time.getMinute() / 60.0) / 24;
        return new double[] {
            Math.sin(day),
            Math.cos(day),
            Math.sin(2 * day),
            Math.cos(2 * day),
            time.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0 ? 1 : 0
        };
    }

    private static double[] ofText(String text) {
        return new double[] {
            text.length() / 100.0,
            WordFeatures.words(text).size() / 20.0,
            has(text, "http"),
            has(text, "pic."),
            text.startsWith("@") ? 1 : 0,
            text.startsWith("RT") ? 1 : 0,
            count(text, '@'),
            count(text, '#'),
            has(text, "?"),
            has(text, "!"),
            has(text, "\""),
            text.chars().anyMatch(Character::isDigit) ? 1 : 0
        };
    }

    private static double[] unknown(double[] like) {
        double[] none = new double[like.length];
        Arrays.fill(none, Double.NaN);
        return none;
    }

    private static double has(String text, String part) {
        return text.contains(part) ? 1 : 0;
    }

    private static double count(String text, char sign) {
        return text.chars().filter(c -> c == sign).count();
    }
}
