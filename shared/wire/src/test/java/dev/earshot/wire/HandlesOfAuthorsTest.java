package dev.earshot.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.post.Author;
import dev.earshot.core.post.HandleRef;
import dev.earshot.core.post.Platform;
import dev.earshot.core.post.Post;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Every format tells under which handle a post was written, hashed, so that a brand knows its own.
 */
class HandlesOfAuthorsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "X|nivaro|{'id_str':'1580000000000000301','created_at':'Wed Oct 12 00:00:00 +0000 2022','full_text':'t','user':{'id_str':'7','screen_name':'Nivaro'}}",
                "X|nivaro|{'data':{'id':'1580000000000000301','text':'t','author_id':'7','edit_history_tweet_ids':['1580000000000000301']},'includes':{'users':[{'id':'7','username':'Nivaro'}]}}",
                "MASTODON|nivaro@m.example|{'id':'1','uri':'https://m.example/s/1','content':'t','created_at':'2026-01-02T03:04:05Z','visibility':'public','account':{'id':'7','acct':'nivaro','url':'https://m.example/@nivaro'}}",
                "MASTODON|nivaro@far.example|{'id':'1','uri':'https://m.example/s/1','content':'t','created_at':'2026-01-02T03:04:05Z','visibility':'public','account':{'id':'7','acct':'Nivaro@far.example','url':'https://social.far.example/@nivaro'}}",
                "BLUESKY|nivaro.com|{'uri':'at://did:plc:abc/app.bsky.feed.post/3k','author':{'did':'did:plc:abc','handle':'nivaro.com'},'record':{'text':'t','createdAt':'2026-01-02T03:04:05Z'},'indexedAt':'2026-01-02T03:04:05Z'}",
                "REDDIT|nivaro_support|{'kind':'t1','data':{'id':'a1','name':'t1_a1','body':'t','author':'Nivaro_Support','created_utc':1730800800,'link_id':'t3_b','parent_id':'t3_b'}}",
                "YOUTUBE|nivaro|{'kind':'youtube#comment','id':'Ug1','snippet':{'textOriginal':'t','authorDisplayName':'@Nivaro','authorChannelId':{'value':'UC1'},'publishedAt':'2026-01-02T03:04:05Z','videoId':'v'}}",
                "INSTAGRAM|nivaro|{'id':'17','caption':'t','media_type':'IMAGE','media_product_type':'FEED','username':'nivaro','timestamp':'2026-01-02T03:04:05+0000','permalink':'https://www.instagram.com/p/C1/'}",
                "FACEBOOK|nivaro|{'id':'1_2','message':'t','created_time':'2026-01-02T03:04:05+0000','from':{'id':'1','name':'Nivaro'}}",
                "X|nivaro|{'id':'1','text':'t','platform':'x','author':{'id':'7','handle':'@Nivaro'}}",
                "TIKTOK|nivaro|{'id':'1','text':'t','platform':'tiktok','author':'nivaro'}",
            })
    void author_ofEachFormat_isKnownByItsHandle(Platform platform, String handle, String body) {
        Post post = Decoding.onlyPost(Decoding.decode(body.replace('\'', '"')));

        assertThat(post.id().platform()).isEqualTo(platform);
        assertThat(post.author().flatMap(Author::handle)).contains(hash(platform, handle));
    }

    @Test
    void author_ofATablesRow_isKnownByTheCellOrByTheAddress() throws IOException {
        List<Post> posts =
                Files.read(
                                "a.csv",
                                """
                                text,date,author,url
                                one,2024-11-05,@Nivaro,
                                two,2024-11-06,,https://x.com/nivaro/status/1860000000000000102
                                three,2024-11-07,Kim Lee,https://www.tiktok.com/@nivaro/video/7
                                four,2024-11-08,Kim Lee,https://example.com/a
                                five,2024-11-09,,https://x.com/i/status/1860000000000000105
                                """)
                        .posts();

        assertThat(posts)
                .extracting(post -> post.author().flatMap(Author::handle).isPresent())
                .containsExactly(true, true, true, false, false);
        assertThat(posts.get(0).author().flatMap(Author::handle))
                .contains(hash(Platform.UPLOAD, "nivaro"));
        assertThat(posts.get(1).author().flatMap(Author::handle))
                .contains(hash(Platform.X, "nivaro"));
        assertThat(posts.get(2).author().flatMap(Author::handle))
                .contains(hash(Platform.TIKTOK, "nivaro"));
    }

    @Test
    void author_ofACommentWithTheAddressOfWhatItAnswers_isNotTheAuthorOfThat() throws IOException {
        Post comment =
                Files.read(
                                "a.json",
                                """
                                [{"cid":"7430","text":"trash","createTime":1730800800,"uniqueId":"kim","diggCount":12,
                                  "webVideoUrl":"https://www.tiktok.com/@nivaro/video/7429"}]
                                """)
                        .onlyPost();

        assertThat(comment.id().nativeId()).isEqualTo("7430");
        assertThat(comment.author().flatMap(Author::handle))
                .isNotEqualTo(Optional.of(hash(Platform.TIKTOK, "nivaro")));
    }

    private static HandleRef hash(Platform platform, String handle) {
        return Decoding.PSEUDONYMISER.handle(Decoding.WORKSPACE, platform, handle);
    }
}
