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
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;

final class BudgetTest {
    private static final WorkspaceId ACME = new WorkspaceId("acme");

    /** Ten minutes of the worker were used in March, and nothing since. */
    private record Store(UsageLimits limits) implements UsageStore {
        @Override
        public Map<UsageKind, Used> used(WorkspaceId workspace, YearMonth month) {
            return month.equals(YearMonth.of(2026, 3))
                    ? Map.of(UsageKind.WORKER, new Used(600_000, 0))
                    : Map.of();
        }

        @Override
        public UsageLimits limits(WorkspaceId workspace) {
            return limits;
        }

        @Override
        public void limit(WorkspaceId workspace, UsageLimits next) {
            throw new UnsupportedOperationException("nobody changes limits here");
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
