package dev.earshot.queryapi.usage;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.usage.Budget;
import dev.earshot.core.usage.UsageKind;
import dev.earshot.queryapi.http.ProblemException;
import dev.earshot.wire.api.ProblemKind;

/** Refuses what would cost more than a workspace may use now. Thread-safe. */
public final class BudgetGuard {
    private final Budget budget;

    public BudgetGuard(Budget budget) {
        this.budget = budget;
    }

    /** Returns if something of each kind may still be used. */
    public void admit(WorkspaceId workspace, UsageKind... kinds) {
        budget.spent(workspace, kinds)
                .ifPresent(
                        why -> {
                            throw new ProblemException(ProblemKind.BUDGET_SPENT, why);
                        });
    }
}
