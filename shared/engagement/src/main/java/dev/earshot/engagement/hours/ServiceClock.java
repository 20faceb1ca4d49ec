package dev.earshot.engagement.hours;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A clock that runs in service hours alone and stands still during pauses. Nothing is counted
 * anywhere: each answer is computed from the hours and the pauses. Immutable and thread-safe.
 */
public final class ServiceClock {
    /** Hours of which one shift lies further away than this are as good as closed. */
    private static final int MAX_DAYS = 3_700;

    private final ServiceHours hours;
    private final List<Span> pauses;

    /**
     * @param pauses in any order, may overlap
     */
    public ServiceClock(ServiceHours hours, List<Span> pauses) {
        this.hours = hours;
        this.pauses = pauses.stream().sorted(Comparator.comparing(Span::from)).toList();
    }

    /**
     * When the clock, started then, has run for {@code work}. Work that fills a shift to its last
     * minute is due at the shift's end, not at the start of the next. Empty where the hours hold no
     * such time within ten years.
     */
    public Optional<Instant> after(Instant start, Duration work) {
        if (work.isZero() || work.isNegative()) {
            return Optional.of(start);
        }
        Duration open = work;
        LocalDate first = LocalDate.ofInstant(start, hours.zone());
        for (int day = 0; day < MAX_DAYS; day++) {
            for (Span shift : hours.of(first.plusDays(day))) {
                for (Span stretch : running(shift, start)) {
                    Duration length = Duration.between(stretch.from(), stretch.to());
                    if (length.compareTo(open) >= 0) {
                        return Optional.of(stretch.from().plus(open));
                    }
                    open = open.minus(length);
                }
            }
        }
        return Optional.empty();
    }

    /** How long the clock runs from one time to another. */
    public Duration between(Instant from, Instant to) {
        Duration sum = Duration.ZERO;
        LocalDate last = LocalDate.ofInstant(to, hours.zone());
        for (LocalDate day = LocalDate.ofInstant(from, hours.zone());
                !day.isAfter(last);
                day = day.plusDays(1)) {
            for (Span shift : hours.of(day)) {
                for (Span stretch : running(shift, from)) {
                    Instant end = stretch.to().isBefore(to) ? stretch.to() : to;
                    if (stretch.from().isBefore(end)) {
                        sum = sum.plus(Duration.between(stretch.from(), end));
                    }
                }
            }
        }
        return sum;
    }

    /** What is left of a shift from {@code start} on, without the pauses. */
    private List<Span> running(Span shift, Instant start) {
        var stretches = new ArrayList<Span>();
        Instant from = shift.from().isBefore(start) ? start : shift.from();
        for (Span pause : pauses) {
            if (pause.to().isAfter(from) && pause.from().isBefore(shift.to())) {
                if (pause.from().isAfter(from)) {
                    stretches.add(new Span(from, pause.from()));
                }
                from = pause.to();
            }
        }
        if (from.isBefore(shift.to())) {
            stretches.add(new Span(from, shift.to()));
        }
        return stretches;
    }
}
