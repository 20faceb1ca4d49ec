package dev.earshot.analyzeposts;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;

import dev.earshot.core.FieldException;
import dev.earshot.core.Outcome;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.post.PostDecoder.Decoded;
import dev.earshot.core.post.PostMessage;
import dev.earshot.core.store.Parking;
import dev.earshot.core.store.StoreException;
import dev.earshot.lambda.SqsBatch;
import dev.earshot.usecase.post.AnalysePosts;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * SQS messages in, one outcome for each; messages with an invalid workspace are parked. A message
 * may hold thousands of posts and a call a hundred messages, so they are worked on in portions, and
 * what there is no time for stays on the queue. Thread-safe.
 */
final class PostsIntake {
    /**
     * Characters of a portion, some 1,700 posts: fifteen seconds of two processors, by the bench.
     */
    private static final int PORTION_CHARACTERS = 512 * 1024;

    private final AnalysePosts analyse;
    private final Parking parking;
    private final WorkspaceId fallback;
    private final InstantSource clock;

    PostsIntake(AnalysePosts analyse, Parking parking, WorkspaceId fallback, InstantSource clock) {
        this.analyse = analyse;
        this.parking = parking;
        this.fallback = fallback;
        this.clock = clock;
    }

    /**
     * Works on a batch.
     *
     * @param timeLeft whether there is time for another portion; the first is always begun
     */
    List<Outcome> handle(List<SQSMessage> messages, BooleanSupplier timeLeft) {
        Outcome[] outcomes = new Outcome[messages.size()];
        List<PostMessage> usable = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < outcomes.length; i++) {
            SQSMessage message = messages.get(i);
            try {
                usable.add(SqsBatch.message(message, fallback, clock));
                places.add(i);
            } catch (FieldException e) {
                outcomes[i] = park(message, e);
            }
        }
        int done = 0;
        while (done < usable.size() && (done == 0 || timeLeft.getAsBoolean())) {
            int end = portion(usable, done);
            List<Outcome> handled = analyse.handle(usable.subList(done, end));
            for (Outcome outcome : handled) {
                outcomes[places.get(done++)] = outcome;
            }
        }
        while (done < usable.size()) {
            outcomes[places.get(done++)] = new Outcome.Retry(new OutOfTimeException());
        }
        return Arrays.asList(outcomes);
    }

    /** Where the portion ends that begins at a message: after that one at least. */
    private static int portion(List<PostMessage> messages, int begin) {
        int end = begin + 1;
        long characters = messages.get(begin).body().length();
        while (end < messages.size()
                && characters + messages.get(end).body().length() <= PORTION_CHARACTERS) {
            characters += messages.get(end++).body().length();
        }
        return end;
    }

    private Outcome park(SQSMessage message, FieldException fault) {
        String reason = fault.field() + " " + fault.reason();
        PostMessage parked = SqsBatch.message(message, fallback, Optional.empty(), clock);
        try {
            parking.park(
                    parked,
                    0,
                    new Decoded.Rejected("messageAttributes.workspace", reason, parked.body()));
            return new Outcome.Poison(reason);
        } catch (StoreException e) {
            return new Outcome.Retry(e);
        }
    }
}
