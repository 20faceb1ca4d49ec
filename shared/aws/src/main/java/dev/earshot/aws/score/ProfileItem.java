package dev.earshot.aws.score;

import dev.earshot.aws.table.Keys;
import dev.earshot.aws.table.TableItem;
import dev.earshot.core.post.PostId;
import dev.earshot.influence.profile.Cells.Cell;
import dev.earshot.influence.profile.CreatorProfile;
import dev.earshot.influence.profile.CreatorProfile.Growth;
import dev.earshot.influence.profile.Doubt;
import dev.earshot.influence.profile.Partnership;
import dev.earshot.influence.profile.Responders;
import dev.earshot.influence.profile.Suspicion;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/**
 * A creator's profile as attributes: {@code g} followers by week, {@code p} people, {@code k}
 * whether the responders are told, {@code l} their languages, {@code h} their hours, {@code n}
 * responses that were seen, {@code d} the doubted ones, {@code e} their posts, {@code a} the brands
 * that are advertised. Stateless.
 */
final class ProfileItem {
    private ProfileItem() {}

    static AttributeValue write(CreatorProfile profile) {
        TableItem map =
                TableItem.of(new HashMap<>())
                        .with(
                                "g",
                                profile.growth().stream()
                                        .map(week -> week.day() + " " + week.followers())
                                        .toList())
                        .with("p", Double.toString(profile.people()))
                        .with("n", profile.suspicion().seen())
                        .with(
                                "d",
                                profile.suspicion().doubted().entrySet().stream()
                                        .map(e -> e.getKey().name() + " " + e.getValue())
                                        .toList())
                        .with(
                                "e",
                                profile.suspicion().evidence().stream()
                                        .map(PostId::toString)
                                        .toList())
                        .with("a", profile.partnerships().stream().map(ProfileItem::text).toList());
        profile.responders()
                .ifPresent(
                        responders ->
                                map.with("k", 1)
                                        .with("l", texts(responders.languages()))
                                        .with("h", texts(responders.hours())));
        return AttributeValue.fromM(map.attributes());
    }

    static CreatorProfile read(TableItem map) {
        var doubted = new EnumMap<Doubt, Double>(Doubt.class);
        map.texts("d").stream()
                .map(text -> text.split(" ", 2))
                .forEach(e -> doubted.put(Doubt.valueOf(e[0]), Double.parseDouble(e[1])));
        return new CreatorProfile(
                map.texts("g").stream()
                        .map(text -> text.split(" ", 2))
                        .map(w -> new Growth(LocalDate.parse(w[0]), Long.parseLong(w[1])))
                        .toList(),
                Double.parseDouble(map.need("p")),
                map.has("k")
                        ? Optional.of(new Responders(cells(map, "l"), cells(map, "h")))
                        : Optional.empty(),
                new Suspicion(
                        (int) map.number("n", 0),
                        doubted,
                        map.texts("e").stream().map(Keys::postId).toList()),
                map.texts("a").stream().map(ProfileItem::partnership).toList());
    }

    private static List<String> texts(List<Cell> cells) {
        return cells.stream().map(cell -> cell.share() + " " + cell.name()).toList();
    }

    private static List<Cell> cells(TableItem map, String name) {
        return map.texts(name).stream()
                .map(text -> text.split(" ", 2))
                .map(cell -> new Cell(cell[1], Double.parseDouble(cell[0])))
                .toList();
    }

    private static String text(Partnership partnership) {
        return partnership.disclosed()
                + " "
                + partnership.others()
                + " "
                + partnership.first()
                + " "
                + partnership.last()
                + " "
                + partnership.brand().orElse("");
    }

    private static Partnership partnership(String text) {
        String[] words = text.split(" ", 5);
        return new Partnership(
                words[4].isEmpty() ? Optional.empty() : Optional.of(words[4]),
                Integer.parseInt(words[0]),
                Integer.parseInt(words[1]),
                LocalDate.parse(words[2]),
                LocalDate.parse(words[3]));
    }
}
