package dev.earshot.cli.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

import javax.imageio.ImageIO;

/**
 * Draws the four pictures of the demo that are the project's own. Run by hand, once, with the
 * folder to write to; the pictures are kept as resources because a machine may have no fonts.
 */
final class DrawPictures {
    private DrawPictures() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Files.createDirectories(folder);
        draw(folder.resolve("support-chat.png"), 720, 900, DrawPictures::chat);
        draw(folder.resolve("shop-sign.jpg"), 1000, 640, DrawPictures::sign);
        draw(folder.resolve("update-joke.jpg"), 800, 800, DrawPictures::joke);
        draw(folder.resolve("receipt.png"), 520, 820, DrawPictures::receipt);
    }

    private static void draw(Path file, int width, int height, Consumer<Graphics2D> painter)
            throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        painter.accept(g);
        g.dispose();
        String name = file.getFileName().toString();
        ImageIO.write(image, name.endsWith("png") ? "png" : "jpg", file.toFile());
    }

    private static void chat(Graphics2D g) {
        g.setColor(new Color(0xEDEFF2));
        g.fillRect(0, 0, 720, 900);
        g.setColor(new Color(0x1F3A5F));
        g.fillRect(0, 0, 720, 90);
        text(g, "Nivaro Support", Font.BOLD, 34, 30, 58, Color.WHITE);
        bubble(
                g,
                120,
                true,
                List.of("My phone turned itself off again.", "This is the fourth time today."));
        bubble(g, 270, false, List.of("Have you tried to restart it?"));
        bubble(g, 380, true, List.of("Yes. Twelve times.", "I want my money back."));
        bubble(g, 530, false, List.of("Please restart your phone."));
        bubble(g, 640, true, List.of("Worst service ever.", "I am never buying from you again."));
        text(g, "Nivaro Support has left the chat", Font.ITALIC, 26, 170, 850, Color.GRAY);
    }

    private static void bubble(Graphics2D g, int top, boolean own, List<String> lines) {
        int x = own ? 110 : 30;
        g.setColor(own ? new Color(0xCDE8C9) : Color.WHITE);
        g.fillRoundRect(x, top, 580, 40 + 42 * lines.size(), 28, 28);
        for (int i = 0; i < lines.size(); i++) {
            text(g, lines.get(i), Font.PLAIN, 30, x + 24, top + 52 + 42 * i, Color.BLACK);
        }
    }

    private static void sign(Graphics2D g) {
        var random = new Random(3);
        for (int row = 0; row < 16; row++) {
            for (int column = -1; column < 13; column++) {
                int shade = 120 + random.nextInt(40);
                g.setColor(new Color(shade, shade * 6 / 10, shade / 2));
                g.fillRect(column * 84 + (row % 2) * 42, row * 42, 80, 38);
            }
        }
        g.setColor(new Color(0x14532D));
        g.fillRoundRect(90, 140, 820, 330, 40, 40);
        g.setStroke(new BasicStroke(8));
        g.setColor(new Color(0xE9D8A6));
        g.drawRoundRect(110, 160, 780, 290, 30, 30);
        text(g, "FERNLIGHT", Font.BOLD, 112, 160, 300, new Color(0xF5F0DC));
        text(g, "COFFEE", Font.BOLD, 70, 345, 400, new Color(0xE9D8A6));
    }

    private static void joke(Graphics2D g) {
        g.setPaint(new GradientPaint(0, 0, new Color(0x274060), 800, 800, new Color(0xC97B63)));
        g.fillRect(0, 0, 800, 800);
        g.setColor(new Color(0x111111));
        g.fillRoundRect(280, 220, 240, 400, 36, 36);
        g.setColor(new Color(0x20262E));
        g.fillRect(296, 250, 208, 336);
        text(g, "3%", Font.BOLD, 84, 345, 440, new Color(0xFF5555));
        g.setColor(new Color(0xF2CC8F));
        g.fill(new Ellipse2D.Double(90, 340, 130, 130));
        outlined(g, "MY NIVARO AT 3 PERCENT:", 56, 100);
        outlined(g, "TIME FOR A BIG UPDATE", 56, 740);
    }

    private static void receipt(Graphics2D g) {
        g.setColor(new Color(0x6B4F3A));
        g.fillRect(0, 0, 520, 820);
        g.setColor(new Color(0xFBFBF6));
        var paper = new Path2D.Double();
        paper.moveTo(60, 30);
        paper.lineTo(460, 30);
        paper.lineTo(460, 780);
        for (int x = 460; x > 60; x -= 20) {
            paper.lineTo(x - 10, 765);
            paper.lineTo(x - 20, 780);
        }
        paper.closePath();
        g.fill(paper);
        text(g, "FERNLIGHT COFFEE", Font.BOLD, 34, 90, 100, Color.BLACK);
        text(g, "King Street", Font.PLAIN, 28, 180, 145, Color.BLACK);
        List<String> lines =
                List.of("2 Moss latte", "1 Flat white", "1 Cinnamon bun", "1 Oat milk");
        List<String> prices = List.of("10.40", "3.90", "3.60", "0.60");
        for (int i = 0; i < lines.size(); i++) {
            text(g, lines.get(i), Font.PLAIN, 30, 90, 230 + 60 * i, Color.BLACK);
            text(g, prices.get(i), Font.PLAIN, 30, 350, 230 + 60 * i, Color.BLACK);
        }
        text(g, "TOTAL", Font.BOLD, 36, 90, 520, Color.BLACK);
        text(g, "18.50", Font.BOLD, 36, 335, 520, Color.BLACK);
        text(g, "Thank you, see you soon", Font.PLAIN, 28, 100, 640, Color.BLACK);
    }

    private static void text(
            Graphics2D g, String text, int style, int size, int x, int y, Color colour) {
        g.setFont(new Font(Font.SANS_SERIF, style, size));
        g.setColor(colour);
        g.drawString(text, x, y);
    }

    private static void outlined(Graphics2D g, String text, int size, int y) {
        var font = new Font(Font.SANS_SERIF, Font.BOLD, size);
        double width = font.getStringBounds(text, g.getFontRenderContext()).getWidth();
        double scale = Math.min(1, 760 / width);
        var place = AffineTransform.getTranslateInstance((800 - width * scale) / 2, y);
        place.scale(scale, scale);
        var outline = new TextLayout(text, font, g.getFontRenderContext()).getOutline(place);
        g.setStroke(new BasicStroke(8, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.setColor(Color.BLACK);
        g.draw(outline);
        g.setColor(Color.WHITE);
        g.fill(outline);
    }
}
