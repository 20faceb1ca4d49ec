package dev.earshot.cli.explain;

import dev.earshot.wire.api.brand.MentionListView;
import dev.earshot.wire.api.brand.MentionView;

import java.util.ArrayList;
import java.util.List;

/** The places of a text where a brand may be meant, as lines of text. Stateless. */
final class MentionSheet {
    private MentionSheet() {}

    static List<String> lines(MentionListView list) {
        List<String> lines = new ArrayList<>();
        lines.add(list.text());
        for (MentionView mention : list.mentions()) {
            lines.add(
                    "  "
                            + mention.brand()
                            + " at "
                            + mention.start()
                            + "-"
                            + mention.end()
                            + ", \""
                            + mention.text()
                            + "\": "
                            + (mention.counts() ? "counts" : "does not count")
                            + " ("
                            + mention.rule()
                            + ": "
                            + mention.meaning()
                            + (mention.evidence().isEmpty()
                                    ? ""
                                    : ", \"" + mention.evidence() + "\"")
                            + ")");
        }
        if (list.mentions().isEmpty()) {
            lines.add("  no term of a brand stands in it");
        }
        return lines;
    }
}
