package dev.earshot.core.brand;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.post.Author;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.HandleRef;
import dev.earshot.core.post.Handles;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.Post;
import dev.earshot.core.post.Pseudonymiser;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The accounts that a workspace's brands have themselves, as hashes: what they post about their
 * brand is no opinion about it. An account is known by its handle or by the platform's own id of
 * it.
 *
 * <p>A brand that declares no {@code accounts} is taken to have its {@code handles} on every
 * platform. There, a handle without a server means none on Mastodon, where everybody may open one
 * of that name on a server of their own, and that of {@code bsky.social} on Bluesky. Immutable.
 */
public final class OwnAccounts {
    /** No brand declares any. */
    public static final OwnAccounts NONE = new OwnAccounts(Map.of(), Map.of());

    private final Map<HandleRef, List<String>> byHandle;
    private final Map<AuthorRef, List<String>> byId;

    private OwnAccounts(Map<HandleRef, List<String>> byHandle, Map<AuthorRef, List<String>> byId) {
        this.byHandle = Map.copyOf(byHandle);
        this.byId = Map.copyOf(byId);
    }

    /** Those of a workspace's brands. */
    public static OwnAccounts of(
            WorkspaceId workspace, List<Brand> brands, Pseudonymiser pseudonymiser) {
        var byHandle = new HashMap<HandleRef, List<String>>();
        var byId = new HashMap<AuthorRef, List<String>>();
        for (Brand brand : brands) {
            for (Account account : accounts(brand)) {
                Platform platform = account.platform();
                String handle = Handles.plain(platform, account.handle());
                add(byHandle, pseudonymiser.handle(workspace, platform, handle), brand);
                // A file may not say which platform its posts come from.
                add(byHandle, pseudonymiser.handle(workspace, Platform.UPLOAD, handle), brand);
                String id = account.handle().strip();
                add(byId, pseudonymiser.pseudonym(workspace, platform, id), brand);
            }
        }
        return new OwnAccounts(byHandle, byId);
    }

    private static <K> void add(Map<K, List<String>> map, K key, Brand brand) {
        map.computeIfAbsent(key, any -> new ArrayList<>()).add(brand.id());
    }

    private static List<Account> accounts(Brand brand) {
        if (!brand.accounts().isEmpty()) {
            return brand.accounts();
        }
        var accounts = new ArrayList<Account>();
        for (String handle : brand.handles()) {
            for (Platform platform : Platform.values()) {
                accounts.add(
                        new Account(
                                platform,
                                platform == Platform.BLUESKY && handle.indexOf('.') < 0
                                        ? handle + ".bsky.social"
                                        : handle));
            }
        }
        return accounts;
    }

    /** The post with its author marked as a brand's own account, or as none. */
    public Post marked(Post post) {
        return post.author()
                .map(author -> marked(author))
                .filter(author -> !post.author().equals(java.util.Optional.of(author)))
                .map(post::by)
                .orElse(post);
    }

    /** The author, marked as the own account of the brands that declare it. */
    public Author marked(Author author) {
        List<String> brands = new ArrayList<>(byId.getOrDefault(author.ref(), List.of()));
        author.handle()
                .ifPresent(handle -> brands.addAll(byHandle.getOrDefault(handle, List.of())));
        return author.ownOf(brands);
    }
}
