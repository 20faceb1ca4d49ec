package dev.earshot.testkit.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.audit.AuditEntry;
import dev.earshot.core.audit.AuditLog;
import dev.earshot.core.audit.AuditUse;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** What every {@link AuditLog} must do. Each test uses an empty log. */
public abstract class AuditLogContract {
    private static final WorkspaceId WORKSPACE = new WorkspaceId("acme");
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00.123Z");

    /** The log under test, empty. */
    protected abstract AuditLog log();

    private static AuditUse use(int number) {
        return new AuditUse(
                NOON.plusSeconds(number),
                "key " + number,
                "resolve",
                AuditUse.digest("person " + number),
                "asked by its owner, \u00e9 🚀",
                number % 2 == 0);
    }

    @Test
    void lines_added_areReadBackWholeAndChained() {
        AuditLog log = log();
        IntStream.range(0, 5).forEach(i -> log.add(WORKSPACE, use(i)));

        List<AuditEntry> all = log.all(WORKSPACE);
        assertThat(all)
                .extracting(AuditEntry::use)
                .containsExactly(use(0), use(1), use(2), use(3), use(4));
        assertThat(all).extracting(AuditEntry::number).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(AuditEntry.fault(all)).isEmpty();
        assertThat(log.newest(WORKSPACE, 2)).containsExactly(all.get(4), all.get(3));
        assertThat(log.all(new WorkspaceId("acme2"))).isEmpty();
    }

    @Test
    void lines_addedAtOnce_areAllThereInOneChain() throws InterruptedException, ExecutionException {
        AuditLog log = log();
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> added =
                    IntStream.range(0, 20)
                            .<Future<?>>mapToObj(
                                    i -> threads.submit(() -> log.add(WORKSPACE, use(i))))
                            .toList();
            for (Future<?> each : added) {
                each.get();
            }
        }

        assertThat(log.all(WORKSPACE)).hasSize(20);
        assertThat(AuditEntry.fault(log.all(WORKSPACE))).isEmpty();
    }
}
