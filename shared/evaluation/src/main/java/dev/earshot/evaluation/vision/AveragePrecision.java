package dev.earshot.evaluation.vision;

import dev.earshot.core.picture.Box;
import dev.earshot.core.picture.Detection;
import dev.earshot.evaluation.vision.AnnotatedPictures.Truth;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * COCO's average precision: mean over classes of the area under the interpolated precision-recall
 * curve, sampled at 101 recalls (Lin et al., 2014). Stateless.
 */
final class AveragePrecision {
    private AveragePrecision() {}

    /**
     * The mean over the classes that the pictures show, in [0, 1]; 0 if they show nothing.
     *
     * @param truths what each picture shows
     * @param found what was detected in it
     * @param overlap smallest intersection over union at which a detection matches the truth
     */
    static double of(List<List<Truth>> truths, List<List<Detection>> found, double overlap) {
        SortedSet<String> labels = new TreeSet<>();
        truths.forEach(list -> list.forEach(truth -> labels.add(truth.label())));
        return labels.stream()
                .mapToDouble(label -> ofClass(label, truths, found, overlap))
                .average()
                .orElse(0);
    }

    private record Hit(double score, boolean correct) {}

    private static double ofClass(
            String label, List<List<Truth>> truths, List<List<Detection>> found, double overlap) {
        List<Hit> hits = new ArrayList<>();
        int wanted = 0;
        for (int i = 0; i < truths.size(); i++) {
            List<Box> open = new ArrayList<>();
            truths.get(i).stream()
                    .filter(t -> t.label().equals(label))
                    .forEach(t -> open.add(t.box()));
            wanted += open.size();
            for (Detection detection :
                    found.get(i).stream()
                            .filter(d -> d.label().equals(label))
                            .sorted(Comparator.comparingDouble(Detection::score).reversed())
                            .toList()) {
                Box best =
                        open.stream()
                                .max(Comparator.comparingDouble(detection.box()::overlap))
                                .filter(truth -> detection.box().overlap(truth) >= overlap)
                                .orElse(null);
                if (best != null) {
                    open.remove(best);
                }
                hits.add(new Hit(detection.score(), best != null));
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
