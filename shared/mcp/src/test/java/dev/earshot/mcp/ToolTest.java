package dev.earshot.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

final class ToolTest {
    private static Tool tool(String name) {
        return Tool.all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void path_withArguments_isEncoded() {
        assertThat(
                        tool("brand_posts")
                                .path(Map.of("brand", "a/b?c", "limit", 5, "sentiment", "x&y=1")))
                .isEqualTo("/v1/brands/a%2Fb%3Fc/posts?sentiment=x%26y%3D1&limit=5");
    }

    @Test
    void path_argumentsThatAreNone_areRefusedWithTheWayOn() {
        for (Map<String, Object> bad :
                List.<Map<String, Object>>of(
                        Map.of(),
                        Map.of("brand", ".."),
                        Map.of("brand", "a\nb"),
                        Map.of("brand", List.of("a")),
                        Map.of("brand", "a", "limit", "many"),
                        Map.of("brand", "a", "from", "yesterday"),
                        Map.of("brand", "a", "method", "DELETE"))) {
            assertThatThrownBy(() -> tool("brand_posts").path(bad))
                    .as(bad.toString())
                    .isInstanceOf(Parameter.Refusal.class);
        }
    }

    /** Every one is a GET; what a name promises must be no change. */
    @Test
    void all_tools_readAndNothingElse() {
        assertThat(Tool.all())
                .allSatisfy(tool -> assertThat(tool.route()).startsWith("/v1/"))
                .noneSatisfy(
                        tool ->
                                assertThat(tool.name())
                                        .containsAnyOf("put", "delete", "create", "send"));
        assertThat(Reader.class.getDeclaredMethods()).hasSize(1);
    }
}
