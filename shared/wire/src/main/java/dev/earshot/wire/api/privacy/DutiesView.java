package dev.earshot.wire.api.privacy;

import dev.earshot.core.privacy.PersonalStore;
import dev.earshot.core.privacy.PlatformDuty;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Duties towards platforms, and where personal data lies.
 *
 * @param statementKey the public key that statements are signed with
 * @param otherStatementKeys public keys that statements were signed with before, or will be next
 */
public record DutiesView(
        List<Duty> duties,
        List<Store> stores,
        String statementKey,
        List<String> otherStatementKeys) {
    public DutiesView {
        duties = List.copyOf(duties);
        stores = List.copyOf(stores);
        otherStatementKeys = List.copyOf(otherStatementKeys);
    }

    /**
     * All duties and stores.
     *
     * @param statementKeys the one in use first
     */
    public static DutiesView of(List<String> statementKeys) {
        return new DutiesView(
                PlatformDuty.all().stream().map(Duty::of).toList(),
                PersonalStore.all().stream().map(Store::of).toList(),
                statementKeys.getFirst(),
                statementKeys.subList(1, statementKeys.size()));
    }

    /**
     * Duties towards one platform.
     *
     * @param freshnessDays empty where no time is set
     * @param arrives how deletions come to Earshot, and what does not come
     */
    public record Duty(
            String platform,
            Optional<Long> freshnessDays,
            long deletionHours,
            List<String> signals,
            String arrives,
            List<String> neverKept,
            String source) {
        static Duty of(PlatformDuty duty) {
            return new Duty(
                    duty.platform().key(),
                    duty.freshness().map(Duration::toDays),
                    duty.deletion().toHours(),
                    duty.signals(),
                    duty.arrives(),
                    duty.neverKept(),
                    duty.source());
        }
    }

    /** One kind of item in the table. */
    public record Store(String prefix, String holds, String erasure) {
        static Store of(PersonalStore store) {
            return new Store(
                    store.prefix(),
                    store.holds(),
                    store.erasure().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        }
    }
}
