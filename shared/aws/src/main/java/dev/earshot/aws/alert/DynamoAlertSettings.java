package dev.earshot.aws.alert;

import dev.earshot.alerts.rule.AlertRule;
import dev.earshot.alerts.rule.AlertSettings;
import dev.earshot.alerts.rule.MessageForm;
import dev.earshot.alerts.rule.Silence;
import dev.earshot.alerts.rule.Webhook;
import dev.earshot.alerts.rule.WebhookSecret;
import dev.earshot.aws.client.Failures;
import dev.earshot.aws.table.Keys;
import dev.earshot.aws.table.NumberText;
import dev.earshot.aws.table.Retention;
import dev.earshot.aws.table.TableItem;
import dev.earshot.core.WorkspaceId;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Rules under {@code AR#<ws>}, silences under {@code AS#<ws>} until the retention of results after
 * their end, webhooks under {@code AW#<ws>}: {@code u} address, {@code fo} form, {@code se} secrets
 * with {@code <text> <end or ->}, {@code di} why disabled, {@code at} changed. Thread-safe.
 */
public final class DynamoAlertSettings implements AlertSettings {
    private final DynamoDbClient client;
    private final String table;
    private final Retention retention;
    private final AlertTable items;

    public DynamoAlertSettings(
            DynamoDbClient client, String table, Retention retention, InstantSource clock) {
        this.client = client;
        this.table = table;
        this.retention = retention;
        this.items = new AlertTable(client, table, clock);
    }

    @Override
    public List<AlertRule> rules(WorkspaceId workspace) {
        return items.all(Keys.alertRules(workspace)).stream().map(RuleItem::rule).toList();
    }

    @Override
    public void put(WorkspaceId workspace, AlertRule rule) {
        put(RuleItem.write(workspace, rule));
    }

    @Override
    public boolean deleteRule(WorkspaceId workspace, String id) {
        return delete(Keys.alertRules(workspace), id);
    }

    @Override
    public List<Silence> silences(WorkspaceId workspace) {
        return items.all(Keys.silences(workspace)).stream().map(RuleItem::silence).toList();
    }

    @Override
    public void put(WorkspaceId workspace, Silence silence) {
        put(
                RuleItem.write(workspace, silence)
                        .with(Keys.EXPIRES_AT, retention.resultExpiry(silence.until())));
    }

    @Override
    public List<Webhook> webhooks(WorkspaceId workspace) {
        return items.all(Keys.webhooks(workspace)).stream()
                .map(DynamoAlertSettings::webhook)
                .toList();
    }

    @Override
    public Optional<Webhook> webhook(WorkspaceId workspace, String id) {
        return items.one(Keys.webhooks(workspace), id).map(DynamoAlertSettings::webhook);
    }

    @Override
    public void put(WorkspaceId workspace, Webhook webhook) {
        TableItem item =
                TableItem.at(Keys.webhooks(workspace), webhook.id())
                        .with("u", webhook.address().toString())
                        .with("fo", webhook.form().key())
                        .with(
                                "se",
                                webhook.secrets().stream()
                                        .map(DynamoAlertSettings::written)
                                        .toList())
                        .with("at", NumberText.instant(webhook.changedAt()));
        webhook.disabled().ifPresent(why -> item.with("di", why));
        put(item);
    }

    @Override
    public boolean deleteWebhook(WorkspaceId workspace, String id) {
        return delete(Keys.webhooks(workspace), id);
    }

    private static Webhook webhook(TableItem item) {
        return new Webhook(
                item.need(Keys.SK),
                URI.create(item.need("u")),
                MessageForm.of(item.need("fo")).orElseThrow(),
                item.texts("se").stream().map(DynamoAlertSettings::secret).toList(),
                item.has("di") ? Optional.of(item.need("di")) : Optional.empty(),
                NumberText.instant(item.need("at")));
    }

    private static String written(WebhookSecret secret) {
        return secret.text() + " " + secret.until().map(NumberText::instant).orElse("-");
    }

    private static WebhookSecret secret(String text) {
        String[] parts = text.split(" ", 2);
        return new WebhookSecret(
                parts[0],
                parts[1].equals("-")
                        ? Optional.empty()
                        : Optional.of(NumberText.instant(parts[1])));
    }

    private void put(TableItem item) {
        Failures.in(
                "keep a setting of alerts",
                () -> client.putItem(put -> put.tableName(table).item(item.attributes())));
    }

    private boolean delete(String partition, String id) {
        return !Failures.in(
                        "delete a setting of alerts",
                        () ->
                                client.deleteItem(
                                        delete ->
                                                delete.tableName(table)
                                                        .key(TableItem.key(partition, id))
                                                        .returnValues(ReturnValue.ALL_OLD)))
                .attributes()
                .isEmpty();
    }
}
