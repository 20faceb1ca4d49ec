package dev.earshot.collect.run;

import dev.earshot.collect.feed.Access;
import dev.earshot.collect.feed.Answer;
import dev.earshot.collect.feed.Ask;
import dev.earshot.collect.feed.Credential;
import dev.earshot.collect.feed.Credentials;
import dev.earshot.collect.feed.Feed;
import dev.earshot.collect.feed.Page;
import dev.earshot.collect.feed.Refusal;
import dev.earshot.collect.feed.Reply;
import dev.earshot.collect.feed.UnreadableException;
import dev.earshot.collect.feed.Usage;
import dev.earshot.collect.feed.Web;
import dev.earshot.collect.source.SourceSpec;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Asks for pages of one source with its credential, and says in plain words what went wrong. No
 * word of an answer's body gets into them: it may repeat what it was sent. For one run.
 */
final class Asking {
    private final SourceSpec source;
    private final Web web;
    private final Credentials credentials;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Map<Class<?>, Map<String, String>> signedIn = new HashMap<>();

    private int requests;
    private Optional<Long> left = Optional.empty();
    private Optional<Instant> reset = Optional.empty();
    private Optional<Usage> usage = Optional.empty();

    Asking(
            SourceSpec source,
            Web web,
            Credentials credentials,
            InstantSource clock,
            RandomGenerator random) {
        this.source = source;
        this.web = web;
        this.credentials = credentials;
        this.clock = clock;
        this.random = random;
    }

    /** A page, or why there is none. */
    sealed interface Result {
        record Got(Page page) implements Result {}

        record Not(Fault fault) implements Result {}
    }

    /** How many requests were made. */
    int requests() {
        return requests;
    }

    /** How many the platform still allows, if it said so last. */
    Optional<Long> left() {
        return left;
    }

    /** How much of its quota is left in percent, if the platform said so. */
    Optional<Integer> percentLeft() {
        return usage.map(Usage::percentLeft);
    }

    /** Until when to wait, if none are left. */
    Optional<Instant> exhaustedUntil() {
        return usage.filter(share -> share.percentLeft() <= 0)
                .map(share -> Waits.regained(share.regain(), clock.instant(), random))
                .or(() -> left.filter(number -> number <= 0).flatMap(none -> reset));
    }

    /** Of several shares of one run, the least counts. */
    private void noted(Usage share) {
        if (usage.filter(least -> least.percentLeft() <= share.percentLeft()).isEmpty()) {
            usage = Optional.of(share);
        }
    }

    private Fault fault(Refusal refusal, Answer answer) {
        Instant now = clock.instant();
        return switch (refusal) {
            case Refusal.Quota(Optional<Duration> wait) ->
                    new Fault.Wait(
                            "the platform wants fewer requests",
                            wait.or(() -> usage.flatMap(Usage::regain))
                                    .map(time -> Waits.regained(Optional.of(time), now, random))
                                    .orElseGet(() -> Waits.asked(answer, now, random)));
            case Refusal.DailyQuota(ZoneId zone) ->
                    new Fault.Wait(
                            "the platform's quota of the day is used up; it goes on tomorrow",
                            Waits.nextDay(zone, now, random));
            case Refusal.Credential() -> new Fault.Denied(notAccepted());
            case Refusal.Rights() -> new Fault.Denied(notCovered(answer.status()));
            case Refusal.Nothing(String why) -> new Fault.Nothing(why);
            case Refusal.Passing() ->
                    new Fault.Failure(
                            "the platform failed on its own side (status " + answer.status() + ")");
        };
    }

    /**
     * Asks for a page.
     *
     * @param placed whether the request goes on from a place that the platform named
     */
    Result page(Feed feed, Ask ask, boolean placed) {
        Map<String, String> headers;
        switch (feed.access()) {
            case Access.Open open -> headers = Map.of();
            case Access.WithFields wants -> {
                Optional<Credential> credential = credentials.named(source.credentialName());
                boolean complete =
                        credential.isPresent()
                                && wants.fields().stream()
                                        .allMatch(name -> credential.get().find(name).isPresent());
                if (!complete) {
                    if (!wants.optional()) {
                        return new Result.Not(new Fault.Denied(missing(wants)));
                    }
                    headers = Map.of();
                } else {
                    switch (headers(wants, credential.get())) {
                        case Headers.Got(Map<String, String> made) -> headers = made;
                        case Headers.Not(Fault fault) -> {
                            return new Result.Not(fault);
                        }
                    }
                }
            }
        }
        return page(feed, ask.with(headers), placed, !headers.isEmpty());
    }

