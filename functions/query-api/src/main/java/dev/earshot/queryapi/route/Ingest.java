package dev.earshot.queryapi.route;

import dev.earshot.core.Digests;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.post.PostDecoder;
import dev.earshot.core.post.PostDecoder.Decoded;
import dev.earshot.core.post.PostEvent;
import dev.earshot.core.post.PostMessage;
import dev.earshot.core.store.Parking;
import dev.earshot.core.store.PostQueue;
import dev.earshot.core.usage.UsageKind;
import dev.earshot.queryapi.http.ProblemException;
import dev.earshot.queryapi.http.Response;
import dev.earshot.queryapi.usage.BudgetGuard;
import dev.earshot.wire.api.IngestView;
import dev.earshot.wire.api.Problem;
import dev.earshot.wire.api.ProblemKind;
import dev.earshot.wire.json.FieldError;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Accepts posts over HTTP: decodes them to report errors at once, and sends them to the posts
 * queue, where they are analysed like all others. Thread-safe.
 *
 * <p>The queue gets the text as received, so a rejected record among valid ones is parked by the
 * analysis. If no record is valid, nothing is queued and the rejected ones are parked here.
 */
public final class Ingest {
    /** Maximum body size; Lambda accepts events of 6 MB, and Base64 adds a third. */
    public static final int MAX_BODY_BYTES = 4 << 20;

    /** Maximum records per request. */
    public static final int MAX_RECORDS = 10_000;

    private static final int MAX_SHOWN = 100;
    private final PostDecoder decoder;
    private final PostDecoder messageDecoder;
    private final PostQueue queue;
    private final Parking parking;
    private final BudgetGuard budget;
    private final InstantSource clock;

    /**
     * @param decoder allows {@link #MAX_BODY_BYTES} and {@link #MAX_RECORDS}
     * @param messageDecoder decodes as the queue's consumer does
     */
    public Ingest(
            PostDecoder decoder,
            PostDecoder messageDecoder,
            PostQueue queue,
            Parking parking,
            BudgetGuard budget,
            InstantSource clock) {
        this.decoder = decoder;
        this.messageDecoder = messageDecoder;
        this.queue = queue;
        this.parking = parking;
        this.budget = budget;
        this.clock = clock;
    }

    Response take(WorkspaceId workspace, Optional<String> source, String body) {
        PostMessage message =
                new PostMessage(
                        id(workspace, source, body), workspace, source, body, clock.instant());
        List<Decoded> records = decoder.decode(message);
        if (records.size() > MAX_RECORDS) {
            throw new ProblemException(
                    ProblemKind.TOO_LARGE,
                    "the body has "
                            + records.size()
                            + " records, more than the "
                            + MAX_RECORDS
                            + " taken in one request; send it in parts");
        }
        Tally tally = Tally.of(records);
        if (tally.accepted + tally.removed == 0 && !tally.rejected.isEmpty()) {
            for (int i = 0; i < tally.rejected.size(); i++) {
                parking.park(message, i, tally.rejected.get(i));
            }
            throw new ProblemException(
                    Problem.of(
                                    ProblemKind.NOTHING_ACCEPTED,
                                    "none of "
                                            + tally.rejected.size()
                                            + " records could be taken; all are kept under"
                                            + " /v1/parked")
                            .withRejected(tally.shown()));
        }
        if (tally.accepted > 0) {
            // What removes posts costs nothing worth a limit, and is a duty.
            budget.admit(workspace, UsageKind.POSTS);
        }
        if (tally.accepted + tally.removed > 0) {
            for (String part :
                    QueueMessages.of(body, records.size(), piece -> count(message, piece))) {
                queue.send(workspace, source, part);
            }
        }
        return Response.json(
                202, new IngestView(tally.accepted, tally.removed, tally.ignored, tally.shown()));
    }

    /** How many records the queue's consumer will find in a piece of the body. */
    private int count(PostMessage whole, String piece) {
        return messageDecoder
                .decode(
                        new PostMessage(
                                whole.id(),
                                whole.workspace(),
                                whole.source(),
                                piece,
                                whole.sentAt()))
                .size();
    }

    /** The same for a repeated request, so that sending it again parks nothing twice. */
    private static String id(WorkspaceId workspace, Optional<String> source, String body) {
        return "http-" + Digests.sha256(workspace + "\0" + source.orElse("") + "\0" + body);
    }

    private record Tally(int accepted, int removed, int ignored, List<Decoded.Rejected> rejected) {
        static Tally of(List<Decoded> records) {
            int accepted = 0;
            int removed = 0;
            int ignored = 0;
            List<Decoded.Rejected> rejected = new ArrayList<>();
            for (Decoded record : records) {
                switch (record) {
                    case Decoded.Event event -> {
                        switch (event.event()) {
                            case PostEvent.Published published -> accepted++;
                            case PostEvent.Removed gone -> removed++;
                        }
                    }
                    case Decoded.AuthorGone gone -> removed++;
                    case Decoded.AuthorBack back -> {}
                    case Decoded.Irrelevant irrelevant -> ignored++;
                    case Decoded.Rejected refused -> rejected.add(refused);
                }
            }
            return new Tally(accepted, removed, ignored, rejected);
        }

        /** The first rejections; one more entry counts the rest. */
        List<FieldError> shown() {
            List<FieldError> shown = new ArrayList<>();
            for (Decoded.Rejected one : rejected.subList(0, Math.min(MAX_SHOWN, rejected.size()))) {
                shown.add(new FieldError(one.path(), one.reason()));
            }
            if (rejected.size() > MAX_SHOWN) {
                shown.add(new FieldError("", (rejected.size() - MAX_SHOWN) + " more were refused"));
            }
            return shown;
        }
    }
}
