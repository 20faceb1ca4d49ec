package dev.earshot.aws.media;

import dev.earshot.aws.client.LambdaInvoker;
import dev.earshot.core.FieldException;
import dev.earshot.core.picture.PictureVector;
import dev.earshot.core.picture.QuestionVectors;
import dev.earshot.core.store.StoreException;

import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Asks the function that holds the mounted text-image model. Question and answer are one JSON
 * string each, Base64 of the question's UTF-8 and of {@link PictureVector#toBytes()}. A cold start
 * may take longer than the API waits; the question is then answered by words alone, and the next
 * one finds the function warm. Other failures are reported separately, with their cause.
 * Thread-safe.
 */
public final class LambdaQuestionVectors implements QuestionVectors {
    static final String TOO_LATE = "the text-image model did not answer in time; ask again";
    static final String FAILED = "the text-image model failed";
    static final String NO_VECTOR = "the text-image model gave no vector";

    private final LambdaInvoker invoker;
    private final String function;

    public LambdaQuestionVectors(LambdaInvoker invoker, String function) {
        this.invoker = invoker;
        this.function = function;
    }

    @Override
    public Answer of(String question) {
        byte[] asked = question.getBytes(StandardCharsets.UTF_8);
        try {
            byte[] answer =
                    invoker.invoke(
                            function,
                            ('"' + Base64.getEncoder().encodeToString(asked) + '"')
                                    .getBytes(StandardCharsets.UTF_8));
            String text = new String(answer, StandardCharsets.UTF_8).strip();
            if (text.length() < 2 || text.charAt(0) != '"') {
                return new Answer.Failed(NO_VECTOR, Optional.empty());
            }
            return new Answer.Known(
                    PictureVector.ofBytes(
                            Base64.getDecoder().decode(text.substring(1, text.length() - 1))));
        } catch (StoreException e) {
            return new Answer.Failed(timedOut(e) ? TOO_LATE : FAILED, Optional.of(e));
        } catch (FieldException | IllegalArgumentException e) {
            return new Answer.Failed(NO_VECTOR, Optional.of(e));
        }
    }

    /** Socket timeouts and interrupted I/O are both {@link InterruptedIOException}s. */
    private static boolean timedOut(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof InterruptedIOException) {
                return true;
            }
        }
        return false;
    }
}
