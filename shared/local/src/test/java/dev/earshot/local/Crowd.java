package dev.earshot.local;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.PostMessage;
import dev.earshot.core.post.Pseudonymiser;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Fifty people who post about Acme on X and Bluesky, answer and repeat each other. Every id, handle
 * and text is unlike any other. Stateless.
 */
final class Crowd {
    static final WorkspaceId WORKSPACE = new WorkspaceId("default");
    static final int PEOPLE = 50;

    private Crowd() {}

    static String account(int person) {
        return "77010" + (10_000_019 + person * 7_919);
    }

    static String handle(int person) {
        return "handle_of_" + Integer.toString(46_656 + person * 1_297, 36);
    }

    static String did(int person) {
        return "did:plc:" + Integer.toString(60_466_176 + person * 7_919, 36) + "erasure";
    }

    /** Stands in each text of a person, and in no other. */
    static String mark(int person) {
        return "mark" + Integer.toString(1_679_616 + person * 7_919, 36) + "qz";
    }

    static String post(int person, int number) {
        return "18" + (100_000_007L + person * 104_729L + number * 15_485_863L);
    }

    static String picture(int person) {
        return "media/default/%032x/picture-%d.jpg".formatted(person + 1, person);
    }

    static List<String> pseudonyms(Pseudonymiser key, int person) {
        return List.of(x(key, person).pseudonym(), bluesky(key, person).pseudonym());
    }

    static AuthorRef x(Pseudonymiser key, int person) {
        return key.pseudonym(WORKSPACE, Platform.X, account(person));
    }

    static AuthorRef bluesky(Pseudonymiser key, int person) {
        return key.pseudonym(WORKSPACE, Platform.BLUESKY, did(person));
    }

    /** All that a person posts; a repost comes last. */
    static List<String> posts(int person, Instant now) {
        int next = (person + 1) % PEOPLE;
        List<String> posts = new ArrayList<>();
        posts.add(
                x(
                        person,
                        0,
                        now,
                        "Why is my Acme bad and broken? " + mark(person),
                        ",\"media\":[\"" + picture(person) + "\"]"));
        posts.add(
                x(
                        person,
                        1,
                        now.plusSeconds(60),
                        "Acme is good to you " + mark(person),
                        ",\"inReplyTo\":{\"id\":\"%s\",\"author\":{\"id\":\"%s\"}}"
                                .formatted(post(next, 0), account(next))));
        posts.add(
                "{\"id\":\"%s:3k%d\",\"platform\":\"bluesky\",\"text\":\"Acme is good %s\",\"createdAt\":\"%s\",\"author\":{\"id\":\"%s\"}}"
                        .formatted(did(person), person, mark(person), now, did(person)));
        posts.add(repost(person, now));
        return posts;
    }

    /** Whom a person repeats. */
    static int repeats(int person) {
        return (person + 7) % PEOPLE;
    }

    private static String repost(int person, Instant now) {
        int other = repeats(person);
        return x(
                person,
                2,
                now.plusSeconds(120),
                "RT @" + handle(other) + ": Why is my Acme bad and broken? " + mark(other),
                ",\"repostOf\":{\"id\":\"%s\",\"author\":{\"id\":\"%s\"}}"
                        .formatted(post(other, 0), account(other)));
    }

    private static String x(int person, int number, Instant at, String text, String more) {
        return "{\"id\":\"%s\",\"platform\":\"x\",\"text\":\"%s\",\"createdAt\":\"%s\",\"author\":{\"id\":\"%s\",\"handle\":\"%s\",\"followers\":%d}%s}"
                .formatted(
                        post(person, number),
                        text,
                        at,
                        account(person),
                        handle(person),
                        1_000_000 + person,
                        more);
    }

    static PostMessage message(String id, String body, Instant now) {
        return new PostMessage(
                id, WORKSPACE, Optional.empty(), body, now.plus(Duration.ofMinutes(10)));
    }
}
