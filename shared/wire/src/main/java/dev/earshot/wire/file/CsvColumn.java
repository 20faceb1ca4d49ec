package dev.earshot.wire.file;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a column of an export holds, by its name: the spellings used by X, Brandwatch, Sprout and
 * hand-made files. Names are compared without case, spaces and punctuation; earlier spellings win.
 */
enum CsvColumn {
    TEXT(
            "text",
            "text",
            "fulltext",
            "tweettext",
            "posttext",
            "message",
            "content",
            "body",
            "tweet",
            "post",
            "comment",
            "review",
            "caption",
            "snippet",
            "title"),
    ID(
            "id",
            "id",
            "tweetid",
            "statusid",
            "postid",
            "messageid",
            "commentid",
            "resourceid",
            "mentionid",
            "uniqueid",
            "guid"),
    URL("url", "url", "link", "permalink", "originalurl", "posturl", "tweeturl"),
    CREATED_AT(
            "createdAt",
            "createdat",
            "datetime",
            "date",
            "timestamp",
            "publishedat",
            "published",
            "createdtime",
            "datecreated",
            "postdate",
            "dateutc",
            "time"),
    PLATFORM(
            "platform",
            "platform",
            "network",
            "pagetype",
            "contentsourcename",
            "contentsource",
            "sourcetype",
            "domain"),
    LANGUAGE("language", "language", "lang", "languagecode"),
    AUTHOR(
            "author.id",
            "authorid",
            "userid",
            "author",
            "authorusername",
            "username",
            "screenname",
            "handle",
            "profile",
            "user",
            "authorname"),
    FOLLOWERS(
            "author.followers",
            "followers",
            "followerscount",
            "xfollowers",
            "twitterfollowers",
            "authorfollowers",
            "authorpublicmetricsfollowerscount"),
    FOLLOWING(
            "author.following",
            "following",
            "followingcount",
            "friendscount",
            "authorfollowing",
            "authorpublicmetricsfollowingcount"),
    POSTS(
            "author.posts",
            "authorposts",
            "statusescount",
            "tweetcount",
            "authorpublicmetricstweetcount"),
    LISTED("author.listed", "listed", "listedcount", "authorpublicmetricslistedcount"),
    VERIFIED("author.verified", "verified", "authorverified", "isverified"),
    OPENED(
            "author.createdAt",
            "authorcreatedat",
            "usercreatedat",
            "accountcreatedat",
            "accountcreated"),
    LIKES(
            "engagement.likes",
            "likes",
            "likecount",
            "favoritecount",
            "favorites",
            "publicmetricslikecount",
            "reactions",
            "xlikes",
            "twitterlikes",
            "facebooklikes",
            "instagramlikes",
            "linkedinlikes",
            "score"),
    REPLIES(
            "engagement.replies",
            "replies",
            "replycount",
            "comments",
            "commentcount",
            "publicmetricsreplycount",
            "xreplies",
            "twitterreplycount",
            "facebookcomments",
            "instagramcomments"),
    REPOSTS(
            "engagement.reposts",
            "reposts",
            "retweets",
            "retweetcount",
            "shares",
            "publicmetricsretweetcount",
            "xreposts",
            "twitterretweets",
            "facebookshares"),
    QUOTES("engagement.quotes", "quotes", "quotecount", "publicmetricsquotecount"),
    VIEWS(
            "engagement.views",
            "views",
            "viewcount",
            "impressions",
            "impressioncount",
            "publicmetricsimpressioncount"),
    REPLY_TO(
            "inReplyTo",
            "inreplyto",
            "inreplytoid",
            "inreplytostatusid",
            "parentid",
            "referencedtweetsrepliedtoid"),
    REPLY_TO_AUTHOR(
            "inReplyTo.author",
            "inreplytoauthor",
            "inreplytoauthorid",
            "inreplytouserid",
            "inreplytouser"),
    REPOST_OF("repostOf", "repostof", "retweetof", "referencedtweetsretweetedid"),
    QUOTE_OF("quoteOf", "quoteof", "referencedtweetsquotedid");

    private final String path;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> spellings;

    CsvColumn(String path, String... spellings) {
        this.path = path;
        this.spellings = List.of(spellings);
    }

    /** Its path in the project's own format. */
    String path() {
        return path;
    }

    /** The position of each column in a row; each position serves one purpose at most. */
    static Map<CsvColumn, Integer> of(List<String> header) {
        var plain = header.stream().map(CsvColumn::plain).toList();
        var found = new HashMap<CsvColumn, Integer>();
        for (CsvColumn column : values()) {
            column.spellings.stream()
                    .map(plain::indexOf)
                    .filter(place -> place >= 0 && !found.containsValue(place))
                    .findFirst()
                    .ifPresent(place -> found.put(column, place));
        }
        return found;
    }

    /** The column for a path of the project's own format. */
    static Optional<CsvColumn> atPath(String path) {
        for (CsvColumn column : values()) {
            if (column.path.equals(path)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
