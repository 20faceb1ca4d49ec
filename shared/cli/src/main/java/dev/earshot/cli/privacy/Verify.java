package dev.earshot.cli.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.earshot.cli.command.ExistingFile;
import dev.earshot.core.audit.AuditEntry;
import dev.earshot.core.audit.AuditUse;
import dev.earshot.core.privacy.Statement;
import dev.earshot.core.privacy.Statement.Verdict;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * {@code privacy verify FILE}: checks a statement without the stack that signed it. Exit code 0 if
 * it is genuine, 1 if it was forged or altered, 2 if the file is missing.
 */
@Command(
        name = "verify",
        description = "Checks a signed statement offline. Exit code 1 if it was forged or altered.")
final class Verify implements Callable<Integer> {
    @Parameters(
            paramLabel = "FILE",
            converter = ExistingFile.class,
            description =
                    "The answer of POST /v1/privacy/statements, of a request's receipt, or of GET"
                            + " /v1/privacy/audit.")
    private Path file = Path.of("");

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = {
                "The key that must have signed it: statementKey of GET /v1/privacy/duties.",
                "Default: the one that the statement names, whose owner it can't prove"
            })
    private @Nullable String key;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PrintStream out;

    Verify(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException {
        // Bytes that are no UTF-8 become others, which no signature fits
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        if (text.stripLeading().startsWith("{")) {
            return audit(text);
        }
        switch (Statement.check(text)) {
            case Verdict.Forged forged -> {
                out.println("NOT GENUINE: " + forged.reason());
                return 1;
            }
            case Verdict.Genuine genuine -> {
                if (key != null && !key.equals(genuine.key())) {
                    out.println("NOT GENUINE: it was signed with another key, " + genuine.key());
                    return 1;
                }
                out.println("Genuine: not altered since it was signed with " + genuine.key());
                if (key == null) {
                    out.println(
                            "Whose key that is: compare it with statementKey of GET"
                                    + " /v1/privacy/duties, or give it with --key.");
                }
                return 0;
            }
        }
    }

    /** An answer of GET /v1/privacy/audit: what it says of itself is not asked. */
    private int audit(String text) throws IOException {
        List<AuditEntry> lines = new ArrayList<>();
        try {
            JSON.readTree(text).required("lines").forEach(line -> lines.add(entry(line)));
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
            out.println("NOT GENUINE: this is no answer of GET /v1/privacy/audit");
            return 1;
        }
        Optional<String> fault = AuditEntry.fault(lines);
        if (fault.isPresent()) {
            out.println("NOT GENUINE: " + fault.get());
            return 1;
        }
        out.println(
                lines.isEmpty()
                        ? "Genuine: no line"
                        : "Genuine: lines "
                                + lines.getFirst().number()
                                + " to "
                                + lines.getLast().number()
                                + " follow on each other; the last hash is "
                                + lines.getLast().hash());
        return 0;
    }

    private static AuditEntry entry(JsonNode line) {
        return new AuditEntry(
                line.required("number").asLong(),
                new AuditUse(
                        Instant.parse(line.required("at").asText()),
                        line.required("caller").asText(),
                        line.required("action").asText(),
                        line.required("subject").asText(),
                        line.required("purpose").asText(),
                        line.required("granted").asBoolean()),
                line.required("before").asText(),
                line.required("hash").asText());
    }
}
