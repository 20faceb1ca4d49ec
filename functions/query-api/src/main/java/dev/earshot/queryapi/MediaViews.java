package dev.earshot.queryapi;

import dev.earshot.core.media.Box;
import dev.earshot.core.media.Detection;
import dev.earshot.core.media.ImageFindings;
import dev.earshot.core.media.MediaAnalysis;
import dev.earshot.core.media.Safety;
import dev.earshot.core.media.TextLine;
import dev.earshot.core.text.Reading;
import java.util.LinkedHashMap;
import java.util.Map;

/** Media results as the API shows them. Stateless. */
final class MediaViews {
    private MediaViews() {}

    static Map<String, Object> media(MediaAnalysis media) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("key", media.key());
        switch (media.status()) {
            case MediaAnalysis.Status.Analysed analysed -> {
                view.put("kind", "image");
                view.put("status", "analysed");
                findings(view, analysed.findings());
            }
            case MediaAnalysis.Status.Queued queued -> {
                view.put("kind", "video");
                view.put("status", "queued");
                view.put("jobId", queued.jobId());
            }
            case MediaAnalysis.Status.Rejected rejected -> {
                view.put("kind", "unknown");
                view.put("status", "rejected");
                view.put("reason", rejected.reason());
            }
        }
        media.textReading().ifPresent(reading -> view.put("textReading", reading(reading)));
        view.put("brands", media.brands());
        view.put("analysedAt", media.analysedAt());
        view.put("model", PostViews.models(media.models()));
        return view;
    }

    private static void findings(Map<String, Object> view, ImageFindings findings) {
        view.put("width", findings.width());
        view.put("height", findings.height());
        view.put("objects", findings.objects().stream().map(MediaViews::detection).toList());
        Map<String, Object> faces = new LinkedHashMap<>();
        faces.put("count", findings.faces().size());
        faces.put("boxes", findings.faces().stream().map(MediaViews::box).toList());
        view.put("faces", faces);
        view.put("text", findings.text().stream().map(MediaViews::line).toList());
        view.put("safety", safety(findings.safety()));
    }

    private static Map<String, Object> reading(Reading reading) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("language", reading.language());
        view.put("sentiment", PostViews.sentiment(reading));
        view.put("emotions", PostViews.emotions(reading));
        return view;
    }

    private static Map<String, Object> detection(Detection detection) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("label", detection.label());
        view.put("score", detection.score());
        view.put("box", box(detection.box()));
        return view;
    }

    private static Map<String, Object> line(TextLine line) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("text", line.text());
        view.put("score", line.score());
        view.put("box", box(line.box()));
        return view;
    }

    private static Map<String, Object> safety(Safety safety) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("label", safety.label());
        view.put("score", safety.score());
        view.put("flagged", safety.flagged());
        return view;
    }

    private static Map<String, Object> box(Box box) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("x", box.x());
        view.put("y", box.y());
        view.put("width", box.width());
        view.put("height", box.height());
        return view;
    }
}
