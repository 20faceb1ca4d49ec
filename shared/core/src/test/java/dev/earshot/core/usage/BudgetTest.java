package dev.earshot.core.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.earshot.core.FieldException;
import dev.earshot.core.WorkspaceId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

final class BudgetTest {
    private static final WorkspaceId ACME = new WorkspaceId("acme");

    /** Six minutes of the worker were used on 31 March, four on the 30th. */
    private record Store(UsageLimits limits, Set<String> met) implements UsageStore {
        Store(UsageLimits limits) {
            this(limits, new HashSet<>());
        }

        @Override
        public Used used(WorkspaceId workspace, UsageKind kind, YearMonth month) {
            return new Used(month.equals(YearMonth.of(2026, 3)) ? 600_000 : 0, 0);
        }

        @Override
        public Used used(WorkspaceId workspace, UsageKind kind, LocalDate day) {
            return new Used(
                    day.equals(LocalDate.of(2026, 3, 31))
                            ? 360_000
                            : day.equals(LocalDate.of(2026, 3, 30)) ? 240_000 : 0,
                    0);
        }

        @Override
        public UsageLimits limits(WorkspaceId workspace) {
            return limits;
        }

        @Override
        public void limit(WorkspaceId workspace, UsageLimits next) {
            throw new UnsupportedOperationException("nobody changes limits here");
        }

        @Override
        public boolean met(WorkspaceId workspace, UsageKind kind, String period, long limit) {
            return met.add(kind + period + limit);
        }
    }

    private static Optional<String> spent(long minutes, String now) {
        return new Budget(
                        new Store(UsageLimits.NONE.with(UsageKind.WORKER, minutes)),
                        InstantSource.fixed(Instant.parse(now)))
                .spent(ACME, UsageKind.WORKER);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 2026-04-01T00:00:00Z, true",
        "10, 2026-03-31T23:59:59.999Z, true",
        "9, 2026-03-01T00:00:00Z, true",
        "11, 2026-03-31T23:59:59.999Z, false",
        "10, 2026-04-01T00:00:00Z, false",
        "10, 2026-02-28T23:59:59Z, false"
    })
    void spent_atTheLimitInItsMonth_isTold(long minutes, String now, boolean expected) {
        assertThat(spent(minutes, now).isPresent()).isEqualTo(expected);
    }

    @Test
    void spent_sentence_saysWhatOfWhichMonthAndHowToGoOn() {
        assertThat(spent(10, "2026-03-31T23:00:00Z"))
                .contains(
                        "the budget of 10 minutes of the worker for 2026-03 is spent; the next begins"
                                + " on 2026-04-01T00:00:00Z, and PUT /v1/usage/limits raises it");
    }

    @ParameterizedTest
    @CsvSource({
        "6, 2026-03-31T23:59:59.999Z, true",
        "7, 2026-03-31T00:00:00Z, false",
        "4, 2026-03-30T12:00:00Z, true",
        "5, 2026-03-30T12:00:00Z, false",
        "1, 2026-04-01T00:00:00Z, false"
    })
    void spent_atTheLimitOfItsDay_isTold(long minutes, String now, boolean expected) {
        var budget =
                new Budget(
                        new Store(UsageLimits.NONE.withDaily(UsageKind.WORKER, minutes)),
                        InstantSource.fixed(Instant.parse(now)));

        assertThat(budget.spent(ACME, UsageKind.WORKER).isPresent()).isEqualTo(expected);
    }

    @Test
    void spent_askedOften_isHeardOfOnceAPeriod() {
        List<String> heard = new ArrayList<>();
        var now = new AtomicReference<>(Instant.parse("2026-03-30T12:00:00Z"));
        var budget =
                new Budget(
                        new Store(UsageLimits.NONE.withDaily(UsageKind.WORKER, 4)),
                        now::get,
                        (workspace, kind, why) -> heard.add(workspace + " " + kind + ": " + why));

        budget.spent(ACME, UsageKind.WORKER);
        budget.spent(ACME, UsageKind.WORKER);
        assertThat(heard)
                .singleElement()
                .asString()
                .startsWith("acme WORKER: the budget of 4 minutes of the worker for 2026-03-30 is")
                .contains("the next begins on 2026-03-31T00:00:00Z");

        now.set(Instant.parse("2026-03-31T00:00:00Z"));
        budget.spent(ACME, UsageKind.WORKER);
        assertThat(heard).hasSize(2);
    }

    @Test
    void spent_kindWithoutALimit_neverIs() {
        var budget =
                new Budget(
                        new Store(UsageLimits.NONE),
                        InstantSource.fixed(Instant.parse("2026-03-10T00:00:00Z")));

        assertThat(budget.spent(ACME, UsageKind.WORKER)).isEmpty();
    }

    @Test
    void limit_thatIsNone_isRefusedByItsName() {
        assertThatThrownBy(() -> UsageLimits.NONE.with(UsageKind.WORKER, -1))
                .isInstanceOf(FieldException.class)
                .hasMessage("workerMinutes must lie in [0, 1000000000000], got -1");
        assertThatThrownBy(() -> UsageLimits.NONE.withDaily(UsageKind.WORKER, -1))
                .hasMessage("daily.workerMinutes must lie in [0, 1000000000000], got -1");
    }

    @Test
    void dollars_ofPostsAndOfTheWorker_areThoseOfListPrices() {
        // A million posts at $2.14; half an hour at $0.526 an hour.
        assertThat(new Used(1_000_000, 0).dollars(UsageKind.POSTS)).isEqualTo(2.14, within(1e-9));
        assertThat(Used.ofWorker(1_800, 0.526)).isEqualTo(new Used(1_800_000, 263_000));
        assertThat(Used.ofWorker(1_800, 0.526).dollars(UsageKind.WORKER))
                .isEqualTo(0.263, within(1e-9));
    }
}
