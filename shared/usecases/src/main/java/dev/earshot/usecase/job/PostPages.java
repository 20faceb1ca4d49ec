package dev.earshot.usecase.job;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.count.PostTraits;
import dev.earshot.core.export.PostRow;
import dev.earshot.core.job.Task;
import dev.earshot.core.store.AnalysisStore;
import dev.earshot.core.store.AnalysisStore.BrandPosts;
import dev.earshot.core.store.AnalysisStore.Position;
import dev.earshot.core.store.TextVault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A brand's posts, newest first. What has been removed before its page is read is not among them.
 */
final class PostPages implements RowPages<PostRow> {
    private static final int PAGE = 100;

    private final WorkspaceId workspace;
    private final Task.Export export;
    private final AnalysisStore posts;
    private final OpenedTexts texts;
    private Optional<Position> after = Optional.empty();

    PostPages(WorkspaceId workspace, Task.Export export, AnalysisStore posts, TextVault texts) {
        this.workspace = workspace;
        this.export = export;
        this.posts = posts;
        this.texts = new OpenedTexts(texts);
    }

    @Override
    public Page<PostRow> next() {
        List<PostAnalysis> page =
                posts.brandPosts(
                        new BrandPosts(
                                workspace,
                                export.brandId(),
                                Optional.empty(),
                                PostTraits.ANY,
                                export.from(),
                                export.to(),
                                after,
                                PAGE));
        List<Optional<String>> opened = texts.of(page);
        List<PostRow> rows = new ArrayList<>();
        for (int i = 0; i < page.size(); i++) {
            rows.add(new PostRow(page.get(i), opened.get(i)));
        }
        if (page.isEmpty()) {
            return new Page<>(rows, 1, false);
        }
        PostAnalysis last = page.getLast();
        after = Optional.of(new Position(last.createdAt(), last.id()));
        return new Page<>(rows, export.fractionFrom(last.createdAt()), page.size() == PAGE);
    }

    @Override
    public void close() {
        texts.close();
    }
}
