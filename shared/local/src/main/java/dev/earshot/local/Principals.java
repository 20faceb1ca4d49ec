package dev.earshot.local;

import dev.earshot.core.Digests;
import dev.earshot.local.permission.Identities;
import dev.earshot.local.permission.Identity;
import dev.earshot.local.permission.Policy;
import dev.earshot.local.template.CloudTemplate;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The credentials of the stack's owner, and those of each function and worker under its role. */
final class Principals {
    private static final int NAME_LENGTH = 12;

    private final StackState.Secrets secrets;
    private final CloudTemplate template;

    Principals(StackState.Secrets secrets, CloudTemplate template) {
        this.secrets = secrets;
        this.template = template;
    }

    Identities all() {
        var identities = new Identities();
        identities.add(
                new Identity(
                        "the stack's owner",
                        secrets.accessKeyId(),
                        secrets.secretAccessKey(),
                        Policy.EVERYTHING));
        template.policies()
                .forEach(
                        (id, policy) ->
                                identities.add(
                                        new Identity(id, accessKeyId(id), secret(id), policy)));
        return identities;
    }

    /** The settings by which a function or worker signs its calls. */
    Map<String, String> settings(String id) {
        return Map.of("AWS_ACCESS_KEY_ID", accessKeyId(id), "AWS_SECRET_ACCESS_KEY", secret(id));
    }

    private String accessKeyId(String id) {
        return secrets.accessKeyId() + derived("id", id).substring(0, NAME_LENGTH);
    }

    private String secret(String id) {
        return derived("secret", id);
    }

    private String derived(String what, String id) {
        return Digests.hex(
                Digests.newSha256()
                        .digest(
                                (what + "/" + secrets.secretAccessKey() + "/" + id)
                                        .getBytes(StandardCharsets.UTF_8)));
    }
}
