package dev.earshot.core.privacy;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.author.ErasureMark;
import dev.earshot.core.post.Pseudonymiser;
import dev.earshot.core.store.AuthorEnds;
import dev.earshot.core.store.StoreException;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Removes what the end of authors left elsewhere, looks a second time to prove that nothing is
 * left, and then fulfils the requests that asked for it. Thread-safe; failures surface as {@link
 * StoreException}, after which the next sweep does it again.
 */
public final class PrivacySweep {
    private final AuthorEnds ends;
    private final RequestStore requests;
    private final RequestDesk desk;
    private final List<ErasurePort> ports;
    private final Pseudonymiser pseudonymiser;

    public PrivacySweep(
            AuthorEnds ends,
            RequestStore requests,
            RequestDesk desk,
            List<ErasurePort> ports,
            Pseudonymiser pseudonymiser) {
        this.ends = ends;
        this.requests = requests;
        this.desk = desk;
        this.ports = List.copyOf(ports);
        this.pseudonymiser = pseudonymiser;
    }

    /**
     * What a sweep did.
     *
     * @param people how many ended authors it looked for
     * @param changed how many items and files it changed or removed
     * @param fulfilled how many requests it fulfilled
     */
    public record Result(int people, long changed, int fulfilled) {}

    /**
     * Sweeps one workspace.
     *
     * @param all also for accounts that platforms ended; otherwise only if a person's erasure waits
     */
    public Result sweep(WorkspaceId workspace, boolean all) {
        List<PersonRequest> waiting =
                requests.list(workspace).stream()
                        .filter(request -> request.state() == RequestState.IN_PROGRESS)
                        .filter(request -> request.right() == Right.ERASURE)
                        .toList();
        waiting.forEach(desk::resume);
        List<AuthorEnds.Open> open = ends.open(workspace);
        if ((open.isEmpty() && waiting.isEmpty()) || (waiting.isEmpty() && !all)) {
            return new Result(0, 0, 0);
        }
        Set<ErasureMark> marks =
                open.stream().map(AuthorEnds.Open::author).collect(Collectors.toSet());
        waiting.forEach(request -> marks.add(request.person()));
        Set<ErasureMark> ended = ends.ended(workspace, marks);
        List<AuthorEnds.Open> theirs =
                open.stream().filter(each -> ended.contains(each.author())).toList();
        Erased people =
                new Erased(
                        workspace,
                        ended,
                        all(theirs, AuthorEnds.Open::pictures),
                        all(theirs, AuthorEnds.Open::handles),
                        pseudonymiser);
        Map<String, Long> found = erase(people);
        Map<String, Long> left = erase(people);
        if (left.values().stream().allMatch(count -> count == 0)) {
            marks.forEach(mark -> ends.settle(workspace, mark));
        }
        int fulfilled = 0;
        for (PersonRequest request : waiting) {
            // The sweep has changed the request: it has taken the pseudonym out.
            PersonRequest now = requests.find(workspace, request.id()).orElse(request);
            if (left.values().stream().allMatch(count -> count == 0)
                    && ended.contains(request.person())
                    && desk.fulfil(now, lines(found, left)) instanceof RequestDesk.Step.Taken) {
                fulfilled++;
            }
        }
        return new Result(
                ended.size(), found.values().stream().mapToLong(Long::longValue).sum(), fulfilled);
    }

    private static <T> Set<T> all(
            List<AuthorEnds.Open> open, Function<AuthorEnds.Open, Set<T>> which) {
        return open.stream().map(which).flatMap(Set::stream).collect(Collectors.toSet());
    }

    private Map<String, Long> erase(Erased people) {
        var counts = new LinkedHashMap<String, Long>();
        for (ErasurePort port : ports) {
            counts.put(port.name(), port.erase(people));
        }
        return counts;
    }

    private static List<Statement.Line> lines(Map<String, Long> found, Map<String, Long> left) {
        List<Statement.Line> lines = new ArrayList<>();
        found.forEach(
                (store, count) ->
                        lines.add(
                                new Statement.Line(
                                        "swept, " + store,
                                        count
                                                + " items changed or removed for all erasures of"
                                                + " this sweep; looked again: "
                                                + left.getOrDefault(store, 0L))));
        return lines;
    }
}
