package dev.earshot.influence.evidence;

import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.PostId;
import dev.earshot.influence.score.Constants;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The accounts with which an author trades responses. Two exchanges early after publication are a
 * trade by themselves. A single exchange is courtesy, unless the partners exchange with each other
 * as well: friends of one person are rarely all friends of each other, members of a pod are.
 *
 * @param traders partners that do not count
 * @param size number of partners who form a circle
 */
record Circle(Set<AuthorRef> traders, int size) {

    static Circle of(
            List<Interaction> received, List<Interaction> given, Map<AuthorRef, Account> accounts) {
        var meetings = new HashMap<AuthorRef, Meetings>();
        for (Interaction response : received) {
            if (response.targetIsOriginal()) {
                meetings.computeIfAbsent(response.from(), f -> new Meetings()).received(response);
            }
        }
        for (Interaction response : given) {
            Meetings with = meetings.get(response.to());
            if (with != null && response.targetIsOriginal()) {
                with.given(response);
            }
        }
        var traders = new HashSet<AuthorRef>();
        var partners = new TreeSet<AuthorRef>(WeighedPosts.BY_PSEUDONYM);
        meetings.forEach(
                (account, with) -> {
                    if (with.isMutual()) {
                        partners.add(account);
                    }
                    if (with.isTrade()) {
                        traders.add(account);
                    }
                });
        Set<AuthorRef> circle = closed(partners, accounts);
        traders.addAll(circle);
        return new Circle(Set.copyOf(traders), circle.size());
    }

    /** The partners who exchange with at least half of the other partners, at least with two. */
    private static Set<AuthorRef> closed(
            Set<AuthorRef> partners, Map<AuthorRef, Account> accounts) {
        var closed = new HashSet<AuthorRef>();
        for (AuthorRef one : partners) {
            int linked = 0;
            for (AuthorRef other : partners) {
                linked += !one.equals(other) && exchange(one, other, accounts) ? 1 : 0;
            }
            if (linked >= Constants.RESPONSE_CIRCLE_LINKS
                    && 2 * linked
                            >= Math.min(partners.size(), Constants.RESPONSE_CIRCLE_SIZE) - 1) {
                closed.add(one);
            }
        }
        return closed;
    }

    private static boolean exchange(
            AuthorRef one, AuthorRef other, Map<AuthorRef, Account> accounts) {
        Account first = accounts.get(one);
        Account second = accounts.get(other);
        return first != null
                && second != null
                && first.answered().contains(other)
                && second.answered().contains(one);
    }

    boolean contains(AuthorRef account) {
        return traders.contains(account);
    }

    /** The exchanges between the author and one account. */
    private static final class Meetings {
        private final Set<PostId> mine = new HashSet<>();
        private final Set<PostId> theirs = new HashSet<>();
        private int responses;
        private int early;

        void received(Interaction response) {
            mine.add(response.target());
            count(response);
        }

        void given(Interaction response) {
            theirs.add(response.target());
            count(response);
        }

        private void count(Interaction response) {
            responses++;
            early += Responses.isEarly(response) ? 1 : 0;
        }

        boolean isMutual() {
            return !mine.isEmpty() && !theirs.isEmpty();
        }

        boolean isTrade() {
            return mine.size() >= Constants.RESPONSE_POD_MEETINGS
                    && theirs.size() >= Constants.RESPONSE_POD_MEETINGS
                    && early >= Constants.RESPONSE_POD_EARLY_SHARE * responses;
        }
    }
}
