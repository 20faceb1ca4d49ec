package dev.earshot.wire.table;

import static dev.earshot.wire.Files.onlyPost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.post.Post;
import dev.earshot.wire.Files;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tables with the headers of real exports, made up, with the values that must come of them. */
class ExportsTest {
    private static void assertPost(Post post, String id, String createdAt, String text) {
        assertThat(post.id().toString()).isEqualTo(id);
        assertThat(post.createdAt()).isEqualTo(createdAt);
        assertThat(post.text()).isEqualTo(text);
    }

    @Test
    void xAnalytics_isRead() throws IOException {
        Post post =
                onlyPost(
                        """
                        Post id,Date,Post text,Post Link,Impressions,Likes,Engagements,Bookmarks,Share,New follows,Replies,Reposts
                        1855000000000000001,"Sat, Nov 9, 2024",The kettle is back,https://x.com/acme/status/1855000000000000001,"2,345",21,400,5,2,1,10,20
                        """);

        assertPost(post, "x:1855000000000000001", "2024-11-09T00:00:00Z", "The kettle is back");
        assertThat(post.engagement().views()).hasValue(2345);
        assertThat(post.engagement().reposts()).hasValue(20);
    }

    @Test
    void metaBusinessSuite_isDatedByItsPublishTime() throws IOException {
        Post post =
                onlyPost(
                        """
                        Post ID,Page ID,Page name,Title,Description,Duration (sec),Publish time,Permalink,Post type,Date,Reactions,Comments,Shares,Views
                        122000000000000001,100,Acme,Order now,The kettle app is down,0,11/05/2024 08:30,https://www.facebook.com/100/posts/1,Photos,Lifetime,30,4,1,1200
                        """);

        assertPost(
                post,
                "facebook:122000000000000001",
                "2024-11-05T08:30:00Z",
                "Order now\n\nThe kettle app is down");
        assertThat(post.author()).isPresent();
        assertThat(post.engagement().likes()).hasValue(30);
    }

    @Test
    void youTubeStudio_takesTheTitleAndLeavesTheTotalOut() throws IOException {
        Files.Outcome outcome =
                Files.read(
                        "Table data.csv",
                        """
                        Content,Video title,Video publish time,Duration,Views,Watch time (hours)
                        Total,,,,40210,812.5
                        vid00000001,The kettle: what went wrong,"Nov 5, 2024",312,20105,406.2
                        """);

        assertPost(
                outcome.onlyPost(),
                "youtube:vid00000001",
                "2024-11-05T00:00:00Z",
                "The kettle: what went wrong");
        assertThat(outcome.leftOut()).singleElement().asString().contains("adds up");
        assertThat(outcome.described().kind()).contains("YouTube Studio");
    }

    @Test
    void tikTokStudio_isRead() throws IOException {
        assertPost(
                onlyPost(
                        """
                        Time,Video title,Video link,Post time,Total likes,Total comments,Total shares,Total views
                        November 12,The kettle sings,https://www.tiktok.com/@acme/video/7300000000000000001,2024-11-05 10:00,1.2K,3,4,12K
                        """),
                "tiktok:7300000000000000001",
                "2024-11-05T10:00:00Z",
                "The kettle sings");
    }

    @Test
    void linkedIn_isReadBelowItsExplanation() throws IOException {
        Post post =
                onlyPost(
                        """
                        "These are the metrics of the posts of your page, in UTC",,,,,
                        Post title,Post link,Post type,Posted by,Created date,Impressions,Views,Likes,Comments,Reposts
                        We hire kettle makers,https://www.linkedin.com/feed/update/urn:li:activity:7000,Organic,Ann,11/25/2024,100,,5,1,0
                        """);

        assertThat(post.text()).isEqualTo("We hire kettle makers");
        assertThat(post.createdAt()).isEqualTo("2024-11-25T00:00:00Z");
    }

