package dev.earshot.local.template;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Loads YAML with CloudFormation's short forms, each expanded to its long form: {@code !Ref x} is
 * {@code {Ref: x}}, {@code !GetAtt a.b} is {@code {Fn::GetAtt: [a, b]}}. A tag that CloudFormation
 * does not know is refused with its line. Thread-safe: holds no state.
 */
final class CloudFormationYaml {
    private static final Set<String> FUNCTIONS =
            Set.of(
                    "And",
                    "Base64",
                    "Cidr",
                    "Contains",
                    "Equals",
                    "FindInMap",
                    "GetAZs",
                    "GetAtt",
                    "If",
                    "ImportValue",
                    "Join",
                    "Length",
                    "Not",
                    "Or",
                    "Select",
                    "Split",
                    "Sub",
                    "ToJsonString",
                    "Transform");

    private CloudFormationYaml() {}

    static Map<String, Object> load(String text, String source) {
        Object loaded;
        try {
            LoaderOptions options = new LoaderOptions();
            options.setAllowDuplicateKeys(false);
            loaded = new Yaml(new Tags(options)).load(text);
        } catch (MarkedYAMLException e) {
            throw new TemplateException(source + " is not readable YAML: " + e.getMessage(), e);
        }
        if (!(loaded instanceof Map<?, ?> map)) {
            throw new TemplateException(
                    source
                            + " must hold a mapping, but holds "
                            + (loaded == null ? "nothing" : loaded.getClass().getSimpleName()));
        }
        return keyed(map);
    }

    static Map<String, Object> keyed(Map<?, ?> map) {
        Map<String, Object> keyed = new LinkedHashMap<>();
        map.forEach((key, value) -> keyed.put(String.valueOf(key), value));
        return keyed;
    }

    private static final class Tags extends SafeConstructor {
        Tags(LoaderOptions options) {
            super(options);
            yamlMultiConstructors.put("!", new ShortForm());
            // A template's version (2010-09-09) is a string: CloudFormation has no dates.
            yamlConstructors.put(Tag.TIMESTAMP, new ConstructYamlStr());
        }

        private final class ShortForm extends AbstractConstruct {
            @Override
            public @Nullable Object construct(Node node) {
                String name = node.getTag().getValue().substring(1);
                Object value = value(node);
                if (name.equals("Ref") || name.equals("Condition")) {
                    return Map.of(name, value);
                }
                if (!FUNCTIONS.contains(name)) {
                    throw new TemplateException(
                            "unknown tag !"
                                    + name
                                    + " at line "
                                    + (node.getStartMark().getLine() + 1));
                }
                if (name.equals("GetAtt") && value instanceof String path) {
                    int dot = path.indexOf('.');
                    if (dot < 1) {
                        throw new TemplateException(
                                "!GetAtt needs Resource.Attribute, but got "
                                        + path
                                        + " at line "
                                        + (node.getStartMark().getLine() + 1));
                    }
                    value = List.of(path.substring(0, dot), path.substring(dot + 1));
                }
                return Map.of("Fn::" + name, value);
            }

            private Object value(Node node) {
                return switch (node) {
                    case ScalarNode scalar -> scalar.getValue();
                    case SequenceNode sequence -> new ArrayList<>(constructSequence(sequence));
                    case MappingNode mapping -> new LinkedHashMap<>(constructMapping(mapping));
                    default ->
                            throw new TemplateException(
                                    "cannot read "
                                            + node.getTag()
                                            + " at line "
                                            + (node.getStartMark().getLine() + 1));
                };
            }
        }
    }
}
