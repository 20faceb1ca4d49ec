package dev.earshot.platforms;

import dev.earshot.collect.feed.Access;
import dev.earshot.collect.feed.Answer;
import dev.earshot.collect.feed.Ask;
import dev.earshot.collect.feed.Listing;
import dev.earshot.collect.feed.Page;
import dev.earshot.collect.feed.UnreadableException;
import dev.earshot.platforms.read.FeedRecords;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** An RSS or Atom feed, which is one page of its last items. */
record SyndicationFeed(URI address) implements Listing {
    @Override
    public String format() {
        return "earshot";
    }

    @Override
    public Access access() {
        return new Access.Open();
    }

    @Override
    public Ask page(Optional<String> cursor, Instant floor) {
        return new Ask.Get(
                address,
                Map.of("accept", "application/rss+xml, application/atom+xml, application/xml"));
    }

    @Override
    public Page read(Answer answer) throws UnreadableException {
        FeedRecords records = FeedRecords.of(answer.body());
        return new Page(records.items(), "[", "]", Optional.empty(), true, 0);
    }
}
