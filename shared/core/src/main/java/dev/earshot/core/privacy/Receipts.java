package dev.earshot.core.privacy;

import dev.earshot.core.privacy.Statement.Line;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Words receipts of fulfilled requests. Stateless. */
final class Receipts {
    /**
     * DynamoDB's point-in-time recovery holds what was erased for so long (AWS, "How it works").
     */
    private static final int RECOVERY_DAYS = 35;

    private Receipts() {}

    /** The signed receipt of a request that is fulfilled now. */
    static String of(PersonRequest request, List<Line> done, Instant now, StatementSigner signer) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("at", now.toString()));
        lines.add(new Line("workspace", request.workspace().toString()));
        lines.add(new Line("request", request.id()));
        lines.add(
                new Line(
                        "right",
                        request.right().key()
                                + " (Regulation (EU) 2016/679, article "
                                + request.right().article()
                                + ")"));
        lines.add(new Line("platform", request.platform().key()));
        lines.add(new Line("person", request.person().digest()));
        lines.add(new Line("received", request.receivedAt().toString()));
        lines.add(new Line("to be answered by", request.deadline().toString()));
        lines.add(new Line("identity", request.identity().orElse("not checked")));
        lines.add(new Line("posts held when taken up", String.valueOf(request.postsHeld())));
        lines.addAll(done);
        switch (request.right()) {
            case ERASURE -> erased(now, lines);
            case OBJECTION ->
                    lines.add(
                            new Line(
                                    "from now on",
                                    "the person is not scored and stands on no leaderboard; posts"
                                            + " stay until erasure is asked for"));
            case ACCESS, PORTABILITY ->
                    lines.add(
                            new Line("copy", "GET /v1/privacy/requests/" + request.id() + "/copy"));
            case RECTIFICATION -> {}
        }
        return Statement.signed(lines, signer);
    }

    private static void erased(Instant now, List<Line> lines) {
        lines.add(
                new Line(
                        "texts",
                        "each was encrypted under a key of its own, which went with its post"));
        lines.add(
                new Line(
                        "counts",
                        "adjusted in the transactions that removed the posts, so that they are"
                                + " those of the others"));
        lines.add(
                new Line(
                        "kept",
                        "the digest above, so that what is still under way or comes again is not"
                                + " stored; this request"));
        lines.add(
                new Line(
                        "backups",
                        "point-in-time recovery can bring back what was erased until "
                                + now.plus(RECOVERY_DAYS, ChronoUnit.DAYS)));
    }
}
