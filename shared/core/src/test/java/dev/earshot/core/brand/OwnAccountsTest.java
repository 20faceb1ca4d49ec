package dev.earshot.core.brand;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.WorkspaceId;
import dev.earshot.core.post.Author;
import dev.earshot.core.post.Handles;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.Pseudonymiser;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.List;

class OwnAccountsTest {
    private static final WorkspaceId WORKSPACE = new WorkspaceId("acme");
    private static final Pseudonymiser KEY =
            new Pseudonymiser("a key of at least 16 bytes".getBytes(StandardCharsets.UTF_8));

    @Test
    void author_underADeclaredHandle_isTheBrandsOwnOnThatPlatformAlone() {
        OwnAccounts own = own(brand(List.of(), new Account(Platform.X, "@Nivaro")));

        assertThat(brands(own, Platform.X, "7", "nivaro")).containsExactly("nivaro");
        assertThat(brands(own, Platform.X, "7", "nivaro_fan")).isEmpty();
        assertThat(brands(own, Platform.REDDIT, "7", "nivaro")).isEmpty();
    }

    @Test
    void author_byTheIdOfADeclaredAccount_isTheBrandsOwn() {
        OwnAccounts own =
                own(
                        brand(
                                List.of(),
                                new Account(Platform.BLUESKY, "did:plc:Abc"),
                                new Account(Platform.YOUTUBE, "UCxyz")));

        assertThat(brands(own, Platform.BLUESKY, "did:plc:Abc", "any.example"))
                .containsExactly("nivaro");
        assertThat(brands(own, Platform.YOUTUBE, "UCxyz", "any")).containsExactly("nivaro");
        assertThat(brands(own, Platform.YOUTUBE, "UCxyZ", "any")).isEmpty();
    }

    @Test
    void author_ofAFileThatNamesNoPlatform_isTheBrandsOwnByAnyOfItsHandles() {
        OwnAccounts own = own(brand(List.of(), new Account(Platform.TIKTOK, "nivaro")));

        assertThat(brands(own, Platform.UPLOAD, "@nivaro", "@nivaro")).containsExactly("nivaro");
    }

    @Test
    void handles_ofABrandWithoutAccounts_standForThem() {
        OwnAccounts own = own(brand(List.of("@nivaro")));

        assertThat(brands(own, Platform.X, "7", "@nivaro")).containsExactly("nivaro");
        assertThat(brands(own, Platform.BLUESKY, "did:plc:a", "nivaro.bsky.social"))
                .containsExactly("nivaro");
        assertThat(brands(own, Platform.MASTODON, "1", "nivaro@anybody.example")).isEmpty();
    }

    @Test
    void handles_ofABrandWithAccounts_areMentionsAlone() {
        OwnAccounts own = own(brand(List.of("@nivaro"), new Account(Platform.X, "@nivaro_uk")));

        assertThat(brands(own, Platform.X, "7", "@nivaro")).isEmpty();
        assertThat(brands(own, Platform.X, "7", "@nivaro_uk")).containsExactly("nivaro");
    }

    @Test
    void account_thatTwoBrandsShare_isOwnOfBoth() {
        Brand one = brand(List.of(), new Account(Platform.X, "@group"));
        Brand other =
                new Brand(
                        "talvix",
                        "Talvix",
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(new Account(Platform.X, "group")));

        assertThat(brands(own(one, other), Platform.X, "7", "group"))
                .containsExactly("nivaro", "talvix");
    }

    private static OwnAccounts own(Brand... brands) {
        return OwnAccounts.of(WORKSPACE, List.of(brands), KEY);
    }

    private static List<String> brands(
            OwnAccounts own, Platform platform, String id, String handle) {
        Author author =
                Author.of(KEY.pseudonym(WORKSPACE, platform, id))
                        .under(KEY.handle(WORKSPACE, platform, Handles.plain(platform, handle)));
        return own.marked(author).ownOf();
    }

    private static Brand brand(List<String> handles, Account... accounts) {
        List<String> none = List.of();
        return new Brand(
                "nivaro",
                "Nivaro",
                none,
                handles,
                none,
                none,
                none,
                none,
                none,
                none,
                List.of(accounts));
    }
}
