package dev.earshot.wire.table;

import dev.earshot.core.post.Platform;
import dev.earshot.wire.json.DateOrder;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Exports that are told by their headers and whose columns mean something else than their names
 * say, or whose dates or platform are the same in every file.
 */
enum KnownExport {
    X_ANALYTICS(
            "X analytics",
            "postid posttext postlink impressions",
            Map.of(),
            Optional.of(Platform.X),
            Optional.empty()),
    X_ANALYTICS_OF_OLD(
            "Twitter analytics",
            "tweetid tweetpermalink tweettext",
            Map.of(),
            Optional.of(Platform.X),
            Optional.empty()),
    X_ARCHIVE_OF_OLD(
            "an X archive of before 2019",
            "tweetid inreplytostatusid timestamp source text expandedurls",
            Map.of("source", Use.NOTHING),
            Optional.of(Platform.X),
            Optional.empty()),
    /** Its Date column says over which period counts were taken: "Lifetime". */
    META_BUSINESS_SUITE(
            "Meta Business Suite",
            "postid publishtime posttype permalink description",
            Map.of("date", Use.NOTHING),
            Optional.empty(),
            Optional.of(DateOrder.MONTH_FIRST)),
    YOUTUBE_STUDIO(
            "YouTube Studio",
            "content videotitle videopublishtime",
            Map.of("content", Use.of(TableField.ID), "videotitle", Use.of(TableField.TEXT)),
            Optional.of(Platform.YOUTUBE),
            Optional.of(DateOrder.MONTH_FIRST)),
    TIKTOK_STUDIO(
            "TikTok Studio",
            "videotitle videolink posttime",
            Map.of("videotitle", Use.of(TableField.TEXT), "time", Use.NOTHING),
            Optional.of(Platform.TIKTOK),
            Optional.empty()),
    LINKEDIN_PAGE(
            "LinkedIn page posts",
            "posttitle postlink posttype createddate",
            Map.of("posttitle", Use.of(TableField.TEXT)),
            Optional.empty(),
            Optional.of(DateOrder.MONTH_FIRST)),
    PLAY_REVIEWS(
            "Google Play reviews",
            "packagename reviewtext starrating",
            Map.of(),
            Optional.empty(),
            Optional.empty()),
    SPROUT(
            "Sprout Social",
            "date postid network profile post",
            Map.of(),
            Optional.empty(),
            Optional.of(DateOrder.MONTH_FIRST)),
    TWINT(
            "twint",
            "conversationid createdat userid username tweet",
            Map.of("date", Use.NOTHING, "time", Use.NOTHING, "timezone", Use.NOTHING),
            Optional.of(Platform.X),
            Optional.empty()),
    REDDIT_DOWNLOAD(
            "Reddit data request",
            "id permalink date subreddit gildings",
            Map.of("parent", Use.of(TableField.REPLY_TO)),
            Optional.of(Platform.REDDIT),
            Optional.empty()),
    YOUTUBE_COMMENT_DOWNLOADER(
            "youtube-comment-downloader",
            "cid text votes heart",
            Map.of(),
            Optional.of(Platform.YOUTUBE),
            Optional.empty()),
    INSTALOADER(
            "instaloader",
            "shortcode takenattimestamp ownerid",
            Map.of("shortcode", Use.NOTHING),
            Optional.of(Platform.INSTAGRAM),
            Optional.empty()),
    YOUTUBE_TAKEOUT(
            "Google Takeout, comments on YouTube",
            "commentid channelid commentcreatetimestamp commenttext",
            Map.of("videoid", Use.NOTHING, "postid", Use.NOTHING),
            Optional.of(Platform.YOUTUBE),
            Optional.empty());

    private final String label;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> marks;

    @SuppressWarnings("ImmutableEnumChecker") // made by Map.of
    private final Map<String, Use> uses;

    @SuppressWarnings("ImmutableEnumChecker") // an enum inside
    private final Optional<Platform> platform;

    @SuppressWarnings("ImmutableEnumChecker") // an enum inside
    private final Optional<DateOrder> dates;

    /** What a column is for; empty if for nothing. */
    record Use(Optional<TableField> field) {
        static final Use NOTHING = new Use(Optional.empty());

        static Use of(TableField field) {
            return new Use(Optional.of(field));
        }
    }

    KnownExport(
            String label,
            String marks,
            Map<String, Use> uses,
            Optional<Platform> platform,
            Optional<DateOrder> dates) {
        this.label = label;
        this.marks = List.of(marks.split(" "));
        this.uses = uses;
        this.platform = platform;
        this.dates = dates;
    }

    /** The export with such a header. */
    static Optional<KnownExport> of(List<String> header) {
        var names = new HashSet<>(header.stream().map(TableField::plain).toList());
        return Arrays.stream(values()).filter(e -> names.containsAll(e.marks)).findFirst();
    }

    /** Its name, for people. */
    String label() {
        return label;
    }

    /** What a column of that header is for, where this export says so. */
    Optional<Use> use(String header) {
        return Optional.ofNullable(uses.get(TableField.plain(header)));
    }

    /** The platform of all its rows. */
    Optional<Platform> platform() {
        return platform;
    }

    /** The order of day and month that it writes, where a file proves none. */
    Optional<DateOrder> dates() {
        return dates;
    }
}
