package dev.earshot.aws.client;

import dev.earshot.core.store.StoreException;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * Calls a function and waits for its answer: one signed request of <a
 * href="https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html">Invoke</a>. Never retries,
 * because the caller is waiting. Thread-safe.
 */
public final class LambdaInvoker {
    private static final String FAILED = "X-Amz-Function-Error";

    private final SignedCalls calls;
    private final URI endpoint;

    public LambdaInvoker(SignedCalls calls, URI endpoint) {
        this.calls = calls;
        this.endpoint = endpoint;
    }

    /**
     * Returns the function's answer.
     *
     * @param function name of letters, digits, hyphens and underscores
     * @param payload JSON
     * @throws StoreException if the function failed or did not answer
     */
    public byte[] invoke(String function, byte[] payload) {
        SignedCalls.Answer answer =
                calls.post(
                        "call " + function,
                        "lambda",
                        endpoint,
                        "/2015-03-31/functions/" + function + "/invocations",
                        Map.of("content-type", "application/json"),
                        payload);
        List<String> failed =
                answer.headers().entrySet().stream()
                        .filter(header -> header.getKey().equalsIgnoreCase(FAILED))
                        .flatMap(header -> header.getValue().stream())
                        .toList();
        if (!answer.successful() || !failed.isEmpty()) {
            throw new StoreException(
                    "could not call "
                            + function
                            + ": it answered "
                            + answer.status()
                            + " "
                            + failed,
                    null);
        }
        return answer.body();
    }
}
