package dev.earshot.aws.table;

import dev.earshot.core.Digests;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.author.ErasureMark;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostId;
import dev.earshot.core.store.AuthorPosts;
import dev.earshot.trends.episode.Episode;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The keys of the one table. A workspace and a brand id contain no {@code #}; a post id, a file's
 * key and a parked id may, so they always come last. Stateless.
 */
public final class Keys {
    public static final String PK = "PK";
    public static final String SK = "SK";
    public static final String EXPIRES_AT = "expiresAt";
    public static final String ONLY = "A";

    /** The kind of a live post's item, its attribute {@code k}. */
    public static final String LIVE = "L";

    private static final Pattern BRAND = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");

    private Keys() {}

    public static String post(WorkspaceId workspace, PostId id) {
        return posts(workspace) + id;
    }

    /** How the keys of a workspace's posts begin. */
    public static String posts(WorkspaceId workspace) {
        return "P#" + workspace + "#";
    }

    public static String brandDay(WorkspaceId workspace, String brandId, LocalDate day) {
        return "B#" + workspace + "#" + brand(brandId) + "#" + day;
    }

    public static String brandDays(WorkspaceId workspace, String brandId) {
        return "D#" + workspace + "#" + brand(brandId);
    }

    /** Reads a post id as keys contain it, {@code <platform>:<native id>}. */
    public static PostId postId(String text) {
        int colon = text.indexOf(':');
        Platform platform =
                Platform.of(text.substring(0, colon))
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "post id must name a platform, got " + text));
        return new PostId(platform, text.substring(colon + 1));
    }

    /** Sorts by time of publication, then by id; 13 digits last until the year 2286. */
    public static String link(Instant createdAt, PostId id) {
        return millis(createdAt) + "#" + id;
    }

    public static String millis(Instant instant) {
        return String.format(Locale.ROOT, "%013d", Math.max(0, instant.toEpochMilli()));
    }

    public static String counts(WorkspaceId workspace, String brandId, LocalDate day, int shard) {
        return "W#" + workspace + "#" + brand(brandId) + "#" + day + "#" + shard;
    }

    /** Counts of posts whose day was over when they were counted, by the day of counting. */
    public static String lateCounts(
            WorkspaceId workspace, String brandId, LocalDate counted, int shard) {
        return "WL#" + workspace + "#" + brand(brandId) + "#" + counted + "#" + shard;
    }

    /** Sums of counts by day. */
    public static String dayTotals(WorkspaceId workspace, String brandId) {
        return "R#" + workspace + "#" + brand(brandId);
    }

    public static String media(WorkspaceId workspace, String key) {
        return "M#" + workspace + "#" + key;
    }

    public static String authors(WorkspaceId workspace, AuthorRef author) {
        return authors(workspace, AuthorPosts.partOf(author));
    }

    public static String authors(WorkspaceId workspace, int part) {
        return "U#" + workspace + "#" + String.format(Locale.ROOT, "%02x", part);
    }

    /** An author's scores, by the mark. */
    public static String scores(WorkspaceId workspace, ErasureMark author) {
        return "I#" + workspace + "#" + author.digest();
    }

    /** A leaderboard; the topic comes last, since it may contain anything but {@code #}. */
    public static String board(WorkspaceId workspace, String brandId, String topic) {
        return "L#" + workspace + "#" + brand(brandId) + "#" + topic;
    }

    /** New posts that are not yet counted; see the journal's id. */
    public static String journal(WorkspaceId workspace, String id) {
        return "NP#" + workspace + "#" + id;
    }

    /** The progress of a workspace's run, and the daily baseline of its scores. */
    public static String runs(WorkspaceId workspace) {
        return "E#" + workspace;
    }

    /** The authors who object to being scored. */
    public static String objections(WorkspaceId workspace) {
        return "O#" + workspace;
    }

    /** What is still to be done for authors of whom nothing may be kept, and the marks' version. */
    public static String openEnds(WorkspaceId workspace) {
        return "Z#" + workspace;
    }

    /** The mark of an author of whom nothing may be kept; spread over 16 partitions. */
    public static String ends(WorkspaceId workspace, ErasureMark author) {
        return "Z#" + workspace + "#" + author.digest().charAt(0);
    }

    /** Who the public creators are, by pseudonym. */
    public static String creators(WorkspaceId workspace) {
        return "H#" + workspace;
    }

    /** Authors whom the team keeps in view. */
    public static String shortlists(WorkspaceId workspace) {
        return "HL#" + workspace;
    }

    /** Whether the workspace keeps a directory of creators. */
    public static String directory(WorkspaceId workspace) {
        return "HS#" + workspace;
    }

    /** People's requests about their data. */
    public static String personRequests(WorkspaceId workspace) {
        return "PR#" + workspace;
    }

    /** The audit: who resolved which pseudonym. */
    public static String audit(WorkspaceId workspace) {
        return "AU#" + workspace;
    }

    /** The workspaces that have authors. */
    public static String workspaces() {
        return "N";
    }

    public static String job(WorkspaceId workspace, String id) {
        return "J#" + workspace + "#" + id;
    }

    public static String jobList(WorkspaceId workspace) {
        return "JL#" + workspace;
    }

    public static String catalogue(WorkspaceId workspace, int shard) {
        return "Q#" + workspace + "#" + shard;
    }

    /** The places of files under a term, which comes last since it may contain anything. */
    public static String places(WorkspaceId workspace, String term) {
        return "QT#" + workspace + "#" + term;
    }

    /** The vectors made with one model's weights. */
    public static String vectors(WorkspaceId workspace, String sha256, int shard) {
        return "QV#" + workspace + "#" + sha256.substring(0, 24) + "#" + shard;
    }

    public static String brands(WorkspaceId workspace) {
        return "C#" + workspace;
    }

    public static String parkedList(WorkspaceId workspace) {
        return "X#" + workspace;
    }

    public static String parked(WorkspaceId workspace, String id) {
        return "XI#" + workspace + "#" + id;
    }

    /** The corrections of a workspace. */
    public static String feedback(WorkspaceId workspace) {
        return "F#" + workspace;
    }

    /** The series of a brand that are watched. */
    public static String series(WorkspaceId workspace, String brand) {
        return "TS#" + workspace + "#" + (brand.equals(Episode.ALL_BRANDS) ? brand : brand(brand));
    }

    /** The topics of a brand. */
    public static String topics(WorkspaceId workspace, String brandId) {
        return "TP#" + workspace + "#" + brand(brandId);
    }

    /** The changes of a brand's episodes; the brand may be that of all brands. */
    public static String episodeChanges(WorkspaceId workspace, String brand) {
        return "EC#" + workspace + "#" + brand;
    }

    /** Work of alerts that waits, of all workspaces. */
    public static String alertWork(int shard) {
        return "AO#" + shard;
    }

    /** What rules remember of an episode. */
    public static String alertMemory(WorkspaceId workspace, String episode) {
        return "AM#" + workspace + "#" + episode;
    }

    /** The alerts of a workspace. */
    public static String alerts(WorkspaceId workspace) {
        return "AL#" + workspace;
    }

    /** The deliveries of an alert. */
    public static String deliveries(WorkspaceId workspace, String alert) {
        return "AV#" + workspace + "#" + alert;
    }

    /** The workspaces that have sources of posts. */
    public static String sourceWorkspaces() {
        return "CW";
    }

    /** The sources of posts. */
    public static String sources(WorkspaceId workspace) {
        return "CS#" + workspace;
    }

    /** How far a source of posts is. */
    public static String sourceState(WorkspaceId workspace, String source) {
        return "CT#" + workspace + "#" + source;
    }

    /** The rules of alerts. */
    public static String alertRules(WorkspaceId workspace) {
        return "AR#" + workspace;
    }

    /** The silences of alerts. */
    public static String silences(WorkspaceId workspace) {
        return "AS#" + workspace;
    }

    /** The webhooks of alerts, with their secrets. */
    public static String webhooks(WorkspaceId workspace) {
        return "AW#" + workspace;
    }

    /** The cases whose conversations began in the month of that time. */
    public static String cases(WorkspaceId workspace, Instant begun) {
        return "G#" + workspace + "#" + day(begun).toString().substring(0, 7);
    }

    /** How a workspace works on its cases. */
    public static String caseSettings(WorkspaceId workspace) {
        return "GS#" + workspace;
    }

    /** The campaigns of a workspace. */
    public static String campaigns(WorkspaceId workspace) {
        return "GC#" + workspace;
    }

    /** The segments of a workspace. */
    public static String segments(WorkspaceId workspace) {
        return "GM#" + workspace;
    }

    /** The saved views of a workspace. */
    public static String savedViews(WorkspaceId workspace) {
        return "SV#" + workspace;
    }

    /** What was used in a month of what costs. */
    public static String usage(WorkspaceId workspace, YearMonth month) {
        return "BU#" + workspace + "#" + month;
    }

    /** How much of what costs may be used in a month. */
    public static String usageLimits(WorkspaceId workspace) {
        return "BU#" + workspace;
    }

    public static String apiKey(String apiKey) {
        return apiKeyDigest(Digests.sha256(apiKey));
    }

    /** Likewise, by the key's SHA-256 in hexadecimal. */
    public static String apiKeyDigest(String digest) {
        return "K#" + digest;
    }

    public static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    private static String brand(String id) {
        if (!BRAND.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "brand id must be 1 to 64 of a-z 0-9 - _ and begin with a letter or digit, got"
                            + " '"
                            + id
                            + "'");
        }
        return id;
    }
}
