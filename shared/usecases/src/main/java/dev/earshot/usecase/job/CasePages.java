package dev.earshot.usecase.job;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.job.Task;
import dev.earshot.engagement.cases.Case;
import dev.earshot.engagement.cases.CaseId;
import dev.earshot.engagement.cases.CaseList;
import dev.earshot.engagement.cases.CaseStore;

import java.util.Optional;

/** A brand's cases as they stand, those whose conversation began last first. */
final class CasePages implements RowPages<Case> {
    private final WorkspaceId workspace;
    private final Task.Export export;
    private final CaseList cases;
    private Optional<CaseId> after = Optional.empty();

    CasePages(WorkspaceId workspace, Task.Export export, CaseList cases) {
        this.workspace = workspace;
        this.export = export;
        this.cases = cases;
    }

    @Override
    public Page<Case> next() {
        CaseList.Found found =
                cases.newest(
                        workspace,
                        export.from(),
                        export.to(),
                        each -> each.brands().contains(export.brandId()),
                        after,
                        CaseStore.MAX_PAGE);
        after = found.last();
        return new Page<>(
                found.cases(),
                after.map(last -> export.fractionFrom(last.begun())).orElse(1.0),
                after.isPresent());
    }
}