    @Test
    void playReviews_inUtf16_areRead() throws IOException {
        String table =
                "\uFEFFPackage Name,App Version Code,App Version Name,Reviewer Language,Device,Review"
                        + " Submit Date and Time,Review Submit Millis Since Epoch,Star Rating,Review"
                        + " Title,Review Text,Review Link\n"
                        + "com.acme,1,1.0,de,pixel,2024-11-05T10:00:00Z,1730800800000,1,Schlecht,Geht"
                        + " nicht,https://play.google.com/x?reviewId=r1\n";

        Files.Outcome outcome =
                Files.read("reviews.csv", table.getBytes(StandardCharsets.UTF_16LE));

        assertThat(outcome.onlyPost().text()).isEqualTo("Schlecht\n\nGeht nicht");
        assertThat(outcome.onlyPost().declaredLanguage()).contains("de");
        assertThat(outcome.onlyPost().createdAt()).isEqualTo("2024-11-05T10:00:00Z");
        assertThat(outcome.described().encoding()).startsWith("UTF-16LE");
    }

    @Test
    void appStoreReviews_areRead() throws IOException {
        assertThat(
                        onlyPost(
                                        """
                                        Date,Country,Version,Rating,Title,Review,Author,Review ID
                                        2024-11-05,DE,1.0,2,Leaks,The kettle leaks,kim,r77
                                        """)
                                .text())
                .isEqualTo("Leaks\n\nThe kettle leaks");
    }

    @Test
    void talkwalker_takesTheWholeContent() throws IOException {
        Post post =
                onlyPost(
                        """
                        url,indexed,published,title,content,title_snippet,content_snippet,root_url,lang,source_type,extra_author_attributes.name,reach,engagement
                        https://twitter.com/kim/status/1850000000000000700,2024-11-05 11:00,2024-11-05 10:00,,The whole kettle story is sad,,The whole...,http://twitter.com/,en,SOCIALMEDIA_TWITTER,Kim,100,5
                        """);

        assertPost(
                post,
                "x:1850000000000000700",
                "2024-11-05T10:00:00Z",
                "The whole kettle story is sad");
    }

    @Test
    void meltwater_inUtf16WithTabs_isRead() throws IOException {
        String table =
                "\uFEFFDate\tHeadline\tURL\tOpening Text\tHit"
                        + " Sentence\tSource\tInfluencer\tLanguage\tReach\n"
                        + "05-Nov-2024 10:00AM\t\thttps://twitter.com/kim/status/1859000000000000009\t\tThe"
                        + " kettle broke\tTwitter\t@kim\tEnglish\t12\n";

        Post post =
                Files.read("meltwater.csv", table.getBytes(StandardCharsets.UTF_16LE)).onlyPost();

        assertPost(post, "x:1859000000000000009", "2024-11-05T10:00:00Z", "The kettle broke");
        assertThat(post.declaredLanguage()).contains("en");
    }

    @Test
    void hootsuiteSprinklrAndMention_areRead() throws IOException {
        assertThat(
                        onlyPost(
                                        """
                                        Date (GMT),Message,Network,Permalink,Likes
                                        2024-11-05 10:00,The kettle works,X (Twitter),https://twitter.com/acme/status/1850000000000000801,3
                                        """)
                                .id())
                .hasToString("x:1850000000000000801");
        assertThat(
                        onlyPost(
                                        """
                                        SnType,Message,CreatedTime,SenderScreenName,Permalink,UniversalMessageId
                                        FACEBOOK,Kettle on fire,1730800800000,kim,https://www.facebook.com/100/posts/7,fb_7
                                        """)
                                .createdAt())
                .isEqualTo("2024-11-05T10:00:00Z");
        assertThat(
                        onlyPost(
                                        """
                                        Title,Description,URL,Published at,Source name,Source type,Language,Author
                                        Kettle recall,The maker recalls it,https://news.example/1,2024-11-05T10:00:00Z,News,web,en,Ann
                                        """)
                                .text())
                .isEqualTo("Kettle recall\n\nThe maker recalls it");
    }

