package dev.earshot.local.permission;

import java.util.List;

/**
 * What a request asks to be allowed; one request may ask for several.
 *
 * @param action such as {@code dynamodb:PutItem}
 * @param resource ARN of what is acted on
 * @param leadingKeys partition keys that the request names, in DynamoDB alone
 */
public record Call(String action, String resource, List<String> leadingKeys) {
    public Call {
        leadingKeys = List.copyOf(leadingKeys);
    }

    /** A call that names no key of a table. */
    public Call(String action, String resource) {
        this(action, resource, List.of());
    }
}
