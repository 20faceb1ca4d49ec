package dev.earshot.analyzemedia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.earshot.core.ModelVersion;
import dev.earshot.core.picture.PictureTextModel;
import dev.earshot.core.picture.PictureVector;
import dev.earshot.testkit.lambda.RecordingContext;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Around the model: how a question comes in, how the vector goes out, when the model is loaded. */
final class QuestionHandlerTest {
    private final LengthModel model = new LengthModel();
    private final AtomicInteger loads = new AtomicInteger();
    private final RecordingContext context = new RecordingContext();
    private final QuestionHandler handler =
            new QuestionHandler(
                    () -> {
                        loads.incrementAndGet();
                        return model;
                    });

    @Test
    void handleRequest_question_isAnsweredWithItsVector() {
        String answer = handler.handleRequest(base64("caf\u00e9 \u2615?"), context);

        assertThat(model.asked).containsExactly("caf\u00e9 \u2615?");
        assertThat(Base64.getDecoder().decode(answer))
                .isEqualTo(PictureVector.of(LengthModel.VERSION, new float[] {7, 1}).toBytes());
        assertThat(context.lines()).isEmpty();
    }

    @Test
    void handleRequest_severalQuestions_loadTheModelOnce() {
        assertThat(loads).hasValue(0);
        handler.handleRequest(base64("one"), context);
        handler.handleRequest(base64("two"), context);

        assertThat(loads).hasValue(1);
    }

    @Test
    void handleRequest_whatIsNotBase64_isRefused() {
        assertThatThrownBy(() -> handler.handleRequest("caf\u00e9", context))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(model.asked).isEmpty();
    }

    @Test
    void close_loadedModel_isClosedAndOneThatWasNeverLoadedIsNot() {
        handler.close();
        assertThat(model.closed).isFalse();
        handler.handleRequest(base64("one"), context);

        handler.close();

        assertThat(model.closed).isTrue();
        assertThat(loads).hasValue(1);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Where a text lies is told by how long it is. For one thread. */
    private static final class LengthModel implements PictureTextModel {
        private static final ModelVersion VERSION = new ModelVersion("length", "1", "3".repeat(64));

        private final List<String> asked = new ArrayList<>();
        private boolean closed;

        @Override
        public ModelVersion version() {
            return VERSION;
        }

        @Override
        public PictureVector ofText(String text) {
            asked.add(text);
            return PictureVector.of(VERSION, new float[] {text.length(), 1});
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
