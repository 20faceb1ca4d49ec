package dev.earshot.djl.vision.detect;

import dev.earshot.core.media.Box;
import dev.earshot.core.media.Detection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * COCO's average precision: mean over classes of the area under the interpolated precision-recall
 * curve, sampled at 101 recalls, at most 100 detections a picture.
 */
final class AveragePrecision {
    private final List<Photos.Photo> photos;
    private final List<List<Detection>> found;

    AveragePrecision(List<Photos.Photo> photos, List<List<Detection>> found) {
        this.photos = photos;
        this.found = found;
    }

    /** Mean over the classes that the photographs show, at one threshold of overlap. */
    double at(double overlap) {
        SortedSet<String> labels = new TreeSet<>();
        photos.forEach(photo -> photo.truths().forEach(truth -> labels.add(truth.label())));
        return labels.stream().mapToDouble(label -> of(label, overlap)).average().orElseThrow();
    }

    /** Mean over overlaps .50, .55, ... .95. */
    double overall() {
        double sum = 0;
        for (int i = 0; i < 10; i++) {
            sum += at(0.5 + 0.05 * i);
        }
        return sum / 10;
    }

    private record Hit(double score, boolean correct) {}

    private double of(String label, double overlap) {
        List<Hit> hits = new ArrayList<>();
        int wanted = 0;
        for (int i = 0; i < photos.size(); i++) {
            List<Box> truths =
                    new ArrayList<>(
                            photos.get(i).truths().stream()
                                    .filter(truth -> truth.label().equals(label))
                                    .map(Photos.Truth::box)
                                    .toList());
            wanted += truths.size();
            for (Detection detection : found.get(i)) {
                if (detection.label().equals(label)) {
                    Box best =
                            truths.stream()
                                    .max(Comparator.comparingDouble(detection.box()::overlap))
                                    .filter(truth -> detection.box().overlap(truth) >= overlap)
                                    .orElse(null);
                    truths.remove(best);
                    hits.add(new Hit(detection.score(), best != null));
                }
            }
        }
        hits.sort(Comparator.comparingDouble(Hit::score).reversed());
        return area(hits, wanted);
    }

    private static double area(List<Hit> hits, int wanted) {
        double[] precision = new double[hits.size()];
        double[] recall = new double[hits.size()];
        int correct = 0;
        for (int i = 0; i < hits.size(); i++) {
            correct += hits.get(i).correct() ? 1 : 0;
            precision[i] = correct / (i + 1.0);
            recall[i] = (double) correct / wanted;
        }
        for (int i = hits.size() - 2; i >= 0; i--) {
            precision[i] = Math.max(precision[i], precision[i + 1]);
        }
        double sum = 0;
        for (int step = 0, i = 0; step <= 100; step++) {
            while (i < hits.size() && recall[i] < step / 100.0 - 1e-12) {
                i++;
            }
            sum += i < hits.size() ? precision[i] : 0;
        }
        return sum / 101;
    }
}
