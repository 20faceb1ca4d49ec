package dev.earshot.djl.vision.detect;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.Device;

import dev.earshot.core.picture.Box;
import dev.earshot.core.picture.Detection;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.List;

/**
 * What the detectors find in the annotated photographs beside the project, where they are present.
 * The bounds are a little below the measured values (see each model's eval.json).
 */
@Tag("data")
final class PhotosTest {
    private static final int COCO_PHOTOS = 128;

    @BeforeEach
    void photographs() {
        Models.needPhotos();
    }

    @Test
    void objects_cocoPhotographs_mostAreFoundByOneLook() {
        int wanted = 0;
        int found = 0;
        try (ObjectDetector detector = new ObjectDetector(Models.folder("objects"), Device.cpu())) {
            for (Photos.Photo photo : Photos.of("objects_coco", COCO_PHOTOS)) {
                List<Detection> detections =
                        detector.detect(List.of(photo.pixels()), 0.05).getFirst();
                wanted += photo.truths().size();
                for (Photos.Truth truth : photo.truths()) {
                    found += detections.stream().anyMatch(d -> same(truth, d)) ? 1 : 0;
                }
            }
        }
        System.out.printf("objects: %d of %d found at a score of .05%n", found, wanted);

        assertThat((double) found / wanted).isGreaterThanOrEqualTo(0.5);
    }

    @Test
    void objects_cocoPhotographs_aboveThresholdAreMostlyRight() {
        int right = 0;
        int reported = 0;
        try (ObjectDetector detector = new ObjectDetector(Models.folder("objects"), Device.cpu())) {
            for (Photos.Photo photo : Photos.of("objects_coco", 40)) {
                for (Detection detection : detector.detect(photo.pixels())) {
                    reported++;
                    right += photo.truths().stream().anyMatch(t -> same(t, detection)) ? 1 : 0;
                }
            }
        }
        assertThat((double) right / reported).isGreaterThan(0.7);
    }

    @Test
    void products_shoePhotographs_showFootwear() {
        List<Photos.Photo> shoes =
                Photos.of("clothing", 250).stream()
                        .filter(photo -> photo.name().startsWith("shoes"))
                        .toList();
        long found;
        try (ObjectDetector detector =
                new ObjectDetector(Models.folder("products"), Device.cpu())) {
            found =
                    shoes.stream()
                            .filter(
                                    photo ->
                                            detector.detect(photo.pixels()).stream()
                                                    .anyMatch(PhotosTest::footwear))
                            .count();
        }
        System.out.printf("products: footwear in %d of %d photographs%n", found, shoes.size());

        assertThat(shoes).hasSizeGreaterThan(20);
        assertThat(found).isGreaterThanOrEqualTo(shoes.size() * 9 / 10);
    }

    @Test
    void faces_groupPhotographs_allFoundAndNothingElse() {
        int wanted = 0;
        int hits = 0;
        int reported = 0;
        try (FaceDetector detector = new FaceDetector(Models.folder("faces"), Device.cpu())) {
            for (Photos.Photo photo : Photos.of("faces", 10)) {
                List<Box> boxes = detector.detect(photo.pixels());
                wanted += photo.truths().size();
                reported += boxes.size();
                for (Photos.Truth truth : photo.truths()) {
                    hits += boxes.stream().anyMatch(b -> b.overlap(truth.box()) > 0.3) ? 1 : 0;
                }
            }
        }
        System.out.printf("faces: %d of %d found, %d reported%n", hits, wanted, reported);

        assertThat(hits).isEqualTo(wanted);
        assertThat(reported).isEqualTo(wanted);
    }

    @Test
    void faces_photographsWithoutPeople_areRarelyFalse() {
        List<Photos.Photo> empty =
                Photos.of("objects_coco", COCO_PHOTOS).stream()
                        .filter(p -> p.truths().stream().noneMatch(t -> t.label().equals("person")))
                        .toList();
        int reported = 0;
        try (FaceDetector detector = new FaceDetector(Models.folder("faces"), Device.cpu())) {
            for (Photos.Photo photo : empty) {
                reported += detector.detect(photo.pixels()).size();
            }
        }
        System.out.printf("faces: %d false in %d photographs%n", reported, empty.size());

        assertThat(reported).isLessThanOrEqualTo(2);
    }

    private static boolean same(Photos.Truth truth, Detection detection) {
        return truth.label().equals(detection.label())
                && truth.box().overlap(detection.box()) >= 0.5;
    }

    private static boolean footwear(Detection detection) {
        return List.of("footwear", "boot", "high heels").contains(detection.label());
    }
}
