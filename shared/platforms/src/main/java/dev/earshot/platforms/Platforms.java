package dev.earshot.platforms;

import dev.earshot.collect.feed.Feed;
import dev.earshot.collect.run.Stream;
import dev.earshot.collect.run.Streams;
import dev.earshot.collect.source.QueryText;
import dev.earshot.collect.source.SourceSpec;
import dev.earshot.collect.source.Targets;
import dev.earshot.core.brand.Brand;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** All platforms: which lists and logs a source consists of. Immutable. */
public final class Platforms implements Streams {
    private final Bases bases;

    /** The platforms at their own addresses. */
    public Platforms() {
        this(Bases.OFFICIAL);
    }

    /** The platforms at other addresses. */
    public Platforms(Bases bases) {
        this.bases = bases;
    }

    @Override
    public List<Stream> of(SourceSpec source, List<Brand> brands) {
        List<String> queries = QueryText.of(source, brands);
        return switch (source.kind()) {
            case BLUESKY_SEARCH ->
                    each(queries, q -> new BlueskySearch(at("https://bsky.social"), q));
            case BLUESKY_AUTHORS ->
                    targets(
                            source,
                            name ->
                                    new BlueskyAuthor(
                                            at("https://public.api.bsky.app"),
                                            name.replaceFirst("^@", "")));
            case BLUESKY_JETSTREAM ->
                    List.of(
                            new Stream(
                                    "jetstream",
                                    "posts, deletions and ended accounts",
                                    new BlueskyJetstream(
                                            at("wss://jetstream.us-east.bsky.network"))));
            case MASTODON_TAGS -> tags(source.targets(), queries);
            case MASTODON_PUBLIC ->
                    targets(
                            source,
                            name -> new MastodonTimeline(Targets.server(name), Optional.empty()));
            case FEED -> targets(source, name -> new SyndicationFeed(Targets.address(name)));
            case REDDIT_SEARCH ->
                    numbered(queries, q -> reddit("/search?type=link&q=" + Bases.encoded(q)));
            case REDDIT_SUBREDDITS -> subreddits(source.targets());
            case YOUTUBE_COMMENTS ->
                    targets(
                            source,
                            name -> new YouTubeComments(at("https://www.googleapis.com"), name));
            case X_SEARCH -> numbered(queries, q -> new XSearch(at("https://api.x.com"), q));
            case X_COMPLIANCE -> compliance();
            case FACEBOOK_COMMENTS -> meta(source, "/feed", MetaComments.Kind.FACEBOOK);
            case INSTAGRAM_COMMENTS -> meta(source, "/media", MetaComments.Kind.INSTAGRAM);
            case INSTAGRAM_MENTIONS -> meta(source, "/tags", MetaComments.Kind.INSTAGRAM_TAGS);
            case APP_STORE_REVIEWS -> targets(source, this::reviews);
        };
    }

    /** Events about posts and about accounts, each in four parts. */
    private List<Stream> compliance() {
        List<Stream> streams = new ArrayList<>();
        for (String about : List.of("tweets", "users")) {
            for (int part = 1; part <= XCompliance.PARTS; part++) {
                streams.add(
                        new Stream(
                                about + " " + part,
                                "deletions and other events about " + about + ", part " + part,
                                new XCompliance(at("https://api.x.com"), about, part)));
            }
        }
        return streams;
    }

    private String at(String official) {
        return bases.of(official);
    }

    private Feed reddit(String path) {
        return new RedditListing(
                at("https://www.reddit.com"), at("https://oauth.reddit.com"), path);
    }

    /** A subreddit's posts and its comments. */
    private List<Stream> subreddits(List<String> names) {
        List<Stream> streams = new ArrayList<>();
        for (String written : names) {
            String name = "r/" + Targets.subreddit(written);
            for (String list : List.of("new", "comments")) {
                String path = "/" + name + "/" + list;
                streams.add(new Stream(path, path, reddit(path)));
            }
        }
        return streams;
    }

    private List<Stream> meta(SourceSpec source, String edge, MetaComments.Kind kind) {
        return targets(
                source, id -> new MetaComments(at("https://graph.facebook.com"), id + edge, kind));
    }

    /** An app as {@code us/123456789}; without a country that of the United States. */
    private Feed reviews(String target) {
        String[] parts = Targets.app(target).split("/", 2);
        return new AppStoreReviews(at("https://itunes.apple.com"), parts[0], parts[1]);
    }

    /** Queries whose words may change while the stream stays. */
    private static List<Stream> numbered(List<String> queries, Function<String, Feed> feed) {
        List<Stream> streams = new ArrayList<>();
        for (String query : queries) {
            streams.add(new Stream("query " + (streams.size() + 1), query, feed.apply(query)));
        }
        return streams;
    }

    private static List<Stream> each(List<String> queries, Function<String, Feed> feed) {
        return queries.stream().map(q -> new Stream(q, q, feed.apply(q))).toList();
    }

    private static List<Stream> targets(SourceSpec source, Function<String, Feed> feed) {
        return each(source.targets(), feed);
    }

    private static List<Stream> tags(List<String> servers, List<String> tags) {
        List<Stream> streams = new ArrayList<>();
        for (String server : servers) {
            for (String tag : tags) {
                String bare = tag.replaceFirst("^#", "");
                String name = "#" + bare + " on " + server;
                streams.add(
                        new Stream(
                                name,
                                name,
                                new MastodonTimeline(Targets.server(server), Optional.of(bare))));
            }
        }
        return streams;
    }
}
