package dev.earshot.wire.api.about;

import java.util.List;

/** The rules by which numbers are made, without their cards' texts. */
public record RuleListView(List<RuleCardView> rules) {
    public RuleListView {
        rules = List.copyOf(rules);
    }
}
