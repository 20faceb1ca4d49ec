package dev.earshot.usecase.job;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.job.Task;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.influence.score.RankedAuthor;
import dev.earshot.influence.score.ScoreStore;
import dev.earshot.influence.score.ScoreStore.Board;
import dev.earshot.influence.score.ScoreStore.Place;
import dev.earshot.influence.score.ScoreStore.Position;
import dev.earshot.influence.score.ScoreStore.Reached;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A brand's board, the highest score first. Who objects or is erased before the page is read is not
 * on it.
 */
final class ScorePages implements RowPages<RankedAuthor> {
    private static final int PAGE = 100;

    private final WorkspaceId workspace;
    private final Task.Export export;
    private final ScoreStore scores;
    private Optional<Position> after = Optional.empty();
    private int rank;

    ScorePages(WorkspaceId workspace, Task.Export export, ScoreStore scores) {
        this.workspace = workspace;
        this.export = export;
        this.scores = scores;
    }

    @Override
    public Page<RankedAuthor> next() {
        List<Place> places =
                scores.board(
                        new Board(
                                workspace,
                                export.brandId(),
                                Optional.empty(),
                                Optional.empty(),
                                OptionalLong.empty(),
                                after,
                                PAGE));
        Map<AuthorRef, Reached> found =
                scores.findEach(
                        workspace, places.stream().map(Place::author).toList(), export.brandId());
        List<RankedAuthor> rows = new ArrayList<>();
        for (Place place : places) {
            rank++;
            Optional.ofNullable(found.get(place.author()))
                    .ifPresent(reached -> rows.add(new RankedAuthor(rank, reached.scored())));
        }
        boolean more = places.size() == PAGE;
        if (more) {
            Place last = places.getLast();
            after = Optional.of(new Position(last.score(), last.author()));
        }
        // How long the board is shows only at its end.
        return new Page<>(rows, more ? 0 : 1, more);
    }
}
