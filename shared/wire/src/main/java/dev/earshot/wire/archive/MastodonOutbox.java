package dev.earshot.wire.archive;

import dev.earshot.core.post.Platform;
import dev.earshot.wire.format.Html;
import dev.earshot.wire.format.Intake;
import dev.earshot.wire.json.Field;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code outbox.json} of a Mastodon archive: a collection of ActivityStreams. Posts that everybody
 * may see are read; boosts hold no text. See https://www.w3.org/TR/activitystreams-vocabulary/.
 */
final class MastodonOutbox implements Archive {
    private static final String PUBLIC = "https://www.w3.org/ns/activitystreams#Public";
    private static final Pattern NUMBER = Pattern.compile(".*/([0-9]+)(?:/activity)?");

    @Override
    public boolean recognises(Field value) {
        return value.at("orderedItems").isArray()
                || (value.at("type").isText() && value.has("actor") && value.has("object"));
    }

    @Override
    public void read(Field value, Intake intake) {
        if (value.at("orderedItems").isArray()) {
            value.at("orderedItems").items().forEach(item -> activity(item, intake));
        } else {
            activity(value, intake);
        }
    }

    private static void activity(Field activity, Intake intake) {
        String type = activity.at("type").textIfAny();
        Field note = activity.at("object");
        if (!type.equals("Create") || !note.isObject()) {
            intake.irrelevant(activity, "an activity that holds no text: " + type);
        } else if (!isPublic(activity) && !isPublic(note)) {
            intake.irrelevant(activity, "a status that is not public");
        } else {
            String warning = Html.text(note.at("summary").textIfAny());
            String content = Html.text(note.at("content").textIfAny());
            new OwnPost(activity, Platform.MASTODON)
                    .id(number(note.at("id").textIfAny()))
                    .shownText(warning.isBlank() ? content : warning + "\n" + content)
                    .author(
                            note.first("attributedTo", "actor")
                                    .text()
                                    .or(() -> activity.at("actor").text()))
                    .inReplyTo(answered(note))
                    .submit(
                            note.has("published") ? note.at("published") : activity.at("published"),
                            intake);
        }
    }

    private static boolean isPublic(Field addressed) {
        for (String list : new String[] {"to", "cc"}) {
            Field receivers = addressed.at(list);
            if (isPublic(receivers.textIfAny())
                    || receivers.itemsIfAny().stream().anyMatch(r -> isPublic(r.textIfAny()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPublic(String receiver) {
        return receiver.equals(PUBLIC) || receiver.equals("as:Public") || receiver.equals("Public");
    }

    private static Optional<String> answered(Field note) {
        return Optional.of(note.at("inReplyTo").textIfAny())
                .filter(address -> NUMBER.matcher(address).matches())
                .map(MastodonOutbox::number);
    }

    /** The number at the end of a status's address, by which its server's interface names it. */
    private static String number(String address) {
        Matcher number = NUMBER.matcher(address);
        return number.matches() ? number.group(1) : address.replace('/', ':');
    }
}
