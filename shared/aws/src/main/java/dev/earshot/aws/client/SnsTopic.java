package dev.earshot.aws.client;

import dev.earshot.alerts.outbox.AlertTopic;
import dev.earshot.core.store.StoreException;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Publishes to a topic, which sends e-mail to those who subscribed: <a
 * href="https://docs.aws.amazon.com/sns/latest/api/API_Publish.html">Publish</a>. Thread-safe.
 */
public final class SnsTopic implements AlertTopic {
    /** A subject holds fewer than this many characters, all of them printable ASCII. */
    private static final int SUBJECT = 100;

    private final SignedCalls calls;
    private final URI endpoint;
    private final String arn;

    public SnsTopic(SignedCalls calls, URI endpoint, String arn) {
        this.calls = calls;
        this.endpoint = endpoint;
        this.arn = arn;
    }

    /** Characters that a subject can't hold become question marks. */
    @Override
    public void publish(String subject, String message, Map<String, String> attributes) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("Action", "Publish");
        form.put("Version", "2010-03-31");
        form.put("TopicArn", arn);
        form.put("Subject", ascii(subject));
        form.put("Message", message);
        int number = 0;
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            String entry = "MessageAttributes.entry." + ++number + ".";
            form.put(entry + "Name", attribute.getKey());
            form.put(entry + "Value.DataType", "String");
            form.put(entry + "Value.StringValue", attribute.getValue());
        }
        byte[] body =
                form.entrySet().stream()
                        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"))
                        .getBytes(StandardCharsets.UTF_8);
        SignedCalls.Answer answer =
                calls.post(
                        "publish an alert",
                        "sns",
                        endpoint,
                        "/",
                        Map.of("content-type", "application/x-www-form-urlencoded; charset=utf-8"),
                        body);
        if (!answer.successful()) {
            throw new StoreException(
                    "could not publish an alert: the topic answered " + answer.status(), null);
        }
    }

    private static String ascii(String subject) {
        String plain = subject.replaceAll("[^ -~]", "?");
        return plain.length() < SUBJECT ? plain : plain.substring(0, SUBJECT - 4) + "...";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
