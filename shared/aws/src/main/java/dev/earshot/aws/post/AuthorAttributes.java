package dev.earshot.aws.post;

import dev.earshot.aws.table.NumberText;
import dev.earshot.aws.table.TableItem;
import dev.earshot.core.post.Author;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Engagement;
import dev.earshot.core.post.HandleRef;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Public counts as attributes: {@code au} the author (pseudonym, followers, following, posts and,
 * where known, lists, verified, opened), {@code ah} hash of the author's handle, {@code ow} brands
 * whose own account it is, {@code en} the engagement (likes, replies, reposts, quotes, views), each
 * absent where nothing is known. Stateless.
 */
final class AuthorAttributes {
    private static final int SHORT = 4;

    private AuthorAttributes() {}

    static void write(Optional<Author> author, Engagement engagement, TableItem item) {
        author.ifPresent(
                known -> {
                    item.with("au", text(known));
                    known.handle()
                            .ifPresent(h -> item.with("ah", HexFormat.of().parseHex(h.digest())));
                    item.with("ow", known.ownOf());
                });
        if (!engagement.equals(Engagement.UNKNOWN)) {
            item.with(
                    "en",
                    NumberText.counts(
                            engagement.likes(),
                            engagement.replies(),
                            engagement.reposts(),
                            engagement.quotes(),
                            engagement.views()));
        }
    }

    static Optional<Author> author(TableItem item) {
        if (!item.has("au")) {
            return Optional.empty();
        }
        Author author = author(item.need("au")).ownOf(item.texts("ow"));
        return Optional.of(
                item.has("ah")
                        ? author.under(new HandleRef(HexFormat.of().formatHex(item.bytes("ah"))))
                        : author);
    }

    static Engagement engagement(TableItem item) {
        if (!item.has("en")) {
            return Engagement.UNKNOWN;
        }
        List<String> words = List.of(item.need("en").split(" ", -1));
        return new Engagement(
                NumberText.count(words.get(0)),
                NumberText.count(words.get(1)),
                NumberText.count(words.get(2)),
                NumberText.count(words.get(3)),
                NumberText.count(words.get(4)));
    }

    private static String text(Author author) {
        String text =
                author.ref().pseudonym()
                        + " "
                        + NumberText.counts(author.followers(), author.following(), author.posts());
        if (author.listed().isEmpty()
                && author.verified().isEmpty()
                && author.createdAt().isEmpty()) {
            return text;
        }
        return text
                + " "
                + NumberText.counts(author.listed())
                + " "
                + author.verified().map(yes -> yes ? "1" : "0").orElse("-")
                + " "
                + author.createdAt().map(NumberText::instant).orElse("-");
    }

    private static Author author(String text) {
        List<String> words = List.of(text.split(" ", -1));
        boolean whole = words.size() > SHORT;
        return new Author(
                new AuthorRef(words.get(0)),
                NumberText.count(words.get(1)),
                NumberText.count(words.get(2)),
                NumberText.count(words.get(3)),
                whole ? NumberText.count(words.get(4)) : OptionalLong.empty(),
                whole && !words.get(5).equals("-")
                        ? Optional.of(words.get(5).equals("1"))
                        : Optional.<Boolean>empty(),
                whole && !words.get(6).equals("-")
                        ? Optional.of(NumberText.instant(words.get(6)))
                        : Optional.<Instant>empty());
    }
}
