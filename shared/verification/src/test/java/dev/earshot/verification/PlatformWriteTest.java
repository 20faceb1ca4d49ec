package dev.earshot.verification;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds the promise that nothing is ever sent to a platform: drafts are for people. */
final class PlatformWriteTest {
    /** Names of libraries that write to platforms, and packages that these have. */
    private static final List<String> CLIENTS =
            List.of(
                    "twitter4j",
                    "twitter-api",
                    "twittered",
                    "com/twitter/clientlib",
                    "restfb",
                    "facebook-java",
                    "facebook4j",
                    "instagram4j",
                    "jraw",
                    "youtube",
                    "mastodon4j",
                    "bigbone",
                    "bsky4j",
                    "kbsky",
                    "atproto",
                    "telegrambots",
                    "threads-api",
                    "tiktok",
                    "scribejava");

    /** Addresses at which platforms take posts. */
    private static final List<String> ADDRESSES =
            List.of(
                    "api.x.com",
                    "api.twitter.com",
                    "graph.facebook.com",
                    "graph.instagram.com",
                    "graph.threads.net",
                    "oauth.reddit.com",
                    "googleapis.com/youtube",
                    "com.atproto.repo.createRecord",
                    "/api/v1/statuses",
                    "open.tiktokapis.com",
                    "api.telegram.org");

    /** Modules that open connections: AWS's services, and webhooks that the user has set. */
    private static final Set<String> CONNECTING =
            Set.of(
                    "aws",
                    "alerts",
                    "lambda",
                    "local",
                    "cli",
                    "bench",
                    "evaluation",
                    "assembly",
                    "platforms");

    /** The one class that knows where platforms are read; some of them take posts there too. */
    private static final String READING = "dev.earshot.platforms.Platforms";

    /** What sends a body; it may make another of itself. */
    private static final String POSTS = "dev.earshot.collect.feed.Ask$Post";

    /** The only ones that send anything but a question to a platform: a key, for a token. */
    private static final Set<String> SIGNING_IN =
            Set.of("dev.earshot.platforms.BlueskySignIn", "dev.earshot.platforms.RedditSignIn");

    private static JavaClasses project;

    @BeforeAll
    static void readTheProject() {
        project =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("dev.earshot");
    }

    @Test
    void classPath_holdsNoClientOfAPlatform() {
        List<String> jars =
                Arrays.stream(
                                System.getProperty("java.class.path", "")
                                        .split(File.pathSeparator, -1))
                        .map(path -> new File(path).getName().toLowerCase(Locale.ROOT))
                        .filter(name -> CLIENTS.stream().anyMatch(name::contains))
                        .toList();
        Set<String> packages =
                project.stream()
                        .flatMap(each -> each.getDirectDependenciesFromSelf().stream())
                        .map(dependency -> dependency.getTargetClass().getPackageName())
                        .map(name -> name.replace('.', '/'))
                        .filter(name -> !name.startsWith("dev/earshot"))
                        .filter(name -> CLIENTS.stream().anyMatch(name::contains))
                        .collect(Collectors.toSet());

        assertThat(jars).isEmpty();
        assertThat(packages).isEmpty();
    }

    @Test
    void classes_holdNoAddressAtWhichAPlatformTakesPosts() throws IOException {
        List<String> found = new java.util.ArrayList<>();
        for (JavaClass each : project) {
            if (each.getPackageName().equals(getClass().getPackageName())) {
                continue; // These very words stand here.
            }
            if (each.getName().equals(READING)) {
                continue; // What is sent there is the next test's.
            }
            String constants = constants(each);
            ADDRESSES.stream()
                    .filter(constants::contains)
                    .forEach(address -> found.add(each.getName() + " holds " + address));
        }

        assertThat(project).hasSizeGreaterThan(500);
        assertThat(found).isEmpty();
    }

    @Test
    void collectors_sendNothingButQuestionsAndTheirKeys() {
        Set<String> posting =
                project.stream()
                        .filter(each -> !each.getName().equals(POSTS))
                        .filter(
                                each ->
                                        each.getConstructorCallsFromSelf().stream()
                                                .anyMatch(
                                                        call ->
                                                                call.getTargetOwner()
                                                                        .getName()
                                                                        .equals(POSTS)))
                        .map(JavaClass::getName)
                        .collect(Collectors.toSet());

        assertThat(project.contain(POSTS)).isTrue();
        assertThat(posting).isEqualTo(SIGNING_IN);
    }

    @Test
    void connections_areOpenedByNobodyElse() {
        Set<String> connecting =
                project.stream()
                        .filter(
                                each ->
                                        each.getDirectDependenciesFromSelf().stream()
                                                .map(
                                                        dependency ->
                                                                dependency
                                                                        .getTargetClass()
                                                                        .getName())
                                                .anyMatch(
                                                        name ->
                                                                name.startsWith("java.net.http.")
                                                                        || name.equals(
                                                                                "java.net.Socket")
                                                                        || name.equals(
                                                                                "java.net.URLConnection")
                                                                        || name.equals(
                                                                                "java.net.HttpURLConnection")))
                        .map(each -> each.getPackageName().split("\\.", -1)[2])
                        .collect(Collectors.toSet());

        assertThat(connecting).isNotEmpty().isSubsetOf(CONNECTING);
    }

    private static String constants(JavaClass each) throws IOException {
        URI uri = each.getSource().orElseThrow().getUri();
        try (InputStream in = uri.toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
