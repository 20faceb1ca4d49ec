package dev.earshot.platforms;

import dev.earshot.collect.feed.Access;
import dev.earshot.collect.feed.Answer;
import dev.earshot.collect.feed.Ask;
import dev.earshot.collect.feed.Credential;
import dev.earshot.collect.feed.UnreadableException;
import dev.earshot.platforms.read.JsonAnswer;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * Gets a token for an application of Reddit, without any user.
 *
 * @see <a href="https://github.com/reddit-archive/reddit/wiki/OAuth2">OAuth2</a>
 */
record RedditSignIn(String server) implements Access.SignIn {
    @Override
    public List<String> fields() {
        return List.of("client_id", "client_secret");
    }

    @Override
    public boolean optional() {
        return false;
    }

    @Override
    public Ask ask(Credential credential) {
        String pair =
                credential.find("client_id").orElse("")
                        + ":"
                        + credential.find("client_secret").orElse("");
        return new Ask.Post(
                URI.create(server + "/api/v1/access_token"),
                Map.of(
                        "authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString(pair.getBytes(StandardCharsets.UTF_8)),
                        "content-type",
                        "application/x-www-form-urlencoded"),
                "grant_type=client_credentials");
    }

    @Override
    public Map<String, String> headers(Answer answer) throws UnreadableException {
        String token = JsonAnswer.of(answer).root().at("access_token").textIfAny();
        if (token.isEmpty()) {
            throw new UnreadableException("lacks the token that Reddit promises");
        }
        return Map.of("authorization", "Bearer " + token);
    }
}
