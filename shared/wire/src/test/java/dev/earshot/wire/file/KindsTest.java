package dev.earshot.wire.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.wire.Files;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What files are taken for, and how they are refused. */
class KindsTest {
    private static String archive(String variable) {
        return variable
                + " = [\n  {\n    \"tweet\" : {\n      \"retweeted\" : false,\n      \"id_str\" :"
                + " \"1580000000000000201\",\n      \"created_at\" : \"Wed Oct 12 00:00:00 +0000"
                + " 2022\",\n      \"full_text\" : \"the kettle &amp; the tea\",\n      \"lang\" :"
                + " \"en\"\n    }\n  },\n  {\n    \"tweet\" : {\n      \"id_str\" :"
                + " \"1580000000000000202\",\n      \"created_at\" : \"Wed Oct 12 00:01:00 +0000"
                + " 2022\",\n      \"full_text\" : \"more tea\"\n    }\n  }\n]\n";
    }

    @Test
    void archiveOfX_isReadPostByPost() throws IOException {
        for (String variable :
                List.of(
                        "window.YTD.tweets.part0",
                        "window.YTD.tweet.part12",
                        "window.YTD.community_tweet.part0",
                        "// exported\nvar posts")) {
            assertThat(Files.read("tweets.js", archive(variable)).texts())
                    .as(variable)
                    .containsExactly("the kettle & the tea", "more tea");
        }
    }

    @Test
    void archiveOfX_withOtherThings_isRefusedWithTheWayOn() throws IOException {
        for (String part : List.of("like", "direct_messages", "deleted_tweets", "follower")) {
            assertThat(
                            Files.refusal(
                                    "part.js",
                                    "window.YTD." + part + ".part0 = [\n {\"" + part + "\":{}}]"))
                    .as(part)
                    .contains("no posts of its owner", "data/tweets.js");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '^',
            quoteCharacter = '~',
            value = {
                "<!DOCTYPE html>\\n<html><head><title>message</title></head><body>text</body></html> ^ a web page",
                "<html>\\n<body>\\n<p>text\\n</body></html> ^ a web page",
                "<?xml version=\"1.0\"?>\\n<svg xmlns=\"x\"><title>\\ntext\\n</title></svg> ^ a drawing (SVG)",
                "<?xml version=\"1.0\"?>\\n<posts>\\n<title>\\ntext\\n</title></posts> ^ XML that is no feed",
                "# Message\\n\\ntext\\n\\n| Text | Date |\\n|---|---|\\n| a | 2024-11-05 |\\n ^ Markdown",
                "# Notes\\n\\n- text\\n- message\\n- title\\n ^ Markdown",
                "[14/10/2021, 3:34:09 PM] Ann: text\\nsecond line\\n[14/10/2021, 3:35:00 PM] Bo: no\\n ^ a chat log",
                "14.10.21, 15:34 - Ann: text\\n14.10.21, 15:35 - Bo: no\\n ^ a chat log",
                "{\\rtf1\\ansi text} ^ a document (RTF)",
                "import os\\ntext = 1\\nmessage = 2\\n ^ a program's source",
                "From kim@example.com Tue Nov 5\\nSubject: text\\n\\nmessage\\n ^ an e-mail",
                "1\\n00:00:01,000 --> 00:00:02,000\\ntext\\n ^ subtitles",
                "Dear diary,\\nnothing happened.\\nmessage\\ntoday\\n ^ plain text",
                "%PDF-1.7 ^ a PDF",
                "PK\u0003\u0004 [Content_Types].xml xl/workbook.xml ^ a spreadsheet",
                "PK\u0003\u0004 word/document.xml ^ a document of an office",
                "SQLite format 3 ^ an SQLite database",
                "7z\u00BC\u00AF ^ an archive that is neither",
                ":\u00A2eroots\u0081\u00D8*gversion\u0001 ^ a Bluesky repository",
            })
    void kindThatIsNotRead_isNamedWithTheWayOn(String content, String name) throws IOException {
        byte[] bytes = escaped(content).getBytes(StandardCharsets.ISO_8859_1);

        assertThat(Files.read("file", bytes).refusal())
                .startsWith("the file is " + name)
                .contains(";");
    }

    private static String escaped(String content) {
        return content.replace("\\n", "\n").replace("\\\\", "\\");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "windows-1252 | Nestlé is awful – never again’",
                "windows-1252 | Die Größe ist schön",
                "windows-1252 | ¿Por qué, señor? ¡Mañana!",
                "windows-1252 | I don’t like it",
                "windows-1252 | the “support” is useless",
                "windows-1252 | no… just no – 5 €",
                "windows-1252 | l’équipe n’a rien fait",
                "x-MacRoman | I don’t like it",
                "x-MacRoman | the “support” is useless",
                "x-MacRoman | no… just no – 5 €",
                "x-MacRoman | María está aquí",
                "x-MacRoman | l’équipe n’a rien fait",
                "x-MacRoman | Nestlé is awful – never again’",
                "x-MacRoman | Die Größe ist schön",
                "x-MacRoman | Très déçu, ça ne va pas",
                "windows-1251 | Очень плохой телефон, батарея садится",
                "windows-1250 | Żenująca jakość, zły wybór",
                "Shift_JIS | このスマホは最悪です。すぐに電池が切れる",
                "GB18030 | 这部手机很差，电池一个小时就没电了",
                "Big5 | 這部手機很差，電池一個小時就沒電了，客服也不回覆",
                "EUC-KR | 이 휴대폰 정말 최악이에요. 배터리가 안 가요",
                "UTF-16LE | Nestlé is awful",
                "UTF-16BE | Очень плохой телефон",
                "UTF-8 | Nestlé 😡",
            })
    void table_inAnyEncoding_isReadAndTheEncodingNamed(String charset, String text)
            throws IOException {
        String table = "id,text,date\n1," + '"' + text + '"' + ",2024-11-05\n2,plain,2024-11-05\n";

        Files.Outcome outcome = Files.read("a.csv", table.getBytes(Charset.forName(charset)));

        assertThat(outcome.texts()).containsExactly(text, "plain");
        assertThat(outcome.described().encoding().replace("Mac Roman", "x-MacRoman"))
                .startsWithIgnoringCase(charset);
    }

