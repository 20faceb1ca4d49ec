package dev.earshot.local.template;

import java.nio.file.Path;
import java.util.Map;

/** Templates as the embedded cloud reads them here. */
final class Templates {
    static final Surroundings HERE =
            new Surroundings("000000000000", "eu-west-1", "stack", "http://127.0.0.1:9324");

    private Templates() {}

    static CloudTemplate production(Map<String, String> parameters) throws Exception {
        return TemplateReader.read(
                Path.of(System.getProperty("earshot.root"), "template.yaml"), parameters, HERE);
    }

    static CloudTemplate read(String resources) {
        return TemplateReader.read("Resources:\n" + resources.indent(2), "test", Map.of(), HERE);
    }
}
