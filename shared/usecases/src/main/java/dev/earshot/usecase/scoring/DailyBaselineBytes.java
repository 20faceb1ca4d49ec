package dev.earshot.usecase.scoring;

import dev.earshot.core.FieldException;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Platform;
import dev.earshot.core.sketch.TopicSketch;
import dev.earshot.influence.evidence.AuthorSummary;
import dev.earshot.influence.graph.Standing;
import dev.earshot.influence.history.BrandDay;
import dev.earshot.influence.impact.AudienceSeries;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A baseline as bytes: numbers at full precision, compressed, with gzip's checksum. Stateless. */
final class DailyBaselineBytes {
    private static final int FORM = 2;

    private DailyBaselineBytes() {}

    static byte[] write(DailyBaseline baseline) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(new GZIPOutputStream(bytes))) {
            out.writeInt(FORM);
            out.writeUTF(baseline.id());
            out.writeLong(baseline.asOf().getEpochSecond());
            out.writeLong(baseline.catalogue());
            out.writeUTF(baseline.table());
            out.writeLong(baseline.size());
            out.writeInt(baseline.members().size());
            for (AuthorSummary member : baseline.members()) {
                out.writeUTF(member.author().pseudonym());
                out.writeUTF(member.platform().name());
                out.writeUTF(member.language());
                write(member.measures(), out);
                write(member.brands(), out);
                out.writeUTF(member.topics().encoded());
            }
            out.writeInt(baseline.creators().size());
            for (AuthorRef creator :
                    baseline.creators().stream().sorted(WorkspaceActivity.byPseudonym()).toList()) {
                out.writeUTF(creator.pseudonym());
            }
            out.writeInt(baseline.topics().size());
            for (Map.Entry<String, List<String>> topics : baseline.topics().entrySet()) {
                out.writeUTF(topics.getKey());
                out.writeInt(topics.getValue().size());
                for (String topic : topics.getValue()) {
                    out.writeUTF(topic);
                }
            }
            out.writeInt(baseline.standings().size());
            for (Map.Entry<String, Map<AuthorRef, Standing>> graph :
                    baseline.standings().entrySet()) {
                out.writeUTF(graph.getKey());
                out.writeInt(graph.getValue().size());
                for (Map.Entry<AuthorRef, Standing> author : graph.getValue().entrySet()) {
                    out.writeUTF(author.getKey().pseudonym());
                    out.writeDouble(author.getValue().rank());
                    out.writeDouble(author.getValue().percentile());
                    out.writeInt(author.getValue().endorsers());
                    out.writeInt(author.getValue().ranked());
                }
            }
            out.writeInt(baseline.controls().size());
            for (Map.Entry<String, List<AudienceSeries>> brand : baseline.controls().entrySet()) {
                out.writeUTF(brand.getKey());
                out.writeInt(brand.getValue().size());
                for (AudienceSeries series : brand.getValue()) {
                    write(series, out);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory can't fail", e);
        }
        return bytes.toByteArray();
    }

    private static void write(Map<String, Double> numbers, DataOutputStream out)
            throws IOException {
        out.writeInt(numbers.size());
        for (Map.Entry<String, Double> number : numbers.entrySet()) {
            out.writeUTF(number.getKey());
            out.writeDouble(number.getValue());
        }
    }

    private static void write(AudienceSeries series, DataOutputStream out) throws IOException {
        out.writeUTF(series.author().pseudonym());
        out.writeUTF(series.brandId());
        out.writeLong(series.firstDay().toEpochDay());
        out.writeInt(series.audience());
        out.writeInt(series.days().size());
        for (BrandDay day : series.days()) {
            out.writeLong(day.posts());
            out.writeLong(day.negative());
            out.writeLong(day.positive());
            out.writeLong(day.interactions());
        }
        out.writeInt(series.brandPosts().size());
        for (LocalDate day : series.brandPosts()) {
            out.writeLong(day.toEpochDay());
        }
    }

    /**
     * The baseline that {@link #write} was given.
     *
     * @throws IOException where the bytes are damaged or in another form
     */
    static DailyBaseline read(byte[] bytes) throws IOException {
        try (var in = new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(bytes)))) {
            int form = in.readInt();
            if (form != FORM) {
                throw new IOException("the baseline is in form " + form + ", not " + FORM);
            }
            String id = in.readUTF();
            Instant asOf = Instant.ofEpochSecond(in.readLong());
            long catalogue = in.readLong();
            String table = in.readUTF();
            long size = in.readLong();
            var baseline =
                    new DailyBaseline(
                            id,
                            asOf,
                            catalogue,
                            table,
                            size,
                            members(in),
                            creators(in),
                            topics(in),
                            standings(in),
                            controls(in));
            // Only at the end does the stream compare its checksum.
            if (in.read() != -1) {
                throw new IOException("more bytes follow the baseline");
            }
            return baseline;
        } catch (FieldException | IllegalArgumentException | DateTimeException e) {
            throw new IOException("the baseline is damaged: " + e.getMessage(), e);
        }
    }

    private static List<AuthorSummary> members(DataInputStream in) throws IOException {
        var members = new ArrayList<AuthorSummary>();
        for (int n = in.readInt(); n > 0; n--) {
            var author = new AuthorRef(in.readUTF());
            Platform platform = Platform.valueOf(in.readUTF());
            members.add(
                    new AuthorSummary(
                            author,
                            platform,
                            in.readUTF(),
                            numbers(in),
                            numbers(in),
                            TopicSketch.decode(in.readUTF())));
        }
        return members;
    }

    private static Map<String, Double> numbers(DataInputStream in) throws IOException {
        var numbers = new TreeMap<String, Double>();
        for (int n = in.readInt(); n > 0; n--) {
            numbers.put(in.readUTF(), in.readDouble());
        }
        return numbers;
    }

    private static Set<AuthorRef> creators(DataInputStream in) throws IOException {
        var creators = new HashSet<AuthorRef>();
        for (int n = in.readInt(); n > 0; n--) {
            creators.add(new AuthorRef(in.readUTF()));
        }
        return creators;
    }

    private static Map<String, List<String>> topics(DataInputStream in) throws IOException {
        var topics = new TreeMap<String, List<String>>();
        for (int n = in.readInt(); n > 0; n--) {
            String brand = in.readUTF();
            var list = new ArrayList<String>();
            for (int m = in.readInt(); m > 0; m--) {
                list.add(in.readUTF());
            }
            topics.put(brand, list);
        }
        return topics;
    }

    private static Map<String, Map<AuthorRef, Standing>> standings(DataInputStream in)
            throws IOException {
        var standings = new TreeMap<String, Map<AuthorRef, Standing>>();
        for (int n = in.readInt(); n > 0; n--) {
            String graph = in.readUTF();
            var authors = new LinkedHashMap<AuthorRef, Standing>();
            for (int m = in.readInt(); m > 0; m--) {
                authors.put(
                        new AuthorRef(in.readUTF()),
                        new Standing(in.readDouble(), in.readDouble(), in.readInt(), in.readInt()));
            }
            standings.put(graph, authors);
        }
        return standings;
    }

    private static Map<String, List<AudienceSeries>> controls(DataInputStream in)
            throws IOException {
        var controls = new TreeMap<String, List<AudienceSeries>>();
        for (int n = in.readInt(); n > 0; n--) {
            String brand = in.readUTF();
            var list = new ArrayList<AudienceSeries>();
            for (int m = in.readInt(); m > 0; m--) {
                list.add(series(in));
            }
            controls.put(brand, list);
        }
        return controls;
    }

    private static AudienceSeries series(DataInputStream in) throws IOException {
        var author = new AuthorRef(in.readUTF());
        String brand = in.readUTF();
        LocalDate first = LocalDate.ofEpochDay(in.readLong());
        int audience = in.readInt();
        var days = new ArrayList<BrandDay>();
        for (int n = in.readInt(); n > 0; n--) {
            days.add(new BrandDay(in.readLong(), in.readLong(), in.readLong(), in.readLong()));
        }
        var brandPosts = new TreeSet<LocalDate>();
        for (int n = in.readInt(); n > 0; n--) {
            brandPosts.add(LocalDate.ofEpochDay(in.readLong()));
        }
        return new AudienceSeries(author, brand, first, days, brandPosts, audience);
    }
}