    @Test
    void bytesThatMeanNothing_areRefusedWithTheirRowAndNeverBecomeASign() throws IOException {
        var rows = new StringBuilder("id,text\n");
        for (int i = 0; i < 40; i++) {
            rows.append(i).append(",Nestlé ").append(i).append('\n');
        }
        byte[] bytes = (rows + "x,Nestl\u00E9").getBytes(StandardCharsets.UTF_8);
        byte[] broken = java.util.Arrays.copyOf(bytes, bytes.length - 1);

        Files.Outcome outcome = Files.read("a.csv", broken);

        assertThat(outcome.posts()).hasSize(40);
        assertThat(outcome.refused())
                .singleElement()
                .asString()
                .contains("row 42", "save the file as UTF-8");
    }

    @Test
    void signForLostCharacters_isLeftOutAndTold() throws IOException {
        var post = Files.read("a.csv", "id,text\n1,Nestl\uFFFD is awful\n").onlyPost();

        assertThat(post.text()).isEqualTo("Nestl is awful");
        assertThat(post.notes()).singleElement().asString().contains("U+FFFD");
    }

    @Test
    void lostCharacters_withinTextThatWasDecodedTwice_areLeftOutAndTold() throws IOException {
        var post =
                Files.read(
                                "a.csv",
                                "id,text\n1,Nestl\u00ef\u00bf\u00bd is awful; caf\u00c3\u00a9\n")
                        .onlyPost();

        assertThat(post.text()).isEqualTo("Nestl is awful; caf\u00e9");
        assertThat(post.notes()).anyMatch(note -> note.contains("U+FFFD"));
    }
}
