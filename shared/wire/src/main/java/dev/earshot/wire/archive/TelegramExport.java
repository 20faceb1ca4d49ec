package dev.earshot.wire.archive;

import dev.earshot.core.post.Platform;
import dev.earshot.wire.format.Intake;
import dev.earshot.wire.json.Field;

import java.util.Optional;

/**
 * {@code result.json} of Telegram Desktop: one chat, or all of an account's. Public channels and
 * groups are read, nothing else.
 */
final class TelegramExport implements Archive {
    @Override
    public boolean recognises(Field value) {
        return isChat(value) || value.at("chats").at("list").isArray();
    }

    private static boolean isChat(Field value) {
        return value.at("messages").isArray() && value.at("type").isText() && value.has("id");
    }

    @Override
    public void read(Field value, Intake intake) {
        if (isChat(value)) {
            guarded(value, intake);
        } else {
            value.at("chats").at("list").itemsIfAny().forEach(chat -> guarded(chat, intake));
            value.at("left_chats").at("list").itemsIfAny().forEach(chat -> guarded(chat, intake));
        }
    }

    private static void guarded(Field chat, Intake intake) {
        intake.guarded(chat, () -> chat(chat, intake));
    }

    private static void chat(Field chat, Intake intake) {
        if (!chat.at("type").textIfAny().startsWith("public_")) {
            intake.irrelevant(chat, "a private chat; private messages are never analysed");
            return;
        }
        String id = chat.at("id").id().orElse("");
        for (Field message : chat.at("messages").itemsIfAny()) {
            if (!message.at("type").textIfAny().equals("message")) {
                intake.irrelevant(message, "a notice of Telegram");
            } else {
                intake.guarded(message, () -> message(message, id, intake));
            }
        }
    }

    private static void message(Field message, String chat, Intake intake) {
        Optional<String> number = message.at("id").id();
        if (number.isEmpty()) {
            intake.refuse(message, message.at("id").path(), "is missing");
            return;
        }
        new OwnPost(message, Platform.UPLOAD)
                .id("telegram-" + chat + "-" + number.get())
                .text(text(message.at("text")))
                .author(message.at("from_id").id())
                .inReplyTo(
                        message.at("reply_to_message_id")
                                .id()
                                .map(answered -> "telegram-" + chat + "-" + answered))
                .submit(message.first("date_unixtime", "date"), intake);
    }

    /** A text, or its pieces, of which some are objects with a text of their own. */
    private static String text(Field text) {
        if (!text.isArray()) {
            return text.textIfAny();
        }
        var whole = new StringBuilder();
        for (Field piece : text.items()) {
            whole.append(piece.isObject() ? piece.at("text").textIfAny() : piece.textIfAny());
        }
        return whole.toString();
    }
}