    @Test
    void redditDownload_givesTheIdsOfThePlatform() throws IOException {
        Files.Outcome comments =
                Files.read(
                        "comments.csv",
                        """
                        id,permalink,date,ip,subreddit,gildings,link,parent,body,media
                        abc123,https://www.reddit.com/r/tea/comments/x1/_/abc123/,2024-11-05 10:00:00 UTC,,tea,0,https://www.reddit.com/r/tea/comments/x1/t/,t1_abc000,The kettle leaks,
                        abc124,https://www.reddit.com/r/tea/comments/x1/_/abc124/,2024-11-05 10:00:00 UTC,,tea,0,https://www.reddit.com/r/tea/comments/x1/t/,,[removed],
                        """);

        assertThat(comments.onlyPost().id()).hasToString("reddit:t1_abc123");
        assertThat(comments.leftOut()).singleElement().asString().contains("[removed]");
        assertThat(
                        Files.read(
                                        "posts.csv",
                                        """
                                        id,permalink,date,ip,subreddit,gildings,title,url,body
                                        p1,https://www.reddit.com/r/tea/comments/p1/_/,2024-11-05 10:00:00 UTC,,tea,0,Kettle on fire,https://i.example/p.jpg,
                                        p2,https://www.reddit.com/r/tea/comments/p2/_/,2024-11-05 10:00:00 UTC,,tea,0,Is it me?,,No answer
                                        """)
                                .texts())
                .containsExactly("Kettle on fire", "Is it me?\n\nNo answer");
    }

    @Test
    void youTubeTakeout_readsBothShapesOfItsCells() throws IOException {
        String header =
                "Comment ID,Channel ID,Comment Create Timestamp,Price,Parent Comment ID,Post ID,Video"
                        + " ID,Comment Text\n";
        for (String cell :
                List.of(
                        "\"{\"\"text\"\":\"\"Nice \"\"},{\"\"text\"\":\"\"kettle\"\"}\"",
                        "\"{\"\"takeoutSegments\"\":[{\"\"text\"\":\"\"Nice"
                                + " \"\"},{\"\"text\"\":\"\"kettle\"\"}]}\"",
                        "Nice kettle")) {
            assertPost(
                    onlyPost(
                            header
                                    + "Ug.1,UC1,2024-11-05T10:00:00.5+00:00,0,,,vid00000001,"
                                    + cell
                                    + "\n"),
                    "youtube:Ug.1",
                    "2024-11-05T10:00:00.500Z",
                    "Nice kettle");
        }
    }

    @Test
    void headers_inSevenLanguages_areKnown() throws IOException {
        for (String header :
                List.of(
                        "id;Beitrag;Veröffentlicht am;Gefällt mir;Sprache",
                        "id;Publicación;Fecha de publicación;Me gusta;Idioma",
                        "id;Commentaire;Publié le;J'aime;Langue",
                        "id;Messaggio;Data di pubblicazione;Mi piace;Lingua",
                        "id;Conteúdo;Data de criação;Curtidas;Idioma",
                        "id;Bericht;Geplaatst op;Vind-ik-leuks;Taal",
                        "id;Text;Created (UTC);Likes;Language")) {
            Post post = onlyPost(header + "\nk1;Der Kessel;05.11.2024 10:00;3;de\n");

            assertThat(post.text()).as(header).isEqualTo("Der Kessel");
            assertThat(post.createdAt()).as(header).isEqualTo("2024-11-05T10:00:00Z");
            assertThat(post.engagement().likes()).as(header).hasValue(3);
            assertThat(post.declaredLanguage()).as(header).contains("de");
        }
    }

    @Test
    void tableOfUnknownHeaders_isReadAsTheUserSays() throws IOException {
        String table = "Ding;Wert;Wann\nDer Kessel;7;05.11.2024\n";

        assertThat(Files.refusal("a.csv", table)).contains("'Ding', 'Wert', 'Wann'", "--columns");
        assertThat(
                        Files.read(
                                        "a.csv",
                                        table.getBytes(StandardCharsets.UTF_8),
                                        Files.columns("text", "Ding", "time", "wann"))
                                .onlyPost()
                                .createdAt())
                .isEqualTo("2024-11-05T00:00:00Z");
        assertThat(
                        Files.read(
                                        "a.csv",
                                        table.getBytes(StandardCharsets.UTF_8),
                                        Files.columns("text", "Dinge"))
                                .refusal())
                .contains("'Dinge'", "'Ding', 'Wert', 'Wann'");
    }
}
