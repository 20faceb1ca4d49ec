package dev.earshot.analyzemedia;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.S3Event;
import com.amazonaws.services.lambda.runtime.events.models.s3.S3EventNotification.S3EventNotificationRecord;

import dev.earshot.core.Outcome;
import dev.earshot.core.WorkspaceId;
import dev.earshot.lambda.LogLine;
import dev.earshot.lambda.S3Events;
import dev.earshot.lambda.Services;
import dev.earshot.lambda.Settings;
import dev.earshot.usecase.media.AnalyseMedia;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/**
 * Hands the bucket's events to the use case. S3 invokes asynchronously: a failure is thrown, so
 * that Lambda retries and finally sends the event to the failure destination.
 */
public final class Handler implements RequestHandler<S3Event, @Nullable Void> {
    private final AnalyseMedia analyse;
    private final WorkspaceId fallback;

    /** For Lambda: configured by the environment. */
    public Handler() {
        this(Settings.fromEnvironment());
    }

    /** Configured by these settings. */
    public Handler(Settings settings) {
        this(Wiring.analyseMedia(settings), Services.defaultWorkspace(settings));
    }

    Handler(AnalyseMedia analyse, WorkspaceId fallback) {
        this.analyse = analyse;
        this.fallback = fallback;
    }

    @Override
    public @Nullable Void handleRequest(S3Event event, Context context) {
        Throwable failure = null;
        for (S3EventNotificationRecord record : event.getRecords()) {
            long started = System.nanoTime();
            Outcome outcome = analyse.handle(S3Events.mediaEvent(record, fallback));
            LogLine line =
                    new LogLine("file handled")
                            .with("outcome", outcome.getClass().getSimpleName())
                            .with("totalMs", Duration.ofNanos(System.nanoTime() - started));
            if (outcome instanceof Outcome.Retry retry) {
                failure = retry.cause();
                line.with(failure);
            }
            context.getLogger().log(line + "\n");
        }
        if (failure != null) {
            throw new MediaRetryException(failure);
        }
        return null;
    }
}
