package dev.earshot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

final class MainTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | unknown command ''",
                "upp | unknown command 'upp'; did you mean 'up'?",
                "analyse x | unknown command 'analyse'; did you mean 'analyze'?",
                "up --stat x | unknown option '--stat' for 'up'; did you mean '--state'?",
                "up -x | unknown option '-x' for 'up'",
                "up x | 'up' takes no argument 'x'",
                "up --port | --port needs a value, N",
                "up --port= | --port needs a value, N",
                "up --port --state | --port needs a value, N",
                "up --port 70000 | --port must be a whole number from 0 to 65535, but got '70000'",
                "up --port eighty | --port must be a whole number from 0 to 65535, but got 'eighty'",
                "up --port 1 --port 2 | --port is given twice",
                "up --state= | --state needs a value, DIR",
                "down --state /nowhere/at/all | no stack is running on /nowhere/at/all",
                "down --stale | did you mean '--state'?",
                "claim | 'claim' needs BRAND",
                "key | 'key' needs --workspace NAME",
                "key --workspace= | --workspace needs a value, NAME",
                "key --workspace a --scopes read,rite"
                        + " | --scopes must be one of read, write, originals, resolve, admin, but got"
                        + " 'rite'",
                "key --workspace a --state /nowhere/at/all | no stack is running on"
                        + " /nowhere/at/all; start one with",
                "demo now | 'demo' takes no argument 'now'",
                "analyze | 'analyze' needs FILE",
                "analyze missing.ndjson | FILE must be an existing file, but got 'missing.ndjson'",
                "analyze pom.xml missing | FILE must be an existing file, but got 'missing'",
                "analyze . | FILE must be a file, not a folder, but got '.'",
                "analyze --colour - | unknown option '--colour' for 'analyze'",
                "analyze - --brands missing.json"
                        + " | --brands must be an existing file, but got 'missing.json'",
                "explain | 'explain' needs TEXT",
                "explain --jso text | unknown option '--jso' for 'explain'; did you mean '--json'?",
                "explain --brands missing text | --brands must be an existing file",
                "explain --language= text | --language needs a value, TAG",
                "score --al | unknown option '--al' for 'score'; did you mean '--all'?",
                "score --state /nowhere/at/all | no stack is running on /nowhere/at/all",
                "influencers | 'influencers' needs --brand B",
                "influencers --brand b --limit 101 | --limit must be a whole number from 1 to 100, but"
                        + " got '101'",
                "influencers --brand b --min-followers -1 | --min-followers must be a whole number of"
                        + " at least 0, but got '-1'",
                "influencers --brand b missing | FILE must be an existing file, but got 'missing'",
                "influencers --brand b --state /nowhere/at/all | no stack is running",
                "influencers --brand b --platform orkut | --platform must be one of x,",
                "influencers --brand b --price ann=much | --price",
                "influencers --brand b --brands missing.json pom.xml | --brands must be an existing"
                        + " file, but got 'missing.json'",
                "influencers --brand b pom.xml | with files, --brands FILE must name the brands",
                "eval | 'eval' needs what to measure, one of: text, vision,",
                "eval txt | unknown command 'txt'; did you mean 'text'?",
                "eval text --data missing | --data must be an existing folder, but got 'missing'",
                "eval text --only heads,tails | --only must be one of heads, languages, own, shares,"
                        + " sources, explanations, behaviour, bias, but got 'tails'",
                "eval text --feedback missing | --feedback must be an existing file",
                "eval text --set mood=x | --set must be HEAD=FILE, with a HEAD of sentiment,",
                "eval text --set sentiment=missing | --set must be an existing file",
                "eval text --only heads --write | --write needs a full run; leave out --only",
                "eval vision --data missing | --data must be an existing folder",
                "eval vision --only smells | --only must be one of objects,",
                "eval vision --only text --write | --write needs a full run; leave out --only",
                "eval influencers --quik | did you mean '--quick'?",
                "eval influencers --data missing | --data must be an existing folder",
                "eval influencers --quick --write | --write needs a full run; leave out --quick",
                "languages x | 'languages' takes no argument 'x'",
                "help upp | unknown command 'upp'; did you mean 'up'?",
                "help eval txt | unknown command 'txt'; did you mean 'text'?"
            })
    void mistake_getsOneLineAndCode2(String line, String complaint) {
        CommandLineRun ran = CommandLineRun.of(line.split(" ", -1));

        assertThat(ran.error()).startsWith("earshot: ").contains(complaint).hasLineCount(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.code()).isEqualTo(2);
    }

    @Test
    void noCommand_isAMistake() {
        CommandLineRun ran = CommandLineRun.of();

        assertThat(ran.error())
                .isEqualTo("earshot: a command is missing; see './earshot --help'\n");
        assertThat(ran.code()).isEqualTo(2);
    }

    @Test
    void brandsFile_thatHoldsNoBrands_isAMistake(@TempDir Path folder) throws Exception {
        String file = Files.writeString(folder.resolve("brands.json"), "{}").toString();

        CommandLineRun ran = CommandLineRun.of("explain", "--brands", file, "text");

        assertThat(ran.error())
                .isEqualTo("earshot: " + file + " must hold a JSON array of brands\n");
        assertThat(ran.code()).isEqualTo(2);
    }

    @Test
    void brandsFile_thatHoldsOneBrandTwice_isToldItsPlace(@TempDir Path folder) throws Exception {
        String file =
                Files.writeString(
                                folder.resolve("brands.json"),
                                "[{\"name\":\"Acme\"},{\"name\":\"Other\"},{\"name\":\"Acme\"}]")
                        .toString();

        CommandLineRun ran =
                CommandLineRun.of("influencers", "--brand", "acme", "--brands", file, file);

        assertThat(ran.error())
                .isEqualTo(
                        "earshot: "
                                + file
                                + ": [2].id is 'acme', which the list already holds; give each brand"
                                + " its own id\n");
        assertThat(ran.code()).isEqualTo(2);
    }

    @Test
    void explainBrand_saysByWhichRuleEachMentionCounts() {
        CommandLineRun ran =
                CommandLineRun.of("explain", "--brand", "Ford", "Harrison Ford has two Fords");

        assertThat(ran.out())
                .isEqualTo(
                        """
                        Harrison Ford has two Fords
                          ford at 9-13, "Ford": does not count (person: the name is part of a\
                         person's name, "Harrison")
                          ford at 22-27, "Fords": counts (plural: the name with an ending of the\
                         plural, "s")
                        """);
        assertThat(ran.code()).isZero();
    }

    @Test
    void portInUse_isReportedBeforeAnythingStarts(@TempDir Path folder) throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            CommandLineRun ran =
                    CommandLineRun.of(
                            "up",
                            "--state",
                            folder.toString(),
                            "--port",
                            String.valueOf(taken.getLocalPort()));

            assertThat(ran.code()).isEqualTo(2);
            assertThat(ran.error()).contains("is in use; choose another with --port");
            assertThat(folder).isEmptyDirectory();
        }
    }
}
