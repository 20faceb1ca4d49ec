package dev.earshot.evaluation.device;

import dev.earshot.core.picture.Detection;
import dev.earshot.core.picture.ImageFindings;
import dev.earshot.core.picture.Scored;
import dev.earshot.core.picture.TextLine;
import dev.earshot.core.text.Reading;
import dev.earshot.core.text.Signal;
import dev.earshot.core.text.TextAnalysis;
import dev.earshot.core.video.Track;
import dev.earshot.core.video.VideoAction;
import dev.earshot.core.video.VideoFindings;
import dev.earshot.core.video.VideoText;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Everything that was answered of one item, as labels with scores. Used by one thread. */
final class AnswerLabels {
    private final Map<String, Double> labels = new HashMap<>();

    private AnswerLabels() {}

    static Map<String, Double> of(ImageFindings found) {
        AnswerLabels answers = new AnswerLabels();
        for (Detection object : found.objects()) {
            answers.add("object " + object.label(), object.score());
        }
        found.faces().forEach(face -> answers.add("face", 1));
        for (TextLine line : found.text()) {
            answers.add("text \"" + line.text() + '"', line.score());
        }
        found.scenery().scene().ifPresent(scored -> answers.add("scene", scored));
        found.scenery().settings().forEach(scored -> answers.add("setting", scored));
        found.scenery().garment().ifPresent(scored -> answers.add("garment", scored));
        answers.add("safety " + found.safety().label(), found.safety().score());
        return answers.labels;
    }

    static Map<String, Double> of(VideoFindings found) {
        AnswerLabels answers = new AnswerLabels();
        for (Track track : found.tracks()) {
            answers.add("track " + track.label(), track.score());
        }
        for (VideoAction action : found.actions()) {
            answers.add("action " + action.label(), action.score());
        }
        for (VideoText text : found.text()) {
            answers.add("text \"" + text.text() + '"', text.score());
        }
        found.shots().forEach(shot -> answers.add("shot", 1));
        return answers.labels;
    }

    static Map<String, Double> of(Reading reading) {
        AnswerLabels answers = new AnswerLabels();
        switch (reading) {
            case Reading.Abstained abstained ->
                    answers.add("abstained: " + abstained.reason().orElse(""), 1);
            case Reading.Read read -> {
                TextAnalysis analysis = read.analysis();
                answers.add(
                        "verdict " + read.label().name().toLowerCase(Locale.ROOT),
                        analysis.sentiment().top());
                analysis.irony().ifPresent(signal -> answers.add("irony", signal));
                analysis.offensive().ifPresent(signal -> answers.add("offensive", signal));
                analysis.hateful().ifPresent(signal -> answers.add("hateful", signal));
                analysis.feelings()
                        .ifPresent(
                                feelings ->
                                        feelings.forEach(
                                                f ->
                                                        answers.add(
                                                                "feeling " + f.label(),
                                                                f.probability())));
            }
        }
        return answers.labels;
    }

    private void add(String kind, Scored scored) {
        add(kind + " " + scored.label(), scored.score());
    }

    private void add(String head, Signal signal) {
        add(head + " " + signal.state().name().toLowerCase(Locale.ROOT), signal.probability());
    }

    /** A label that comes twice gets a number; the more certain comes first. */
    private void add(String label, double score) {
        String name = label;
        for (int i = 2; labels.containsKey(name); i++) {
            name = label + " (" + i + ")";
        }
        labels.put(name, score);
    }
}
