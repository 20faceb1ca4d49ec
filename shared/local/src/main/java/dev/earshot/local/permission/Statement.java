package dev.earshot.local.permission;

import java.util.List;

/** One statement of a policy. Immutable and thread-safe. */
public final class Statement {
    private final Effect effect;
    private final List<Wildcard> actions;
    private final List<Wildcard> resources;
    private final List<LeadingKeys> conditions;

    /** What a statement does to the calls that it is about. */
    public enum Effect {
        ALLOW,
        DENY
    }

    /**
     * A statement.
     *
     * @param conditions all must hold
     */
    public Statement(
            Effect effect,
            List<String> actions,
            List<String> resources,
            List<LeadingKeys> conditions) {
        this.effect = effect;
        this.actions = actions.stream().map(Wildcard::ofAction).toList();
        this.resources = resources.stream().map(Wildcard::of).toList();
        this.conditions = List.copyOf(conditions);
    }

    Effect effect() {
        return effect;
    }

    boolean isAbout(Call call) {
        return actions.stream().anyMatch(action -> action.matches(call.action()))
                && resources.stream().anyMatch(resource -> resource.matches(call.resource()))
                && conditions.stream().allMatch(condition -> condition.holds(call));
    }
}
