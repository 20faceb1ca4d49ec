package dev.earshot.privacy;

import dev.earshot.core.privacy.Masking;
import dev.earshot.core.privacy.Masking.Kept;

/** The operator's choice of what becomes of personal data in texts. Stateless. */
public final class PersonalData {
    private PersonalData() {}

    /**
     * The rule that a setting names.
     *
     * @param setting {@code mask} (texts are stored with placeholders), {@code keep} (texts are
     *     stored as posted, sealed) or {@code refuse} (a text that tells of a person is not stored)
     * @throws IllegalArgumentException for any other
     */
    public static Masking masking(String setting) {
        Kept kept =
                switch (setting) {
                    case "mask" -> Kept.MASKED;
                    case "keep" -> Kept.ORIGINAL;
                    case "refuse" -> Kept.NOTHING;
                    default ->
                            throw new IllegalArgumentException(
                                    "PERSONAL_DATA must be mask, keep or refuse, got '"
                                            + setting
                                            + "'");
                };
        return new Masking(PiiDetector.builtIn(), kept);
    }
}
