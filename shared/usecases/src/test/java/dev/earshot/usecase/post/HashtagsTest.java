package dev.earshot.usecase.post;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class HashtagsTest {
    @Test
    void of_text_givesDistinctTagsInOrderAndLowerCase() {
        assertThat(Hashtags.of("#Tea first, then #Coffee, then #tea again"))
                .containsExactly("tea", "coffee");
    }

    @Test
    void of_tagsOfOtherScriptsAndWidths_areNormalised() {
        assertThat(Hashtags.of("#ＴＥＡ ＃お茶 #Straße")).containsExactly("tea", "お茶", "straße");
    }

    @Test
    void of_whatOnlyLooksLikeATag_isNone() {
        assertThat(Hashtags.of("C#sharp &#39; /#anchor #1 #2026 # tea #!")).isEmpty();
    }

    @Test
    void of_digitsBesideALetter_areATag() {
        assertThat(Hashtags.of("#4k #b2b #_x")).containsExactly("4k", "b2b", "_x");
    }

    @Test
    void of_tagOf64Units_isKeptAndOneOf65IsNot() {
        assertThat(Hashtags.of("#" + "a".repeat(64))).containsExactly("a".repeat(64));
        assertThat(Hashtags.of("#" + "a".repeat(65))).isEmpty();
    }
}
