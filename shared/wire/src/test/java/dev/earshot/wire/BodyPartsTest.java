package dev.earshot.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.post.PostDecoder.Decoded;
import dev.earshot.wire.file.Lines;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class BodyPartsTest {
    private static final List<String> ITEMS =
            List.of(
                    "{\"id\":\"1\",\"text\":\"a, ]} \\\" [{ \\\\\"}",
                    "{ \"id\" : \"2\",\n \"text\" : \"\uD83D\uDE02\" }",
                    "{\"id\":\"3\",\"text\":\"\\ud83d\\ude02\",\"likes\":NaN}",
                    "{\"id\":\"4\",\"deleted\":true}",
                    "{\"id\":\"5 6\"}",
                    "{\"id\":\"7\",\"posts\":[{}]}",
                    "[{\"id\":\"8\",\"text\":\"t\"}, 9]",
                    "\"a \\\"string, ]\"",
                    "-1.5e+7",
                    "12345678901234567890",
                    "NaN",
                    "true",
                    "null",
                    "[]",
                    "{}",
                    "\"\"");

    @Test
    void parts_ofArraysAndEnvelopes_areTheItemsAsWritten() {
        Random random = new Random(3);
        for (int round = 0; round < 500; round++) {
            List<String> items = items(random);
            String array = "[" + joined(items, random) + "]";
            assertThat(BodyParts.of(blank(random) + array + blank(random)))
                    .isEqualTo(new BodyParts("[", items, ",", "]"));

            String before = "{" + blank(random) + "\"source\":\"earshot\",\"posts\" : [";
            String after = "]," + blank(random) + "\"x\":{\"posts\":[1]}}";
            assertThat(BodyParts.of("\uFEFF" + before + joined(items, random) + after))
                    .isEqualTo(
                            new BodyParts("{\"source\":\"earshot\",\"posts\":[", items, ",", "]}"));
        }
    }

    @Test
    void parts_putTogetherAgain_giveTheRecordsOfTheWhole() {
        Random random = new Random(4);
        for (int round = 0; round < 200; round++) {
            String body = "{\"posts\":[" + joined(items(random), random) + "],\"x\":0}";
            BodyParts cut = BodyParts.of(body);
            List<Decoded> apart = new ArrayList<>();
            for (String part : cut.parts()) {
                apart.addAll(Decoding.decode(cut.before() + part + cut.after()));
            }

            assertThat(apart)
                    .filteredOn(Decoded.Event.class::isInstance)
                    .containsExactlyElementsOf(
                            Decoding.decode(body).stream()
                                    .filter(Decoded.Event.class::isInstance)
                                    .toList());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\n  \"data\": [\n    {\"id\": \"1\"}\n  ]\n}",
                "{\"posts\":{\"a\":[1,2]}}",
                "{\"x\":{\"posts\":[1]}}",
                "\"text,\\n\"",
                "7",
            })
    void parts_ofAnotherValue_areOne(String body) {
        assertThat(BodyParts.of(body).parts()).containsExactly(body);
    }

    @Test
    void parts_ofEnvelopeWithEscapedName_areItsPosts() {
        assertThat(BodyParts.of("{\"p\\u006fsts\":[1, 2]}").parts()).containsExactly("1", "2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"1\"}\n\n  {\"id\":\r\"2\"} \r\n{\"id\":",
                "{\"id\":\"1\"}\n[\n{\"id\":",
                "[1]\n[2]",
                "[\n{\"id\":\"1\"}\n{\"id\":\"2\"}\n]",
            })
    void parts_ofLines_areTheLinesThatHoldAnything(String body) {
        BodyParts cut = BodyParts.of(body);

        assertThat(cut.parts())
                .containsExactlyElementsOf(Lines.of(body).stream().map(Lines.Line::text).toList());
        assertThat(cut.before() + cut.between() + cut.after()).isEqualTo("\n");
    }

    @Test
    void parts_nestedAsDeepAsIsRead_areCut() {
        String deep = "[".repeat(9_000) + "]".repeat(9_000);

        assertThat(BodyParts.of("[" + deep + "," + deep + "]").parts()).containsExactly(deep, deep);
    }

    private static List<String> items(Random random) {
        return random.ints(random.nextInt(6), 0, ITEMS.size()).mapToObj(ITEMS::get).toList();
    }

    private static String joined(List<String> items, Random random) {
        StringBuilder text = new StringBuilder(blank(random));
        for (int i = 0; i < items.size(); i++) {
            text.append(i == 0 ? "" : ",").append(blank(random));
            text.append(items.get(i)).append(blank(random));
        }
        return text.toString();
    }

    private static String blank(Random random) {
        return List.of("", "", " ", "\n", "\t \r\n").get(random.nextInt(5));
    }
}
