package dev.earshot.platforms;

import dev.earshot.collect.feed.Access;
import dev.earshot.collect.feed.Answer;
import dev.earshot.collect.feed.Ask;
import dev.earshot.collect.feed.Credential;
import dev.earshot.collect.feed.UnreadableException;
import dev.earshot.platforms.read.JsonAnswer;
import dev.earshot.wire.api.JsonWriter;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * Signs in to Bluesky with a handle and an app password.
 *
 * @see <a href="https://docs.bsky.app/docs/api/com-atproto-server-create-session">createSession</a>
 */
record BlueskySignIn(String server) implements Access.SignIn {
    private static final JsonWriter JSON = new JsonWriter();

    @Override
    public List<String> fields() {
        return List.of("identifier", "password");
    }

    @Override
    public boolean optional() {
        return false;
    }

    @Override
    public Ask ask(Credential credential) {
        String body =
                JSON.write(
                        Map.of(
                                "identifier",
                                credential.find("identifier").orElse(""),
                                "password",
                                credential.find("password").orElse("")));
        return new Ask.Post(
                URI.create(server + "/xrpc/com.atproto.server.createSession"),
                Map.of("content-type", "application/json"),
                body);
    }

    @Override
    public Map<String, String> headers(Answer answer) throws UnreadableException {
        String token = JsonAnswer.of(answer).root().at("accessJwt").textIfAny();
        if (token.isEmpty()) {
            throw new UnreadableException("lacks the token that Bluesky promises");
        }
        return Map.of("authorization", "Bearer " + token);
    }
}
