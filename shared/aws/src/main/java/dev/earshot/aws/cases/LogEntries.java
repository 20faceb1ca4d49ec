package dev.earshot.aws.cases;

import dev.earshot.aws.table.NumberText;
import dev.earshot.aws.table.TableItem;
import dev.earshot.engagement.cases.CaseEvent;
import dev.earshot.engagement.cases.CaseId;
import dev.earshot.engagement.cases.CaseState;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Entries of a case's log as attributes: {@code k} the kind's letter, {@code at}, {@code by}, and
 * as the kind has it {@code tm} team, {@code ag} agent, {@code to} state, {@code nt} note, {@code
 * cs} the other case. Stateless.
 */
final class LogEntries {
    private LogEntries() {}

    static AttributeValue write(CaseEvent event) {
        var fields = new HashMap<String, AttributeValue>();
        fields.put("at", TableItem.text(NumberText.instant(event.at())));
        fields.put("by", TableItem.text(event.by()));
        switch (event) {
            case CaseEvent.Assigned assigned -> {
                fields.put("k", TableItem.text("a"));
                put(fields, "tm", assigned.team());
                put(fields, "ag", assigned.agent());
            }
            case CaseEvent.Moved moved -> {
                fields.put("k", TableItem.text("m"));
                fields.put("to", TableItem.text(moved.to().key()));
                put(fields, "nt", moved.note());
            }
            case CaseEvent.Answered answered -> {
                fields.put("k", TableItem.text("r"));
                put(fields, "nt", answered.note());
            }
            case CaseEvent.Noted noted -> {
                fields.put("k", TableItem.text("n"));
                fields.put("nt", TableItem.text(noted.note()));
            }
            case CaseEvent.MergedInto merged -> {
                fields.put("k", TableItem.text("i"));
                fields.put("cs", TableItem.text(merged.other().value()));
            }
            case CaseEvent.MergedFrom merged -> {
                fields.put("k", TableItem.text("f"));
                fields.put("cs", TableItem.text(merged.other().value()));
            }
        }
        return AttributeValue.fromM(fields);
    }

    private static void put(
            Map<String, AttributeValue> fields, String name, Optional<String> value) {
        value.ifPresent(text -> fields.put(name, TableItem.text(text)));
    }

    static CaseEvent read(AttributeValue entry) {
        TableItem fields = TableItem.of(entry.m());
        var at = NumberText.instant(fields.need("at"));
        String by = fields.need("by");
        return switch (fields.need("k")) {
            case "a" -> new CaseEvent.Assigned(at, by, find(fields, "tm"), find(fields, "ag"));
            case "m" -> new CaseEvent.Moved(at, by, state(fields.need("to")), find(fields, "nt"));
            case "r" -> new CaseEvent.Answered(at, by, find(fields, "nt"));
            case "n" -> new CaseEvent.Noted(at, by, fields.need("nt"));
            case "i" -> new CaseEvent.MergedInto(at, by, new CaseId(fields.need("cs")));
            case "f" -> new CaseEvent.MergedFrom(at, by, new CaseId(fields.need("cs")));
            default ->
                    throw new IllegalStateException(
                            "no entry of a case's log has the kind " + fields.need("k"));
        };
    }

    private static CaseState state(String key) {
        return CaseState.of(key)
                .orElseThrow(() -> new IllegalStateException("no state of a case is " + key));
    }

    private static Optional<String> find(TableItem fields, String name) {
        return fields.find(name).map(AttributeValue::s);
    }
}
