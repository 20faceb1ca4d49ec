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

/**
 * SQS messages in, one outcome for each; messages with an invalid workspace are parked.
 * Thread-safe.
 */
final class PostsIntake {
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

    List<Outcome> handle(List<SQSMessage> messages) {
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
        List<Outcome> handled = analyse.handle(usable);
        for (int k = 0; k < handled.size(); k++) {
            outcomes[places.get(k)] = handled.get(k);
        }
        return Arrays.asList(outcomes);
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
