package dev.earshot.aws.campaign;

import dev.earshot.aws.client.Failures;
import dev.earshot.aws.table.Keys;
import dev.earshot.aws.table.Partition;
import dev.earshot.aws.table.TableItem;
import dev.earshot.core.WorkspaceId;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.engagement.campaign.Campaign;
import dev.earshot.engagement.campaign.CampaignStore;
import dev.earshot.engagement.campaign.Cost;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Campaigns under {@code GC#<ws>} by id: {@code nm} name, {@code b} brand, {@code ht} hashtags,
 * {@code cr} creators' pseudonyms, {@code fr} and {@code to} days, {@code co} costs as {@code <code
 * of the currency> <amount> <item>}. They stay until they are deleted. Thread-safe.
 */
public final class DynamoCampaignStore implements CampaignStore {
    private final DynamoDbClient client;
    private final String table;

    public DynamoCampaignStore(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    @Override
    public List<Campaign> campaigns(WorkspaceId workspace) {
        return Partition.all(client, table, Keys.campaigns(workspace), "read the campaigns")
                .stream()
                .map(DynamoCampaignStore::campaign)
                .toList();
    }

    @Override
    public Optional<Campaign> campaign(WorkspaceId workspace, String id) {
        var response =
                Failures.in(
                        "read a campaign",
                        () ->
                                client.getItem(
                                        get ->
                                                get.tableName(table)
                                                        .consistentRead(true)
                                                        .key(
                                                                TableItem.key(
                                                                        Keys.campaigns(workspace),
                                                                        id))));
        return response.hasItem()
                ? Optional.of(campaign(TableItem.of(response.item())))
                : Optional.empty();
    }

    @Override
    public void put(WorkspaceId workspace, Campaign campaign) {
        TableItem item =
                TableItem.at(Keys.campaigns(workspace), campaign.id())
                        .with("nm", campaign.name())
                        .with("b", campaign.brandId())
                        .with("ht", campaign.hashtags())
                        .with("cr", campaign.creators().stream().map(AuthorRef::pseudonym).toList())
                        .with("fr", campaign.from().toString())
                        .with("to", campaign.to().toString())
                        .with(
                                "co",
                                campaign.costs().stream()
                                        .map(DynamoCampaignStore::written)
                                        .toList());
        Failures.in(
                "keep a campaign",
                () -> client.putItem(put -> put.tableName(table).item(item.attributes())));
    }

    @Override
    public boolean delete(WorkspaceId workspace, String id) {
        return !Failures.in(
                        "delete a campaign",
                        () ->
                                client.deleteItem(
                                        delete ->
                                                delete.tableName(table)
                                                        .key(
                                                                TableItem.key(
                                                                        Keys.campaigns(workspace),
                                                                        id))
                                                        .returnValues(ReturnValue.ALL_OLD)))
                .attributes()
                .isEmpty();
    }

    private static Campaign campaign(TableItem item) {
        return new Campaign(
                item.need(Keys.SK),
                item.need("nm"),
                item.need("b"),
                item.texts("ht"),
                item.texts("cr").stream().map(AuthorRef::new).toList(),
                LocalDate.parse(item.need("fr")),
                LocalDate.parse(item.need("to")),
                item.texts("co").stream().map(DynamoCampaignStore::cost).toList());
    }

    private static String written(Cost cost) {
        return cost.currency() + " " + cost.amount().toPlainString() + " " + cost.item();
    }

    private static Cost cost(String text) {
        String[] parts = text.split(" ", 3);
        return new Cost(parts[2], new BigDecimal(parts[1]), Cost.currency(parts[0]));
    }
}
