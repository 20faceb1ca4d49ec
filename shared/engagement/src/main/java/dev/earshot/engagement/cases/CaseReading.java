package dev.earshot.engagement.cases;

import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.post.Author;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.text.SentimentLabel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a case off its file: what its posts need, and what its log and later posts did to it. */
final class CaseReading {
    private CaseReading() {}

    static Optional<Case> of(CaseFile file, CaseSettings settings, Set<String> episodes) {
        PostAnalysis first = file.posts().getFirst();
        Optional<Wanted> wanted = wanted(file.posts());
        boolean began =
                first.context().conversation().stream()
                        .anyMatch(
                                conversation ->
                                        conversation.first().equals(first.id())
                                                || first.otherIds().contains(conversation.first()));
        if (wanted.isEmpty() && !began && file.log().isEmpty()) {
            return Optional.empty();
        }
        PostAnalysis lead = wanted.map(Wanted::post).orElse(first);
        CaseCourse course = course(file, author(lead));
        if (wanted.isEmpty() && file.log().isEmpty()) {
            course.withdrawn(lead.analysedAt());
        }
        Optional<CaseRules.Need> need = wanted.map(Wanted::need);
        Priority priority =
                need.map(n -> PriorityRules.of(n, lead, course.unanswered(), episodes))
                        .orElseGet(
                                () ->
                                        Priority.of(
                                                List.of(
                                                        new Priority.Reason(
                                                                "it was edited and asks for nothing any"
                                                                        + " more",
                                                                0))));
        List<String> brands = brands(lead);
        return Optional.of(
                new Case(
                        file,
                        course.state(),
                        need,
                        priority,
                        lead,
                        brands,
                        course.team().or(() -> route(settings, need, lead, brands)),
                        course.agent(),
                        CaseFile.taken(first),
                        course.changed(),
                        course.firstResponse(
                                settings.hours(), settings.targets(), priority.level()),
                        course.resolution(settings.hours(), settings.targets(), priority.level()),
                        course.history(),
                        course.mergedInto(),
                        course.mergedFrom()));
    }

    private record Wanted(PostAnalysis post, CaseRules.Need need) {}

    /** The gravest need of any post, the surest and earliest first among equals. */
    private static Optional<Wanted> wanted(List<PostAnalysis> posts) {
        return posts.stream()
                .flatMap(post -> CaseRules.need(post).stream().map(need -> new Wanted(post, need)))
                .min(
                        Comparator.comparing((Wanted each) -> each.need().kind())
                                .thenComparing(each -> !each.need().sure()));
    }

    private static CaseCourse course(CaseFile file, Optional<AuthorRef> customer) {
        record Step(Instant at, CaseCourse.Entry entry) {}
        List<Step> steps = new ArrayList<>();
        for (PostAnalysis post : file.posts().subList(1, file.posts().size())) {
            Instant at = CaseFile.taken(post);
            if (CaseRules.byABrand(post)) {
                steps.add(new Step(at, course -> course.answer(at, post.id())));
                continue;
            }
            boolean own = customer.isPresent() && author(post).equals(customer);
            steps.add(new Step(at, course -> course.post(at, post.id(), own)));
        }
        for (CaseEvent event : file.log()) {
            steps.add(new Step(event.at(), course -> course.event(event)));
        }
        var course =
                new CaseCourse(
                        CaseFile.taken(file.posts().getFirst()), file.posts().getFirst().id());
        // Stable: of equal times the post comes first, and the log keeps its order.
        steps.stream()
                .sorted(Comparator.comparing(Step::at))
                .forEach(step -> step.entry().on(course));
        return course;
    }

    private static Optional<AuthorRef> author(PostAnalysis post) {
        return post.author().map(Author::ref);
    }

    /** Brands that the post does not just praise; all of them where it praises every one. */
    private static List<String> brands(PostAnalysis post) {
        List<String> blamed =
                post.brands().stream()
                        .filter(brand -> post.label(brand) != SentimentLabel.POSITIVE)
                        .toList();
        return blamed.isEmpty() ? post.brands() : blamed;
    }

    private static Optional<String> route(
            CaseSettings settings,
            Optional<CaseRules.Need> need,
            PostAnalysis lead,
            List<String> brands) {
        return need.flatMap(
                found ->
                        settings.teams().stream()
                                .filter(
                                        team ->
                                                team.takes(
                                                        found.kind(),
                                                        brands,
                                                        lead.id().platform(),
                                                        lead.reading().language()))
                                .map(Team::id)
                                .findFirst());
    }
}
