package dev.earshot.queryapi;

import dev.earshot.core.picture.QuestionVectors;
import dev.earshot.lambda.LogLine;

import java.util.function.Consumer;

/** Logs why the mounted text-image model gave no answer. Thread-safe if the log is. */
record LoggedQuestions(QuestionVectors questions, Consumer<String> log) implements QuestionVectors {
    @Override
    public Answer of(String question) {
        Answer answer = questions.of(question);
        if (answer instanceof Answer.Failed failed) {
            LogLine line = new LogLine("text-image model failed").with("reason", failed.reason());
            failed.cause().ifPresent(line::with);
            log.accept(line.toString());
        }
        return answer;
    }
}
