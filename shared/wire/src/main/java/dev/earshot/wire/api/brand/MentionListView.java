package dev.earshot.wire.api.brand;

import java.util.List;

/** A text with every place in it where a term of a brand stands. */
public record MentionListView(String text, List<MentionView> mentions) {
    public MentionListView {
        mentions = List.copyOf(mentions);
    }
}
