package dev.earshot.local.permission;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Who may call the stack's services, and whose calls were refused. Thread-safe. */
public final class Identities {
    private static final int KEPT = 1_000;

    private final Map<String, Identity> byAccessKey = new ConcurrentHashMap<>();
    private final List<String> refused = new ArrayList<>();

    /** Lets somebody in. */
    public void add(Identity identity) {
        byAccessKey.put(identity.accessKeyId(), identity);
    }

    /** Who has an access key. */
    public Optional<Identity> find(String accessKeyId) {
        return Optional.ofNullable(byAccessKey.get(accessKeyId));
    }

    /**
     * Why a request is refused, worded as AWS does; empty if all that it asks for is allowed. The
     * first refusal of each kind is also printed, since callers may not log what services say.
     */
    public Optional<String> refusal(Identity identity, List<Call> calls) {
        for (Call call : calls) {
            Optional<String> reason = identity.policy().refusal(call);
            if (reason.isPresent()) {
                String text =
                        identity.name()
                                + " is not authorized to perform: "
                                + call.action()
                                + " on resource: "
                                + call.resource()
                                + families(call)
                                + " "
                                + reason.get();
                note(text);
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }

    /** A key's prefix says which data it was; what follows may be a person's. */
    private static String families(Call call) {
        return call.leadingKeys().isEmpty()
                ? ""
                : " with keys "
                        + call.leadingKeys().stream()
                                .map(key -> key.replaceFirst("#.*", "#*"))
                                .distinct()
                                .toList();
    }

    private synchronized void note(String text) {
        if (refused.size() < KEPT && !refused.contains(text)) {
            refused.add(text);
            System.err.println("refused, as AWS would: " + text);
        }
    }

    /** What was refused since the start, each once, at most {@value #KEPT}. */
    public synchronized List<String> refused() {
        return List.copyOf(refused);
    }
}
