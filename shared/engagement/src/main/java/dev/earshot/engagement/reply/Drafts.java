package dev.earshot.engagement.reply;

import dev.earshot.core.brand.Brand;
import dev.earshot.core.text.Reading;
import dev.earshot.engagement.cases.Case;
import dev.earshot.engagement.cases.CaseKind;
import dev.earshot.engagement.cases.CaseRules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Suggests answers from a library of templates. Stateless. */
public final class Drafts {
    private static final Pattern OPTIONAL = Pattern.compile("\\[([^\\]]*)\\]");
    private static final Pattern SLOT = Pattern.compile("\\{(\\w+)\\}");

    private Drafts() {}

    /**
     * A draft of an answer to a case.
     *
     * @param text of the case's leading post; empty where it is not kept any more
     * @param brand that answers
     */
    public static Draft of(Case each, Optional<String> text, Brand brand, Voice voice) {
        String spoken = each.lead().reading().language();
        Optional<ReplyLibrary> own = ReplyLibrary.of(spoken);
        ReplyLibrary library = own.orElseGet(ReplyLibrary::first);
        List<String> warnings = new ArrayList<>();
        if (own.isEmpty()) {
            warnings.add(
                    "there are no templates in the post's language ("
                            + spoken
                            + "); this draft is in English");
        }
        if (text.isEmpty()) {
            warnings.add("the post's text is not kept any more, so the draft names no facts");
        }
        Optional<CaseRules.Need> need = each.need();
        if (need.isEmpty()) {
            warnings.add("no draft: by its latest reading the post asks for nothing");
            return none(library, voice, warnings);
        }
        warn(each, need.get(), warnings);
        if (!need.get().sure()) {
            return none(library, voice, warnings);
        }
        CaseKind kind = need.get().kind();
        Map<String, String> facts = facts(text, brand, library);
        return new Draft(
                Optional.of(filled(library.template(kind, voice), slots(facts))),
                warnings,
                library.language(),
                voice,
                kind.key() + "." + voice.key(),
                facts);
    }

    private static Draft none(ReplyLibrary library, Voice voice, List<String> warnings) {
        return new Draft(Optional.empty(), warnings, library.language(), voice, "none", Map.of());
    }

    private static void warn(Case each, CaseRules.Need need, List<String> warnings) {
        if (need.kind() == CaseKind.SAFETY_OR_LEGAL) {
            warnings.add(
                    "it may be a matter of safety or of the law: let the colleagues in charge see"
                            + " it before anybody answers");
        }
        if (CaseRules.ironic(each.lead())) {
            warnings.add("the post may be ironic: read it before you use the draft");
        }
        if (!need.sure()) {
            warnings.add(
                    String.format(
                            Locale.ROOT,
                            "no draft: the model is not sure what the post wants (%s, %.0f %%)",
                            need.kind().key().replace('_', ' '),
                            100 * need.probability()));
        } else if (each.lead().reading() instanceof Reading.Read read && !read.analysis().sure()) {
            warnings.add("the model is not sure of the post's mood: check the tone");
        }
    }

    private static Map<String, String> facts(
            Optional<String> text, Brand brand, ReplyLibrary library) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("brand", brand.name());
        text.ifPresent(
                known -> {
                    PostFacts found = PostFacts.of(known, brand, library);
                    found.product().ifPresent(name -> facts.put("product", name));
                    found.issue().ifPresent(name -> facts.put("issue", name));
                    found.place().ifPresent(name -> facts.put("place", name));
                });
        return facts;
    }

    /** Where no issue is known, the trouble is with the product itself. */
    private static Map<String, String> slots(Map<String, String> facts) {
        Map<String, String> slots = new LinkedHashMap<>(facts);
        if (!facts.containsKey("issue")) {
            String product = slots.remove("product");
            if (product != null) {
                slots.put("issue", product);
            }
        }
        return slots;
    }

    /** Fills the slots, and drops the optional parts of which a fact is unknown. */
    static String filled(String template, Map<String, String> facts) {
        String parts =
                OPTIONAL.matcher(template)
                        .replaceAll(
                                part ->
                                        Matcher.quoteReplacement(
                                                SLOT.matcher(part.group(1))
                                                                .results()
                                                                .allMatch(
                                                                        slot ->
                                                                                facts.containsKey(
                                                                                        slot.group(
                                                                                                1)))
                                                        ? part.group(1)
                                                        : ""));
        return SLOT.matcher(parts)
                .replaceAll(
                        slot -> Matcher.quoteReplacement(facts.getOrDefault(slot.group(1), "")));
    }
}
