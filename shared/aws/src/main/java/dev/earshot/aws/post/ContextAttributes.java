package dev.earshot.aws.post;

import dev.earshot.aws.table.Keys;
import dev.earshot.aws.table.NumberText;
import dev.earshot.aws.table.TableItem;
import dev.earshot.core.brand.Subject;
import dev.earshot.core.count.ContextReading;
import dev.earshot.core.count.Conversation;
import dev.earshot.core.count.PostContext;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Reference;
import dev.earshot.core.sketch.CommentSketch;
import dev.earshot.core.sketch.TopicSketch;
import dev.earshot.core.text.SentimentLabel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A post's context as attributes: {@code rf} references (letter of the kind, post, author or {@code
 * -}), {@code ht} hashtags, {@code wk} words and {@code tp} topics as bytes, {@code as} and {@code
 * es} when author and engagement were seen, {@code lk} name and revision of the models that saw it
 * at it, each on its own line, {@code bs} sentiment and brands of what stands beside the author's
 * words, {@code cv} the conversation: its first post, when it began, when the post was taken into
 * it, {@code sj} products ({@code %}) and hashtags ({@code #}) that are counted, each after its
 * brand. Values equal to the default are omitted. Stateless.
 */
final class ContextAttributes {
    private static final String NO_WORDS = CommentSketch.of("").encoded();

    private ContextAttributes() {}

    /**
     * @param seen default time of sighting; times equal to it are omitted
     */
    static void write(PostContext context, Instant seen, TableItem item) {
        references(context.references(), item);
        hashtags(context.hashtags(), item);
        sketches(context.words(), context.topics(), item);
        if (!context.authorSeenAt().equals(seen)) {
            item.with("as", NumberText.instant(context.authorSeenAt()));
        }
        if (!context.engagementSeenAt().equals(seen)) {
            item.with("es", NumberText.instant(context.engagementSeenAt()));
        }
        context.beside()
                .ifPresent(
                        read -> {
                            var texts = new ArrayList<String>();
                            texts.add(read.sentiment().name());
                            texts.addAll(read.brands());
                            item.with("bs", texts);
                        });
        context.conversation()
                .ifPresent(
                        conversation ->
                                item.with(
                                        "cv",
                                        List.of(
                                                conversation.first().toString(),
                                                NumberText.instant(conversation.begun()),
                                                NumberText.instant(conversation.taken()))));
        item.with("ub", context.unread());
        item.with("sj", context.subjects().stream().map(ContextAttributes::text).toList());
        item.with(
                "lk",
                context.seenBy().entrySet().stream()
                        .map(look -> look.getKey() + "\n" + look.getValue())
                        .toList());
    }

    static PostContext read(TableItem item, Instant seen) {
        return new PostContext(
                references(item),
                hashtags(item),
                words(item),
                topics(item),
                item.has("as") ? NumberText.instant(item.need("as")) : seen,
                item.has("es") ? NumberText.instant(item.need("es")) : seen,
                item.texts("lk").stream()
                        .map(text -> text.split("\n", -1))
                        .collect(Collectors.toMap(lines -> lines[0], lines -> lines[1])),
                beside(item.texts("bs")),
                conversation(item.texts("cv")),
                item.texts("ub"),
                item.texts("sj").stream().map(ContextAttributes::subject).toList());
    }

    private static String text(Subject subject) {
        char code = subject.kind() == Subject.Kind.PRODUCT ? '%' : '#';
        return subject.brandId() + code + subject.key();
    }

    private static Subject subject(String text) {
        // Neither sign is in a brand's id.
        boolean product = text.contains("%");
        int code = text.indexOf(product ? '%' : '#');
        return new Subject(
                text.substring(0, code),
                product ? Subject.Kind.PRODUCT : Subject.Kind.HASHTAG,
                text.substring(code + 1));
    }

    private static Optional<Conversation> conversation(List<String> texts) {
        return texts.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Conversation(
                                Keys.postId(texts.get(0)),
                                NumberText.instant(texts.get(1)),
                                NumberText.instant(texts.get(2))));
    }

    private static Optional<ContextReading> beside(List<String> texts) {
        return texts.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new ContextReading(
                                SentimentLabel.valueOf(texts.getFirst()),
                                texts.subList(1, texts.size())));
    }

    static void references(List<Reference> references, TableItem item) {
        item.with("rf", references.stream().map(ContextAttributes::text).toList());
    }

    private static String text(Reference reference) {
        String author = reference.author().map(AuthorRef::pseudonym).orElse("-");
        return code(reference.kind()) + reference.target().toString() + " " + author;
    }

    static List<Reference> references(TableItem item) {
        return item.texts("rf").stream().map(ContextAttributes::reference).toList();
    }

    static void hashtags(List<String> hashtags, TableItem item) {
        if (!hashtags.isEmpty()) {
            item.with("ht", String.join(" ", hashtags));
        }
    }

    static List<String> hashtags(TableItem item) {
        return item.has("ht") ? List.of(item.need("ht").split(" ", -1)) : List.of();
    }

    static void sketches(CommentSketch words, TopicSketch topics, TableItem item) {
        if (!words.encoded().equals(NO_WORDS)) {
            item.with("wk", bytes(words.encoded()));
        }
        if (!topics.isEmpty()) {
            item.with("tp", bytes(topics.encoded()));
        }
    }

    static CommentSketch words(TableItem item) {
        return item.has("wk") ? CommentSketch.decode(text(item.bytes("wk"))) : CommentSketch.of("");
    }

    static TopicSketch topics(TableItem item) {
        return item.has("tp") ? TopicSketch.decode(text(item.bytes("tp"))) : TopicSketch.EMPTY;
    }

    private static byte[] bytes(String encoded) {
        return Base64.getUrlDecoder().decode(encoded);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Reference reference(String text) {
        int space = text.lastIndexOf(' ');
        String author = text.substring(space + 1);
        return new Reference(
                kind(text.charAt(0)),
                Keys.postId(text.substring(1, space)),
                author.equals("-") ? Optional.empty() : Optional.of(new AuthorRef(author)));
    }

    private static char code(Reference.Kind kind) {
        return switch (kind) {
            case REPLY -> 'r';
            case REPOST -> 's';
            case QUOTE -> 'q';
        };
    }

    private static Reference.Kind kind(char code) {
        return Arrays.stream(Reference.Kind.values())
                .filter(kind -> code(kind) == code)
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "no kind of reference has the code " + code));
    }
}
