package dev.earshot.influence.profile;

import dev.earshot.core.post.AuthorRef;
import dev.earshot.influence.evidence.Account;
import dev.earshot.influence.evidence.Interaction;
import dev.earshot.influence.profile.Cells.Cell;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The accounts that respond to a creator, told as groups alone ({@link Cells}).
 *
 * @param languages BCP-47 tags by share; the rest, of small groups and unknown ones, has no name
 * @param hours blocks of four hours in UTC, such as {@code 16-20}, by the share of accounts that
 *     mostly respond in them
 */
public record Responders(List<Cell> languages, List<Cell> hours) {
    private static final int BLOCK_HOURS = 4;
    private static final String UNKNOWN = "und";

    public Responders {
        languages = List.copyOf(languages);
        hours = List.copyOf(hours);
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

    /** The groups of those who responded; empty if they are too few to tell anything. */
    static Optional<Responders> of(List<Interaction> received, Map<AuthorRef, Account> accounts) {
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
                    languages.merge(language(accounts.get(account), habit), 1, Integer::sum);
                    Cells.usual(habit.blocks)
                            .ifPresent(block -> hours.merge(name(block), 1, Integer::sum));
                });
        // Accounts without a language are a part of the rest, however many they are.
        return Optional.of(new Responders(known(Cells.of(languages)), Cells.of(hours)));
    }

    private static String language(
            @org.jspecify.annotations.Nullable Account account, Habit habit) {
        return Optional.ofNullable(account)
                .flatMap(Account::language)
                .or(() -> Cells.usual(habit.languages))
                .orElse(UNKNOWN);
    }

    private static List<Cell> known(List<Cell> cells) {
        return cells.stream().filter(cell -> !cell.name().equals(UNKNOWN)).toList();
    }

    private static String name(int block) {
        return String.format(
                Locale.ROOT, "%02d-%02d", block * BLOCK_HOURS, (block + 1) * BLOCK_HOURS);
    }
}
