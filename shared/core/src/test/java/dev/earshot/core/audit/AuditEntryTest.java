package dev.earshot.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class AuditEntryTest {
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

    private static AuditUse use(String caller, String purpose) {
        return new AuditUse(NOON, caller, "resolve", AuditUse.digest("ann"), purpose, true);
    }

    private static List<AuditEntry> log(int lines) {
        List<AuditEntry> log = new ArrayList<>();
        for (int i = 0; i < lines; i++) {
            log.add(
                    AuditEntry.after(
                            log.isEmpty() ? Optional.empty() : Optional.of(log.getLast()),
                            use("key " + i, "purpose")));
        }
        return log;
    }

    @Test
    void fault_ofAWholeLogOrItsEnd_isNone() {
        List<AuditEntry> log = log(5);
        assertThat(AuditEntry.fault(log)).isEmpty();
        assertThat(AuditEntry.fault(log.subList(2, 5))).isEmpty();
        assertThat(AuditEntry.fault(List.of())).isEmpty();
    }

    @Test
    void fault_ofAChangedLine_namesIt() {
        List<AuditEntry> log = log(5);
        AuditEntry third = log.get(2);
        log.set(
                2,
                new AuditEntry(3, use("somebody else", "purpose"), third.before(), third.hash()));
        assertThat(AuditEntry.fault(log)).contains("line 3 was changed");
    }

    @Test
    void fault_ofALineThatWasMadeAnewWithAFittingHash_showsInTheNext() {
        List<AuditEntry> log = log(5);
        log.set(2, AuditEntry.after(Optional.of(log.get(1)), use("somebody else", "purpose")));
        assertThat(AuditEntry.fault(log)).get().asString().contains("line 4 does not follow");
    }

    @Test
    void fault_ofAMissingLineOrAnotherOrder_isNamed() {
        List<AuditEntry> missing = log(5);
        missing.remove(2);
        assertThat(AuditEntry.fault(missing)).get().asString().contains("line 4");
        assertThat(AuditEntry.fault(log(3).reversed())).isPresent();
    }

    @Test
    void hash_ofPartsThatRunTogetherOtherwise_differs() {
        assertThat(AuditEntry.after(Optional.empty(), use("a", "b\n1 c")).hash())
                .isNotEqualTo(AuditEntry.after(Optional.empty(), use("a\nb", "1 c")).hash());
    }
}
