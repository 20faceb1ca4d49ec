package dev.earshot.ffmpeg;

import dev.earshot.core.picture.Detection;
import dev.earshot.core.video.Shot;
import dev.earshot.core.video.VideoAction;
import dev.earshot.core.video.VideoFindings;
import dev.earshot.video.KeyPicture;
import dev.earshot.video.Miniatures;
import dev.earshot.video.frame.Frame;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Draws a video's key frames in rows, each with its time and the boxes and labels of what was found
 * in it; the line below it says what is being done. Thread-safe.
 */
public final class ContactSheet implements Miniatures {
    private static final int CELL_WIDTH = 240;
    private static final int CELL_HEIGHT = 180;
    private static final int CAPTION = 32;
    private static final int MARGIN = 6;
    private static final int COLUMNS = 4;
    private static final int MAX_PICTURES = 24;
    private static final int MAX_BOXES = 8;
    private static final float MINIATURE_QUALITY = 0.6f;
    private static final float SHEET_QUALITY = 0.7f;
    private static final Color PAPER = new Color(0x202124);
    private static final Color INK = new Color(0xf1f3f4);
    private static final Color FAINT = new Color(0x9aa0a6);

    private static final Lettering LABELS = new Lettering(Font.BOLD, 11);
    private static final Lettering TIMES = new Lettering(Font.BOLD, 12);
    private static final Lettering ACTIONS = new Lettering(Font.PLAIN, 11);

    /** Colours that people with colour blindness can distinguish (Okabe and Ito, 2008). */
    private static final List<Color> COLOURS =
            List.of(
                    new Color(0xe69f00),
                    new Color(0x56b4e9),
                    new Color(0x009e73),
                    new Color(0xf0e442),
                    new Color(0xd55e00),
                    new Color(0xcc79a7));

    @Override
    public byte[] shrink(Frame frame) {
        return Jpegs.write(Jpegs.scaled(frame, CELL_WIDTH, CELL_HEIGHT), MINIATURE_QUALITY);
    }

    @Override
    public byte[] sheet(VideoFindings findings, List<KeyPicture> pictures) {
        List<KeyPicture> chosen = choose(findings.shots(), pictures);
        int columns = Math.clamp(chosen.size(), 1, COLUMNS);
        int rows = Math.max(1, (chosen.size() + columns - 1) / columns);
        int cellHeight =
                Math.clamp(
                        (long) CELL_WIDTH * findings.height() / findings.width(), 1, CELL_HEIGHT);
        BufferedImage sheet =
                new BufferedImage(
                        columns * (CELL_WIDTH + MARGIN) + MARGIN,
                        rows * (cellHeight + CAPTION + MARGIN) + MARGIN,
                        BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = sheet.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(PAPER);
        graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        for (int i = 0; i < chosen.size(); i++) {
            int left = MARGIN + i % columns * (CELL_WIDTH + MARGIN);
            int top = MARGIN + i / columns * (cellHeight + CAPTION + MARGIN);
            draw(graphics, findings, chosen.get(i), left, top, cellHeight);
        }
        graphics.dispose();
        return Jpegs.write(sheet, SHEET_QUALITY);
    }

    /** Each shot's key frame and, where there is room, further pictures evenly spaced in time. */
    private static List<KeyPicture> choose(List<Shot> shots, List<KeyPicture> pictures) {
        SortedMap<Double, KeyPicture> chosen = new TreeMap<>();
        List<KeyPicture> keys = new ArrayList<>();
        for (Shot shot : shots) {
            pictures.stream()
                    .filter(p -> p.seconds() >= shot.start() && p.seconds() <= shot.end())
                    .min(
                            (a, b) ->
                                    Double.compare(
                                            Math.abs(a.seconds() - shot.keyframe()),
                                            Math.abs(b.seconds() - shot.keyframe())))
                    .ifPresent(keys::add);
        }
        spread(keys, chosen, MAX_PICTURES);
        spread(pictures, chosen, MAX_PICTURES - chosen.size());
        return List.copyOf(chosen.values());
    }

    private static void spread(
            List<KeyPicture> from, SortedMap<Double, KeyPicture> into, int most) {
        int count = Math.min(most, from.size());
        for (int i = 0; i < count; i++) {
            KeyPicture picture = from.get((int) ((long) i * from.size() / count));
            into.put(picture.seconds(), picture);
        }
    }

    private static void draw(
            Graphics2D graphics,
            VideoFindings findings,
            KeyPicture key,
            int left,
            int top,
            int cellHeight) {
        BufferedImage picture = Jpegs.read(key.jpeg());
        int x = left + (CELL_WIDTH - picture.getWidth()) / 2;
        int y = top + (cellHeight - picture.getHeight()) / 2;
        graphics.drawImage(picture, x, y, null);
        Graphics2D inside =
                (Graphics2D) graphics.create(x, y, picture.getWidth(), picture.getHeight());
        double zoom = (double) picture.getWidth() / findings.width();
        List<Detection> objects = key.objects();
        for (int i = Math.min(MAX_BOXES, objects.size()) - 1; i >= 0; i--) {
            box(inside, objects.get(i), zoom);
        }
        inside.dispose();
        caption(graphics, findings, key.seconds(), left, top + cellHeight);
    }

    private static void box(Graphics2D graphics, Detection found, double zoom) {
        int left = (int) Math.round(found.box().x() * zoom);
        int top = (int) Math.round(found.box().y() * zoom);
        graphics.setColor(COLOURS.get(Math.floorMod(found.label().hashCode(), COLOURS.size())));
        graphics.setStroke(new BasicStroke(2));
        graphics.drawRect(
                left,
                top,
                (int) Math.round(found.box().width() * zoom),
                (int) Math.round(found.box().height() * zoom));
        int width = LABELS.width(graphics, found.label()) + 4;
        int height = LABELS.height(graphics);
        int labelTop = Math.max(0, top - height);
        graphics.fillRect(left, labelTop, width, height);
        graphics.setColor(Color.BLACK);
        LABELS.write(graphics, found.label(), left + 2, labelTop);
    }

    private static void caption(
            Graphics2D graphics, VideoFindings findings, double seconds, int left, int top) {
        graphics.setColor(INK);
        TIMES.write(graphics, clock(seconds), left + 2, top);
        List<String> doing =
                findings.actions().stream()
                        .filter(a -> a.start() <= seconds + 0.5 && a.end() >= seconds - 0.5)
                        .map(VideoAction::label)
                        .distinct()
                        .toList();
        graphics.setColor(FAINT);
        ACTIONS.write(
                graphics,
                ACTIONS.fitting(graphics, String.join(", ", doing), CELL_WIDTH - 4),
                left + 2,
                top + CAPTION / 2);
    }

    private static String clock(double seconds) {
        int whole = (int) seconds;
        return String.format(
                Locale.ROOT, "%d:%02d.%d", whole / 60, whole % 60, (int) (10 * (seconds - whole)));
    }
}