    private Result page(Feed feed, Ask ask, boolean placed, boolean keyed) {
        return switch (send(ask)) {
            case Reply.Answered(Answer answer) -> {
                feed.usage(answer).ifPresent(this::noted);
                if (answer.status() != 200) {
                    yield new Result.Not(
                            feed.refusal(answer)
                                    .map(why -> fault(why, answer))
                                    .orElseGet(() -> refusal(answer, placed, keyed)));
                }
                try {
                    Page page = feed.read(answer);
                    yield page.end().otherLog()
                            ? new Result.Not(new Fault.PlaceGone("its cursor is another log's"))
                            : new Result.Got(page);
                } catch (UnreadableException e) {
                    yield new Result.Not(new Fault.Failure("the answer " + e.why()));
                }
            }
            case Reply.Failed(String why) ->
                    new Result.Not(new Fault.Failure("the platform " + why));
            case Reply.Refused(String why) ->
                    new Result.Not(new Fault.Failure("its address " + why));
        };
    }

    private sealed interface Headers {
        record Got(Map<String, String> headers) implements Headers {}

        record Not(Fault fault) implements Headers {}
    }

    private Headers headers(Access.WithFields access, Credential credential) {
        return switch (access) {
            case Access.Keyed keyed -> new Headers.Got(keyed.headers(credential));
            case Access.SignIn signIn -> {
                Map<String, String> known = signedIn.get(signIn.getClass());
                yield known == null ? signIn(signIn, credential) : new Headers.Got(known);
            }
        };
    }

    private Headers signIn(Access.SignIn signIn, Credential credential) {
        return switch (send(signIn.ask(credential))) {
            case Reply.Answered(Answer answer) when answer.status() == 200 -> {
                try {
                    Map<String, String> made = signIn.headers(answer);
                    signedIn.put(signIn.getClass(), made);
                    yield new Headers.Got(made);
                } catch (UnreadableException e) {
                    yield new Headers.Not(new Fault.Failure("the answer to signing in " + e.why()));
                }
            }
            case Reply.Answered(Answer answer) ->
                    new Headers.Not(
                            answer.status() == 400
                                    ? new Fault.Denied(notAccepted())
                                    : refusal(answer, false, true));
            case Reply.Failed(String why) ->
                    new Headers.Not(new Fault.Failure("the platform " + why));
            case Reply.Refused(String why) ->
                    new Headers.Not(new Fault.Failure("its address " + why));
        };
    }

    private Reply send(Ask ask) {
        requests++;
        Reply reply = web.ask(ask);
        if (reply instanceof Reply.Answered(Answer answer)) {
            left = Waits.left(answer);
            reset = left.map(number -> Waits.asked(answer, clock.instant(), random));
        }
        return reply;
    }

    private Fault refusal(Answer answer, boolean placed, boolean keyed) {
        int status = answer.status();
        return switch (status) {
            case 429 ->
                    new Fault.Wait(
                            "the platform wants fewer requests (status 429)",
                            Waits.asked(answer, clock.instant(), random));
            case 401 -> new Fault.Denied(keyed ? notAccepted() : wanted());
            case 402, 403 -> new Fault.Denied(keyed ? notCovered(status) : wanted());
            case 400, 404, 410, 422 ->
                    placed
                            ? new Fault.PlaceGone("status " + status)
                            : new Fault.Failure(
                                    "the platform does not take the request (status "
                                            + status
                                            + "); check the source's targets and queries");
            default -> {
                if (status == 503 && answer.header("retry-after").isPresent()) {
                    yield new Fault.Wait(
                            "the platform is closed for now (status 503)",
                            Waits.asked(answer, clock.instant(), random));
                }
                yield new Fault.Failure(
                        status / 100 == 3
                                ? "the platform answered with status "
                                        + status
                                        + ", and no redirect is followed; name the address that it"
                                        + " leads to"
                                : "the platform answered with status " + status);
            }
        };
    }

    private String missing(Access.WithFields access) {
        return "it needs a credential: put "
                + String.join(" and ", access.fields())
                + " under '"
                + source.credentialName()
                + "' into the secret of credentials";
    }

    private String notAccepted() {
        return "the platform does not accept the credential '"
                + source.credentialName()
                + "'; put a valid one into the secret of credentials";
    }

    private String notCovered(int status) {
        return "the platform refuses (status "
                + status
                + "): the plan or the rights of the credential '"
                + source.credentialName()
                + "' do not cover this";
    }

    private String wanted() {
        return "the platform wants a credential here; put one under '"
                + source.credentialName()
                + "' into the secret of credentials";
    }
}
