package dev.earshot.aws.table;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds an item, or reads one that was fetched. Not thread-safe. */
public final class TableItem {
    private final Map<String, AttributeValue> attributes;

    private TableItem(Map<String, AttributeValue> attributes) {
        this.attributes = attributes;
    }

    public static TableItem at(String pk, String sk) {
        return new TableItem(new HashMap<>()).with(Keys.PK, pk).with(Keys.SK, sk);
    }

    public static TableItem of(Map<String, AttributeValue> attributes) {
        return new TableItem(attributes);
    }

    public static Map<String, AttributeValue> key(String pk, String sk) {
        return Map.of(Keys.PK, text(pk), Keys.SK, text(sk));
    }

    public static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    public static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    public static AttributeValue bytes(byte[] value) {
        return AttributeValue.fromB(SdkBytes.fromByteArray(value));
    }

    public TableItem with(String name, String value) {
        attributes.put(name, text(value));
        return this;
    }

    public TableItem with(String name, long value) {
        attributes.put(name, number(value));
        return this;
    }

    public TableItem with(String name, byte[] value) {
        attributes.put(name, bytes(value));
        return this;
    }

    public TableItem with(String name, AttributeValue value) {
        attributes.put(name, value);
        return this;
    }

    /** Leaves the attribute out when the list is empty. */
    public TableItem with(String name, List<String> values) {
        if (!values.isEmpty()) {
            attributes.put(
                    name, AttributeValue.fromL(values.stream().map(TableItem::text).toList()));
        }
        return this;
    }

    public Map<String, AttributeValue> attributes() {
        return attributes;
    }

    public boolean has(String name) {
        return attributes.containsKey(name);
    }

    public String text(String name, String otherwise) {
        AttributeValue value = attributes.get(name);
        return value == null || value.s() == null ? otherwise : value.s();
    }

    public String need(String name) {
        return value(name).s();
    }

    public byte[] bytes(String name) {
        return value(name).b().asByteArray();
    }

    public long number(String name, long otherwise) {
        AttributeValue value = attributes.get(name);
        return value == null || value.n() == null ? otherwise : Long.parseLong(value.n());
    }

    public List<String> texts(String name) {
        AttributeValue value = attributes.get(name);
        return value == null ? List.of() : value.l().stream().map(AttributeValue::s).toList();
    }

    public Optional<AttributeValue> find(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    /**
     * Whether it has expired. DynamoDB may remove an expired item days late, so every read checks.
     */
    public boolean expired(long nowSeconds) {
        return number(Keys.EXPIRES_AT, Long.MAX_VALUE) <= nowSeconds;
    }

    private AttributeValue value(String name) {
        @Nullable AttributeValue value = attributes.get(name);
        if (value == null) {
            throw new IllegalStateException(
                    "item " + attributes.get(Keys.PK) + " must have the attribute " + name);
        }
        return value;
    }
}
