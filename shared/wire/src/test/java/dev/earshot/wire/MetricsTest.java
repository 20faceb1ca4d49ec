package dev.earshot.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.post.Author;
import dev.earshot.core.post.AuthorRef;
import dev.earshot.core.post.Post;
import dev.earshot.core.post.PostDecoder.Decoded;
import dev.earshot.core.post.Reference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.List;

/** Public counts and accounts: whatever is wrong with them, the post is kept. */
class MetricsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-5 | is negative",
                "NaN | is no whole number",
                "Infinity | is no whole number",
                "-Infinity | is no whole number",
                "1e30 | is no whole number",
                "\"many\" | is no whole number",
                "\"NaN\" | is no whole number",
                "2.5 | is no whole number",
                "true | is no whole number",
                "{} | is no whole number",
                "9000000000000 | is beyond belief",
            })
    void count_senseless_isLeftOutWithItsReason(String likes, String reason) {
        Post post = one("{'id':'1','text':'t','engagement':{'likes':%s,'views':7}}", likes);

        assertThat(post.engagement().likes()).isEmpty();
        assertThat(post.engagement().views()).hasValue(7);
        assertThat(post.notes())
                .singleElement()
                .satisfies(
                        each -> assertThat(each).startsWith("engagement.likes").contains(reason));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "12.0, 12", "'\"34\"', 34", "1e3, 1000"})
    void count_inAnySpelling_isRead(String likes, long count) {
        Post post = one("{'id':'1','text':'t','engagement':{'likes':%s}}", likes);

        assertThat(post.engagement().likes()).hasValue(count);
        assertThat(post.notes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'followers':-1",
                "'verified':'maybe'",
                "'createdAt':'long ago'",
                "'createdAt':'2099-01-01T00:00:00Z'",
                "'listed':NaN",
            })
    void author_senseless_isKeptWithoutIt(String field) {
        Post post = one("{'id':'1','text':'t','author':{'id':'7','posts':3,%s}}", field);

        Author author = post.author().orElseThrow();
        assertThat(author.posts()).hasValue(3);
        assertThat(author.followers()).isEmpty();
        assertThat(author.verified()).isEmpty();
        assertThat(author.createdAt()).isEmpty();
        assertThat(post.notes()).hasSize(1);
    }

    @Test
    void dropped_ofOneRecord_isNotTheNextOnes() {
        List<Post> posts =
                Decoding.posts(
                        Decoding.decode(
                                quoted(
                                        "[{'id':'1','text':'t','engagement':{'likes':-1}},"
                                                + "{'id':'2','text':'t'}]")));

        assertThat(posts.get(0).notes()).hasSize(1);
        assertThat(posts.get(1).notes()).isEmpty();
    }

    @Test
    void account_whole_isRead() {
        Author author =
                one(
                                "{'id':'1','text':'t','author':{'id':'7','followers':10,"
                                        + "'following':5,'posts':3,'listed':2,'verified':true,"
                                        + "'createdAt':'2011-05-06T07:08:09Z'}%s}",
                                "")
                        .author()
                        .orElseThrow();

        assertThat(author.followers()).hasValue(10);
        assertThat(author.following()).hasValue(5);
        assertThat(author.listed()).hasValue(2);
        assertThat(author.verified()).contains(true);
        assertThat(author.createdAt()).contains(Instant.parse("2011-05-06T07:08:09Z"));
    }

    @Test
    void xV2_accountAndReplyTarget_areRead() {
        Post post =
                one(
                        "{'data':{'id':'1850000000000000001','text':'t','author_id':'7',"
                                + "'in_reply_to_user_id':'8','referenced_tweets':"
                                + "[{'type':'replied_to','id':'1850000000000000000'}]},"
                                + "'includes':{'users':[{'id':'7','verified':false,"
                                + "'created_at':'2010-01-01T00:00:00.000Z','public_metrics':"
                                + "{'followers_count':1,'listed_count':4}}]}%s}",
                        "");

        assertThat(post.author().orElseThrow().listed()).hasValue(4);
        assertThat(post.author().orElseThrow().verified()).contains(false);
        assertThat(post.author().orElseThrow().createdAt())
                .contains(Instant.parse("2010-01-01T00:00:00Z"));
        assertThat(target(post)).isEqualTo(xAuthor("8"));
    }

    @Test
    void xV1_repost_namesTheOriginalsAuthor() {
        Post post =
                one(
                        "{'id_str':'1850000000000000001','text':'RT','created_at':"
                                + "'Wed Oct 10 20:19:24 +0000 2018','user':{'id_str':'7',"
                                + "'created_at':'Wed Oct 10 20:19:24 +0000 2008','verified':true},"
                                + "'retweeted_status':{'id_str':'1850000000000000000','text':'o',"
                                + "'user':{'id_str':'8'}}%s}",
                        "");

        assertThat(post.references().getFirst().kind()).isEqualTo(Reference.Kind.REPOST);
        assertThat(target(post)).isEqualTo(xAuthor("8"));
        assertThat(post.author().orElseThrow().verified()).contains(true);
    }

    @Test
    void bluesky_replyTarget_isTheAccountInTheAddress() {
        Post post =
                one(
                        "{'did':'did:plc:b','time_us':1792000000000000,'kind':'commit','commit':"
                                + "{'operation':'create','collection':'app.bsky.feed.post',"
                                + "'rkey':'2','record':{'text':'t','createdAt':"
                                + "'2026-01-01T00:00:00Z','reply':{'parent':{'uri':"
                                + "'at://did:plc:a/app.bsky.feed.post/1'}}}}%s}",
                        "");

        Post answered =
                one(
                        "{'did':'did:plc:a','time_us':1792000000000000,'kind':'commit','commit':"
                                + "{'operation':'create','collection':'app.bsky.feed.post',"
                                + "'rkey':'1','record':{'text':'t','createdAt':"
                                + "'2026-01-01T00:00:00Z'}}%s}",
                        "");
        assertThat(target(post)).isEqualTo(answered.author().orElseThrow().ref());
    }

    @Test
    void mastodon_replyTarget_isFoundByTheMentions() {
        String account = "'account':{'id':'1','acct':'a','username':'a','url':'https://m/@a'}";
        Post answered =
                one(
                        "{'id':'10','content':'t','visibility':'public','created_at':"
                                + "'2026-01-01T00:00:00Z',"
                                + account
                                + "%s}",
                        "");
        Post post =
                one(
                        "{'id':'11','content':'t','visibility':'public','created_at':"
                                + "'2026-01-01T00:00:00Z','in_reply_to_id':'10',"
                                + "'in_reply_to_account_id':'1','mentions':[{'id':'1',"
                                + "'url':'https://m/@a','acct':'a'}],'account':{'id':'2',"
                                + "'acct':'b','username':'b','url':'https://m/@b',"
                                + "'created_at':'2017-01-01T00:00:00.000Z'}%s}",
                        "");

        assertThat(target(post)).isEqualTo(answered.author().orElseThrow().ref());
        assertThat(post.author().orElseThrow().createdAt()).isPresent();
    }

    @Test
    void youTube_comment_answersTheChannelOfTheVideo() {
        Post post =
                one(
                        "{'kind':'youtube#comment','id':'c1','snippet':{'channelId':'UC1',"
                                + "'videoId':'v1','textOriginal':'t','authorChannelId':"
                                + "{'value':'UC2'},'publishedAt':'2026-01-01T00:00:00Z'}%s}",
                        "");

        assertThat(target(post)).isNotEqualTo(post.author().orElseThrow().ref());
    }

    @Test
    void earshot_referenceWithAuthor_isRead() {
        Post post =
                one(
                        "{'id':'1','text':'t','platform':'x','inReplyTo':"
                                + "{'id':'5','author':{'id':'8'}},'quoteOf':'4'%s}",
                        "");

        assertThat(target(post)).isEqualTo(xAuthor("8"));
        assertThat(post.references().get(1).author()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'user_delete':{'user':{'id':'7'},'event_at':'2026-01-01T00:00:00Z'}}",
                "{'data':{'user_suspend':{'user':{'id':'7'},'event_at':'2026-01-01T00:00:00Z'}}}",
                "{'user_protect':{'user':{'id':'7'}}}",
            })
    void xCompliance_accountGone_namesTheAuthor(String event) {
        assertThat(Decoding.decode(quoted(event)))
                .singleElement()
                .isInstanceOfSatisfying(
                        Decoded.AuthorGone.class,
                        gone -> assertThat(gone.author()).isEqualTo(xAuthor("7")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'user_undelete':{'user':{'id':'7'},'event_at':'2026-01-01T00:00:00Z'}}",
                "{'data':{'user_unsuspend':{'user':{'id':'7'}}}}",
                "{'user_unprotect':{'user':{'id':'7'}}}",
            })
    void xCompliance_accountIsBack_namesTheAuthor(String event) {
        assertThat(Decoding.decode(quoted(event)))
                .singleElement()
                .isInstanceOfSatisfying(
                        Decoded.AuthorBack.class,
                        back -> assertThat(back.author()).isEqualTo(xAuthor("7")));
    }

    @Test
    void jetstream_accountThatIsActive_isBack() {
        assertThat(
                        Decoding.decode(
                                quoted(
                                        "{'did':'did:plc:a','time_us':1767225600000000,'kind':"
                                                + "'account','account':{'active':true,"
                                                + "'did':'did:plc:a','seq':1,"
                                                + "'time':'2026-01-01T00:00:00Z'}}")))
                .singleElement()
                .isInstanceOf(Decoded.AuthorBack.class);
    }

    private static AuthorRef xAuthor(String id) {
        return one("{'id':'1','text':'t','platform':'x','author':'%s'}", id)
                .author()
                .orElseThrow()
                .ref();
    }

    private static AuthorRef target(Post post) {
        return post.references().getFirst().author().orElseThrow();
    }

    private static Post one(String format, String value) {
        List<Decoded> decoded = Decoding.decode(quoted(String.format(format, value)));
        assertThat(decoded).hasSize(1).hasOnlyElementsOfType(Decoded.Event.class);
        return Decoding.posts(decoded).getFirst();
    }

    private static String quoted(String json) {
        return json.replace('\'', '"');
    }
}
