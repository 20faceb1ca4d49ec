package dev.earshot.influence;

import dev.earshot.core.post.AuthorRef;
import dev.earshot.influence.evidence.Account;
import dev.earshot.influence.evidence.AuthorHistory;
import dev.earshot.influence.evidence.Interaction;
import dev.earshot.influence.evidence.PostFacts;
import dev.earshot.influence.evidence.Responses;
import dev.earshot.influence.history.AuthorDay;
import dev.earshot.influence.profile.Cells;
import dev.earshot.influence.profile.CreatorProfile;
import dev.earshot.influence.profile.CreatorProfile.Growth;
import dev.earshot.influence.profile.Partnership;
import dev.earshot.influence.profile.Responders;
import dev.earshot.influence.profile.Suspicion;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes creators' profiles from their histories. Stateless. */
public final class CreatorProfiles {
    private static final int DAYS_A_WEEK = CreatorProfile.DAYS_A_WEEK;
    private static final int BLOCK_HOURS = Responders.BLOCK_HOURS;

    private CreatorProfiles() {}

    /** The profile of a history as of a given time; later days are left out. */
    public static CreatorProfile of(
            AuthorHistory history, Map<AuthorRef, Account> accounts, Instant asOf) {
        Responses responses = Responses.of(history, accounts, asOf);
        return new CreatorProfile(
                growth(history.days(), asOf),
                responses.people(),
                responders(history.received(), accounts),
                new Suspicion(
                        responses.observed(), responses.doubted(), responses.suspectTargets()),
                partnerships(history.posts()));
    }

    private static List<Growth> growth(List<AuthorDay> days, Instant asOf) {
        LocalDate end = LocalDate.ofInstant(asOf, ZoneOffset.UTC);
        var weeks = new TreeMap<Long, Growth>();
        for (AuthorDay day : days) {
            long age = ChronoUnit.DAYS.between(day.day(), end);
            if (age >= 0 && age < (long) CreatorProfile.MOST_WEEKS * DAYS_A_WEEK) {
                // Days ascend, so the last sighting of a week stays.
                day.followers()
                        .ifPresent(
                                seen ->
                                        weeks.put(
                                                -(age / DAYS_A_WEEK), new Growth(day.day(), seen)));
            }
        }
        return List.copyOf(weeks.values());
    }

    /** One account's responses. */
    private static final class Habit {
        private final Map<String, Integer> languages = new HashMap<>();
        private final Map<Integer, Integer> blocks = new HashMap<>();

        void add(Interaction response) {
            languages.merge(response.language(), 1, Integer::sum);
            int hour = response.at().atZone(ZoneOffset.UTC).getHour();
            blocks.merge(hour / BLOCK_HOURS, 1, Integer::sum);
        }
    }

    private static Optional<Responders> responders(
            List<Interaction> received, Map<AuthorRef, Account> accounts) {
        var habits = new HashMap<AuthorRef, Habit>();
        received.forEach(
                response ->
                        habits.computeIfAbsent(response.from(), from -> new Habit()).add(response));
        if (habits.size() < Cells.LEAST) {
            return Optional.empty();
        }
        var languages = new TreeMap<String, Integer>();
        var hours = new TreeMap<String, Integer>();
        habits.forEach(
                (account, habit) -> {
                    languages.merge(
                            Optional.ofNullable(accounts.get(account))
                                    .flatMap(Account::language)
                                    .or(() -> usual(habit.languages))
                                    .orElse(Responders.UNKNOWN),
                            1,
                            Integer::sum);
                    usual(habit.blocks)
                            .ifPresent(block -> hours.merge(name(block), 1, Integer::sum));
                });
        return Optional.of(new Responders(Cells.of(languages), Cells.of(hours)));
    }

    /** What most of an account's items are, the first by name among equals. */
    private static <T extends Comparable<T>> Optional<T> usual(Map<T, Integer> counts) {
        return counts.entrySet().stream()
                .max(
                        Map.Entry.<T, Integer>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey);
    }

    private static String name(int block) {
        return String.format(
                Locale.ROOT, "%02d-%02d", block * BLOCK_HOURS, (block + 1) * BLOCK_HOURS);
    }

    /** Those of an author's own posts, the latest first; reposts say nothing. */
    private static List<Partnership> partnerships(List<PostFacts> posts) {
        var disclosed = new HashMap<Optional<String>, List<LocalDate>>();
        var others = new HashMap<Optional<String>, Integer>();
        for (PostFacts post : posts) {
            if (post.kind() == PostFacts.Kind.REPOST) {
                continue;
            }
            List<Optional<String>> brands =
                    post.brands().isEmpty()
                            ? List.of(Optional.empty())
                            : post.brands().stream().map(Optional::of).toList();
            for (Optional<String> brand : brands) {
                if (post.advertising()) {
                    disclosed
                            .computeIfAbsent(brand, b -> new ArrayList<>())
                            .add(LocalDate.ofInstant(post.createdAt(), ZoneOffset.UTC));
                } else if (brand.isPresent()) {
                    others.merge(brand, 1, Integer::sum);
                }
            }
        }
        return disclosed.entrySet().stream()
                .map(e -> partnership(e.getKey(), e.getValue(), others.getOrDefault(e.getKey(), 0)))
                .sorted(
                        Comparator.comparing(Partnership::last)
                                .reversed()
                                .thenComparing(p -> p.brand().orElse("")))
                .toList();
    }

    private static Partnership partnership(
            Optional<String> brand, List<LocalDate> disclosed, int others) {
        List<LocalDate> days = disclosed.stream().sorted().toList();
        return new Partnership(brand, days.size(), others, days.getFirst(), days.getLast());
    }
}
