package dev.earshot.djl.vision.logo;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;

import dev.earshot.core.picture.Box;
import dev.earshot.core.picture.LogoFinding;
import dev.earshot.core.picture.LogoReference;
import dev.earshot.djl.image.Pixels;
import dev.earshot.djl.image.Resampler;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds logos by reference pictures. Each reference becomes one template of edge directions in
 * cells; the picture is compared with it at some 20 sizes (histograms of oriented gradients, Dalal
 * and Triggs, 2005, compared by normalised correlation); the best places are moved and scaled until
 * their edges agree best pixel by pixel, and are reported where edges and colours agree well
 * enough. Logos turned by more than a few degrees, and ones under about 28 pixels, are not found.
 * Thread-safe.
 */
public final class LogoFinder {
    private static final double MAX_SIDE = 800;
    private static final double MIN_LOGO_SIDE = 28;
    private static final double ZOOM_STEP = 1.16;
    private static final double CANDIDATE_SCORE = 0.66;
    private static final int MAX_PLACES = 3;
    private static final double SAME_PLACE = 0.3;
    private static final int MAX_CACHED = 2_000;

    private final Device device;
    private final Settings settings;
    private final Map<String, Optional<LogoTemplate>> templates = new ConcurrentHashMap<>();

    /**
     * Thresholds for reporting a logo.
     *
     * @param edges least agreement of edges
     * @param score least score: the mean of edges' and colours' agreement
     */
    public record Settings(double edges, double score) {
        /** Chosen on the development pictures. */
        public static final Settings DEFAULT = new Settings(0.6, 0.8);
    }

    public LogoFinder(Device device, Settings settings) {
        this.device = device;
        this.settings = settings;
    }

    /** Logos in a picture, most certain first; boxes in pixels of it. */
    public List<LogoFinding> find(Pixels picture, List<LogoReference> references) {
        Map<LogoTemplate, String> wanted = new LinkedHashMap<>();
        for (LogoReference reference : references) {
            template(reference).ifPresent(t -> wanted.put(t, reference.brandId()));
        }
        if (wanted.isEmpty()) {
            return List.of();
        }
        List<LogoFinding> found = new ArrayList<>();
        places(picture, List.copyOf(wanted.keySet()))
                .forEach(
                        (template, places) -> {
                            String brand = Objects.requireNonNull(wanted.get(template));
                            for (Place place : best(places)) {
                                judged(template, place, picture, brand).ifPresent(found::add);
                            }
                        });
        return withoutDoubles(found);
    }

    /** Whether a file can serve as a reference. */
    public static boolean usable(byte[] picture) {
        return LogoTemplate.of(picture).isPresent();
    }

    private Optional<LogoTemplate> template(LogoReference reference) {
        if (templates.size() > MAX_CACHED) {
            templates.clear();
        }
        return templates.computeIfAbsent(
                reference.id(), id -> LogoTemplate.of(reference.picture()));
    }

    private record Place(Placement placement, double score, double x, double y, double size) {}

    private Map<LogoTemplate, List<Place>> places(Pixels picture, List<LogoTemplate> wanted) {
        Map<LogoTemplate, List<Place>> places = new LinkedHashMap<>();
        Map<Long, List<LogoTemplate>> byShape = new LinkedHashMap<>();
        for (LogoTemplate template : wanted) {
            byShape.computeIfAbsent(
                            template.columns() * 1_000L + template.rows(), k -> new ArrayList<>())
                    .add(template);
        }
        double longer = Math.max(picture.width(), picture.height());
        double base = Math.min(1, MAX_SIDE / longer);
        double largest = 64 / MIN_LOGO_SIDE;
        for (double zoom = base * largest; zoom * longer > 80; zoom /= ZOOM_STEP) {
            int width = (int) Math.round(picture.width() * zoom);
            int height = (int) Math.round(picture.height() * zoom);
            if (width < 32 || height < 32) {
                break;
            }
            EdgeCells cells =
                    EdgeCells.of(
                            Edges.of(Resampler.planes(picture, width, height), 3, width, height));
            try (NDManager manager = NDManager.newBaseManager(device, "PyTorch")) {
                NDArray values =
                        manager.create(
                                cells.values(),
                                new Shape(1, EdgeCells.DIRECTIONS, cells.height(), cells.width()));
                NDArray energy =
                        manager.create(
                                cells.energy(), new Shape(1, 1, cells.height(), cells.width()));
                for (List<LogoTemplate> group : byShape.values()) {
                    compare(manager, values, energy, cells, group, picture, width, places);
                }
            }
        }
        return places;
    }

