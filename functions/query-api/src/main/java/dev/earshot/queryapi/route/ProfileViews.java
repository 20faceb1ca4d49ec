package dev.earshot.queryapi.route;

import dev.earshot.influence.profile.Cells;
import dev.earshot.influence.profile.CreatorProfile;
import dev.earshot.influence.profile.Partnership;
import dev.earshot.influence.profile.Responders;
import dev.earshot.influence.profile.Suspicion;
import dev.earshot.wire.api.influencer.ProfileView;

import java.util.LinkedHashMap;
import java.util.List;

/** Turns creators' profiles into answers. Stateless. */
final class ProfileViews {
    private ProfileViews() {}

    static ProfileView of(CreatorProfile profile) {
        return new ProfileView(
                profile.growth().stream()
                        .map(
                                week ->
                                        new ProfileView.Growth(
                                                week.day().toString(), week.followers()))
                        .toList(),
                profile.people(),
                profile.responders().map(ProfileViews::responders),
                suspicious(profile.suspicion()),
                profile.partnerships().stream().map(ProfileViews::partnership).toList());
    }

    private static ProfileView.Responders responders(Responders responders) {
        return new ProfileView.Responders(
                groups(responders.languages()), groups(responders.hours()));
    }

    private static List<ProfileView.Group> groups(List<Cells.Cell> cells) {
        return cells.stream()
                .map(
                        cell ->
                                new ProfileView.Group(
                                        cell.name().isEmpty() ? "other" : cell.name(),
                                        cell.share()))
                .toList();
    }

    private static ProfileView.Suspicious suspicious(Suspicion suspicion) {
        var doubted = new LinkedHashMap<String, Double>();
        suspicion.doubted().forEach((doubt, number) -> doubted.put(doubt.key(), number));
        return new ProfileView.Suspicious(
                suspicion.seen(),
                suspicion.share(),
                doubted,
                suspicion.evidence().stream().map(InfluencerViews::post).toList());
    }

    private static ProfileView.Partnership partnership(Partnership partnership) {
        return new ProfileView.Partnership(
                partnership.brand(),
                partnership.disclosed(),
                partnership.others(),
                partnership.first().toString(),
                partnership.last().toString());
    }
}
