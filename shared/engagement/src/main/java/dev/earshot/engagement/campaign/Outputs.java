package dev.earshot.engagement.campaign;

import dev.earshot.core.count.PostAnalysis;
import dev.earshot.core.post.Author;
import dev.earshot.core.post.AuthorRef;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What was published for the campaign.
 *
 * @param posts by all
 * @param own by the brand's own accounts
 * @param creators by its creators
 * @param others by others who used one of its hashtags
 * @param activeCreators how many of the creators posted
 * @param followers of these creators together, as seen last; who follows two of them counts twice
 * @param followersKnown of so many creators
 */
public record Outputs(
        long posts,
        long own,
        long creators,
        long others,
        long activeCreators,
        OptionalLong followers,
        long followersKnown) {
    static Outputs of(CampaignEvidence evidence) {
        Campaign campaign = evidence.campaign();
        List<PostAnalysis> posts = evidence.posts();
        long own = posts.stream().filter(post -> post.isOwn(campaign.brandId())).count();
        List<PostAnalysis> created =
                posts.stream()
                        .filter(post -> !post.isOwn(campaign.brandId()))
                        .filter(post -> CampaignEvidence.byCreator(post, campaign))
                        .toList();
        Map<AuthorRef, PostAnalysis> latest = new HashMap<>();
        for (PostAnalysis post : created) {
            post.author().ifPresent(author -> latest.merge(author.ref(), post, Outputs::seenLater));
        }
        List<OptionalLong> followers =
                latest.values().stream()
                        .flatMap(post -> post.author().stream())
                        .map(Author::followers)
                        .filter(OptionalLong::isPresent)
                        .toList();
        return new Outputs(
                posts.size(),
                own,
                created.size(),
                posts.size() - own - created.size(),
                latest.size(),
                followers.isEmpty()
                        ? OptionalLong.empty()
                        : OptionalLong.of(
                                followers.stream().mapToLong(OptionalLong::orElseThrow).sum()),
                followers.size());
    }

    /** Of two posts of an author the one with the later sighting of the account. */
    private static PostAnalysis seenLater(PostAnalysis one, PostAnalysis other) {
        return other.context().authorSeenAt().isAfter(one.context().authorSeenAt()) ? other : one;
    }
}