    private static void compare(
            NDManager manager,
            NDArray values,
            NDArray energy,
            EdgeCells cells,
            List<LogoTemplate> group,
            Pixels picture,
            int width,
            Map<LogoTemplate, List<Place>> places) {
        LogoTemplate first = group.getFirst();
        int rows = cells.height() - 1 - 2 * (first.rows() - 1);
        int columns = cells.width() - 1 - 2 * (first.columns() - 1);
        if (rows < 1 || columns < 1) {
            return;
        }
        int n = group.size();
        int area = first.rows() * first.columns();
        float[] weights = new float[n * EdgeCells.DIRECTIONS * area];
        float[] near = new float[n * area];
        for (int i = 0; i < n; i++) {
            System.arraycopy(
                    group.get(i).weights(),
                    0,
                    weights,
                    i * EdgeCells.DIRECTIONS * area,
                    EdgeCells.DIRECTIONS * area);
            System.arraycopy(group.get(i).cellsNear(), 0, near, i * area, area);
        }
        float[] products =
                convolved(
                        values,
                        manager.create(
                                weights,
                                new Shape(n, EdgeCells.DIRECTIONS, first.rows(), first.columns())),
                        manager);
        float[] norms =
                convolved(
                        energy,
                        manager.create(near, new Shape(n, 1, first.rows(), first.columns())),
                        manager);
        int outRows = cells.height() - 2 * (first.rows() - 1);
        int outColumns = cells.width() - 2 * (first.columns() - 1);
        double scale = (double) picture.width() / width;
        for (int i = 0; i < n; i++) {
            List<Place> list = places.computeIfAbsent(group.get(i), t -> new ArrayList<>());
            int from = i * outRows * outColumns;
            for (int y = 0; y < outRows; y++) {
                for (int x = 0; x < outColumns; x++) {
                    int at = from + y * outColumns + x;
                    double score = products[at] / Math.sqrt(Math.max(1e-3, norms[at]));
                    if (score > CANDIDATE_SCORE) {
                        list.add(place(group.get(i), x, y, scale, score));
                    }
                }
            }
        }
    }

    private static Place place(LogoTemplate template, int x, int y, double scale, double score) {
        Placement placement =
                new Placement(x * EdgeCells.STEP * scale, y * EdgeCells.STEP * scale, scale, scale);
        return new Place(
                placement,
                score,
                placement.left() + template.width() * scale / 2,
                placement.top() + template.height() * scale / 2,
                Math.min(template.width(), template.height()) * scale);
    }

    private static float[] convolved(NDArray input, NDArray weight, NDManager manager) {
        NDArray bias = manager.zeros(new Shape(weight.getShape().get(0)));
        return Conv2d.conv2d(
                        input, weight, bias, new Shape(1, 1), new Shape(0, 0), new Shape(2, 2), 1)
                .head()
                .toFloatArray();
    }

    /** The most certain places that do not overlap. */
    private static List<Place> best(List<Place> places) {
        List<Place> kept = new ArrayList<>();
        for (Place place :
                places.stream()
                        .sorted(Comparator.comparingDouble(Place::score).reversed())
                        .toList()) {
            boolean fresh =
                    kept.stream()
                            .noneMatch(
                                    k ->
                                            Math.hypot(k.x - place.x, k.y - place.y)
                                                    < 0.5 * Math.max(k.size, place.size));
            if (fresh) {
                kept.add(place);
                if (kept.size() == MAX_PLACES) {
                    break;
                }
            }
        }
        return kept;
    }

    private Optional<LogoFinding> judged(
            LogoTemplate template, Place place, Pixels picture, String brand) {
        Placement placement = place.placement();
        Placement.Agreement best = placement.agreement(template, picture);
        for (double step = 4; step >= 1; step /= 2) {
            double grow = 1 + step * 0.015;
            double[][] moves = {
                {step, 0, 1, 1}, {-step, 0, 1, 1}, {0, step, 1, 1}, {0, -step, 1, 1},
                {0, 0, grow, grow}, {0, 0, 1 / grow, 1 / grow}, {0, 0, grow, 1}, {0, 0, 1, grow}
            };
            for (int round = 0; round < 2; round++) {
                boolean moved = false;
                for (double[] move : moves) {
                    Placement other =
                            placement.changed(template, move[0], move[1], move[2], move[3]);
                    Placement.Agreement agreement = other.agreement(template, picture);
                    if (agreement.edges() > best.edges()) {
                        placement = other;
                        best = agreement;
                        moved = true;
                    }
                }
                if (!moved) {
                    break;
                }
            }
            if (best.edges() < settings.edges() - 0.25) {
                return Optional.empty();
            }
        }
        double score = (best.edges() + best.colours()) / 2;
        if (best.edges() < settings.edges() || score < settings.score()) {
            return Optional.empty();
        }
        return Optional.of(
                new LogoFinding(brand, Math.min(1, score), box(template, placement, picture)));
    }

    private static Box box(LogoTemplate template, Placement placement, Pixels picture) {
        double x = placement.left() + LogoTemplate.BORDER * placement.across();
        double y = placement.top() + LogoTemplate.BORDER * placement.down();
        double right = x + (template.width() - 2 * LogoTemplate.BORDER) * placement.across();
        double bottom = y + (template.height() - 2 * LogoTemplate.BORDER) * placement.down();
        double left = Math.clamp(x, 0, picture.width());
        double top = Math.clamp(y, 0, picture.height());
        return new Box(
                left,
                top,
                Math.clamp(right, left, picture.width()) - left,
                Math.clamp(bottom, top, picture.height()) - top);
    }

    /** Keeps only the most certain of overlapping findings, whatever the brand. */
    private static List<LogoFinding> withoutDoubles(List<LogoFinding> found) {
        List<LogoFinding> kept = new ArrayList<>();
        for (LogoFinding finding :
                found.stream()
                        .sorted(Comparator.comparingDouble(LogoFinding::score).reversed())
                        .toList()) {
            if (kept.stream().noneMatch(k -> k.box().overlap(finding.box()) > SAME_PLACE)) {
                kept.add(finding);
            }
        }
        return List.copyOf(kept);
    }
}
