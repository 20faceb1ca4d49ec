package dev.earshot.cli.privacy;

import dev.earshot.core.post.Platform;
import dev.earshot.core.privacy.PersonalStore;
import dev.earshot.core.privacy.PlatformDuty;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a stack does with personal data, by its settings.
 *
 * @param textDays how long texts are kept, sealed
 * @param resultDays how long results are kept
 * @param countDays how long counts are kept
 * @param personalData what becomes of personal data in texts: mask, keep or refuse
 * @param platforms whose posts are collected
 */
record Practice(
        int textDays, int resultDays, int countDays, String personalData, Set<Platform> platforms) {
    Practice {
        platforms = Set.copyOf(platforms);
    }

    /** By the settings that the template gives the function that stores posts. */
    static Practice of(Map<String, String> settings, Set<Platform> platforms) {
        return new Practice(
                Integer.parseInt(settings.getOrDefault("TEXT_RETENTION_DAYS", "30")),
                Integer.parseInt(settings.getOrDefault("RESULT_RETENTION_DAYS", "400")),
                Integer.parseInt(settings.getOrDefault("COUNT_RETENTION_DAYS", "800")),
                settings.getOrDefault("PERSONAL_DATA", "mask"),
                platforms);
    }

    /** What the terms of the platforms, or the law, have against it. */
    List<String> objections() {
        return PlatformDuty.against(resultDays).stream()
                .filter(
                        words ->
                                platforms.stream()
                                        .anyMatch(each -> words.startsWith(each.key() + ":")))
                .toList();
    }

    /** What is kept of people and how it goes. */
    static List<PersonalStore> stores() {
        return PersonalStore.all().stream()
                .filter(store -> store.erasure() != PersonalStore.Erasure.NOTHING_TO_ERASE)
                .toList();
    }

    /** What becomes of names, numbers and addresses in texts. */
    String texts() {
        return switch (personalData) {
            case "keep" ->
                    "Personal data in texts is kept, encrypted, and read with them: the assessment"
                            + " must say why masking would not do.";
            case "refuse" -> "Texts that tell of people are read and not stored.";
            default ->
                    "E-mail addresses, telephone and account numbers, addresses, names and other"
                            + " accounts are masked before a text is stored; of ten names about nine"
                            + " are found (./earshot eval privacy).";
        };
    }
}
