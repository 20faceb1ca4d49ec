package dev.earshot.cli.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.earshot.cli.command.UsageException;
import dev.earshot.core.post.Platform;
import dev.earshot.local.EmbeddedCloud;
import dev.earshot.local.Project;
import dev.earshot.local.template.CloudTemplate;
import dev.earshot.local.template.Surroundings;
import dev.earshot.local.template.TemplateReader;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/**
 * {@code dpia}: a data protection impact assessment by the template's real settings. Exit code 1 if
 * a platform's terms have something against them.
 */
@Command(
        name = "dpia",
        description = {
            "Fills a data protection impact assessment from the template's settings.",
            "Exit code 1 if a platform's terms have something against them."
        })
public final class Dpia implements Callable<Integer> {
    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = {
                "A parameter of the template, as it is deployed.",
                "Default: the template's"
            })
    private Map<String, String> parameters = new TreeMap<>();

    @Option(
            names = "--platform",
            paramLabel = "NAME",
            split = ",",
            description = "The platforms whose posts are collected. Default: all")
    private List<String> platforms = new ArrayList<>();

    @Option(names = "--json", description = "As JSON for the CNIL's tool PIA. Default: Markdown")
    private boolean json;

    @Option(
            names = "--notice",
            description = {
                "A page for the people observed, to be published.",
                "Default: the assessment"
            })
    private boolean notice;

    private final PrintStream out;
    private final InstantSource clock;

    public Dpia(PrintStream out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException {
        Practice practice = Practice.of(settings(), collected());
        if (json) {
            out.println(json(practice));
        } else if (notice) {
            out.print(Notices.page(practice));
        } else {
            out.print(markdown(practice));
        }
        return practice.objections().isEmpty() ? 0 : 1;
    }

    private Map<String, String> settings() throws IOException {
        CloudTemplate template =
                TemplateReader.read(
                        Project.template(),
                        parameters,
                        new Surroundings(
                                EmbeddedCloud.ACCOUNT,
                                EmbeddedCloud.REGION,
                                "earshot",
                                "https://sqs.invalid"));
        return template.function("AnalyzePostsFunction").environment();
    }

    private Set<Platform> collected() {
        if (platforms.isEmpty()) {
            return EnumSet.allOf(Platform.class);
        }
        Set<Platform> named = EnumSet.noneOf(Platform.class);
        for (String name : platforms) {
            named.add(
                    Platform.of(name)
                            .orElseThrow(
                                    () ->
                                            new UsageException(
                                                    "--platform must name platforms such as x or"
                                                            + " bluesky, got '"
                                                            + name
                                                            + "'")));
        }
        return named;
    }

    private static String markdown(Practice practice) {
        var text = new StringBuilder("# Data protection impact assessment\n\n");
        text.append("What stands in square brackets the operator alone knows. Not legal advice.\n");
        List<String> objections = practice.objections();
        if (!objections.isEmpty()) {
            text.append("\n## Against these settings\n\n");
            objections.forEach(each -> text.append("* ").append(each).append('\n'));
        }
        text.append("\n## Context, principles and rights\n");
        Assessment.answers(practice)
                .forEach(
                        answer ->
                                text.append("\n### ")
                                        .append(answer.question())
                                        .append("\n\n")
                                        .append(answer.text())
                                        .append('\n'));
        text.append("\n## Measures\n\n");
        Assessment.measures()
                .forEach(
                        measure ->
                                text.append("* **")
                                        .append(measure.get(0))
                                        .append("**: ")
                                        .append(measure.get(1))
                                        .append('\n'));
        return text.toString();
    }

    private String json(Practice practice) throws JsonProcessingException {
        var mapper = new ObjectMapper();
        ObjectNode root = mapper.createObjectNode();
        String now = clock.instant().toString();
        root.putObject("pia")
                .put("name", "Earshot")
                .put("category", "Social media analysis")
                .put("author_name", "")
                .put("evaluator_name", "")
                .put("validator_name", "")
                .put("status", 0)
                .put("created_at", now)
                .put("updated_at", now);
        ArrayNode answers = root.putArray("answers");
        for (Assessment.Answer answer : Assessment.answers(practice)) {
            ObjectNode node = answers.addObject();
            node.put("reference_to", String.valueOf(answer.reference()));
            node.putObject("data").put("text", answer.text()).putNull("gauge").putArray("list");
            node.put("created_at", now).put("updated_at", now);
        }
        ArrayNode measures = root.putArray("measures");
        for (List<String> measure : Assessment.measures()) {
            measures.addObject()
                    .put("title", measure.get(0))
                    .put("content", measure.get(1))
                    .put("placeholder", "")
                    .put("created_at", now)
                    .put("updated_at", now);
        }
        root.putArray("evaluations");
        ArrayNode comments = root.putArray("comments");
        for (String objection : practice.objections()) {
            comments.addObject()
                    .put("reference_to", "215")
                    .put("description", objection)
                    .put("created_at", now)
                    .put("updated_at", now);
        }
        return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    }
}
