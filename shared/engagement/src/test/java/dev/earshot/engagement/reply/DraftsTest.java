package dev.earshot.engagement.reply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.earshot.core.brand.Brand;
import dev.earshot.core.text.Intent;
import dev.earshot.engagement.cases.Case;
import dev.earshot.engagement.cases.CaseFiles;
import dev.earshot.engagement.cases.CaseKind;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

final class DraftsTest {
    private static final Brand NIVARO =
            new Brand(
                    "nivaro",
                    "Nivaro",
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of("K2 kettle", "Kettle"),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of());

    @Test
    void of_complaint_namesProductIssueAndPlace() {
        Draft draft =
                draft(
                        "en",
                        "My k2 Kettle from Jordan's shop in Dublin broke after a week!",
                        Voice.BRIEF);

        assertThat(draft.facts())
                .containsEntry("product", "K2 kettle")
                .containsEntry("issue", "the damage")
                .containsEntry("place", "Dublin");
        assertThat(draft.text())
                .contains(
                        "Sorry about that, the damage in Dublin. Please send us your order number"
                                + " in a direct message and we'll look into it. Nivaro");
        assertThat(draft.warnings()).isEmpty();
    }

    @Test
    void of_textWithoutFacts_leavesTheirPartsOut() {
        assertThat(draft("en", "I am so disappointed.", Voice.WARM).text().orElseThrow())
                .startsWith("Hi, we're sorry for the trouble. That is");
        assertThat(draft("en", "The kettle!", Voice.WARM).text().orElseThrow())
                .startsWith("Hi, we're sorry for the trouble with Kettle. That is");
    }

    @Test
    void of_fourLanguages_areAnsweredInTheirOwn() {
        assertThat(draft("de", "Der Kettle aus Hamburg ist kaputt", Voice.FORMAL).text())
                .hasValueSatisfying(text -> assertThat(text).contains("mit dem Schaden"));
        assertThat(draft("de-AT", "Die Lieferung fehlt", Voice.WARM).text())
                .hasValueSatisfying(text -> assertThat(text).contains("mit der Lieferung"));
        assertThat(draft("es", "El paquete no ha llegado a Madrid", Voice.WARM).text())
                .hasValueSatisfying(text -> assertThat(text).contains("con la entrega"));
        assertThat(draft("fr", "La livraison est en retard à Paris", Voice.WARM).text())
                .hasValueSatisfying(
                        text -> assertThat(text).contains("liés à la livraison", "à Paris"));
    }

    @Test
    void of_languageWithoutTemplates_isEnglishAndSaysSo() {
        Draft draft = draft("sv", "Trasig", Voice.WARM);

        assertThat(draft.language()).isEqualTo("en");
        assertThat(draft.warnings()).anyMatch(warning -> warning.contains("(sv)"));
    }

    @Test
    void of_unsureCase_hasNoDraftAndSaysWhy() {
        Case unsure = CaseFiles.of(Intent.COMPLAINT, 0.45, false, false, "en");

        Draft draft = Drafts.of(unsure, Optional.of("hm"), NIVARO, Voice.WARM);

        assertThat(draft.text()).isEmpty();
        assertThat(draft.warnings())
                .contains("no draft: the model is not sure what the post wants (complaint, 45 %)");
    }

    @Test
    void of_ironyAndSafety_areWarnedOf() {
        Case ironic = CaseFiles.of(Intent.COMPLAINT, 0.9, true, true, "en");
        Case unsafe = CaseFiles.of(Intent.SAFETY_OR_LEGAL, 0.9, true, false, "en");

        assertThat(Drafts.of(ironic, Optional.of("Great."), NIVARO, Voice.WARM).warnings())
                .anyMatch(warning -> warning.contains("ironic"));
        Draft draft = Drafts.of(unsafe, Optional.of("It caught fire"), NIVARO, Voice.WARM);
        assertThat(draft.warnings()).anyMatch(warning -> warning.contains("safety"));
        assertThat(draft.text().orElseThrow()).doesNotContain("sorry");
    }

    @Test
    void of_textFullOfPersonalData_holdsNoneOfIt() {
        List<String> personal =
                List.of(
                        "ann.o'leary@example.com",
                        "+353 1 496 0123",
                        "@ann_oleary",
                        "Ann O'Leary",
                        "Paris Hilton",
                        "12 Elm Street",
                        "DE89 3704 0044 0532 0130 00",
                        "order 4711-0815",
                        "Zoë Müller-Lüdenscheidt");
        List<String> frames =
                List.of(
                        "My Kettle broke, call %s",
                        "in %s the delivery never came",
                        "from %s near Dublin",
                        "refund me at %s!",
                        "Ich bin in %s, kaputt");
        Set<String> allowed = vocabulary();
        var random = new Random(5);
        for (int i = 0; i < 400; i++) {
            String text =
                    frames.get(random.nextInt(frames.size()))
                            .formatted(personal.get(random.nextInt(personal.size())));
            for (String language : ReplyLibrary.LANGUAGES) {
                Voice voice = random.nextBoolean() ? Voice.WARM : Voice.FORMAL;
                Draft draft = draft(language, text, voice);

                assertThat(words(draft.text().orElseThrow()))
                        .as("%s in %s", text, language)
                        .isSubsetOf(allowed);
            }
        }
    }

    @Test
    void library_everyLanguage_hasEveryTemplateAndTheSameIssues() {
        Set<String> issues = issues("en");
        for (String language : ReplyLibrary.LANGUAGES) {
            ReplyLibrary library = ReplyLibrary.of(language).orElseThrow();
            assertThat(issues(language)).isEqualTo(issues);
            for (CaseKind kind : CaseKind.values()) {
                for (Voice voice : Voice.values()) {
                    assertThat(Drafts.filled(library.template(kind, voice), Map.of("brand", "B")))
                            .contains("B")
                            .doesNotContain("{", "[", "  ", " .", " ,");
                }
            }
        }
    }

    private static Draft draft(String language, String text, Voice voice) {
        return Drafts.of(
                CaseFiles.of(Intent.COMPLAINT, 0.9, true, false, language),
                Optional.of(text),
                NIVARO,
                voice);
    }

    private static Set<String> issues(String language) {
        return ReplyLibrary.of(language).orElseThrow().issues().stream()
                .map(ReplyLibrary.Issue::key)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The words of all templates, of the brand's record, and of the one place in the frames. */
    private static Set<String> vocabulary() {
        Set<String> words = new TreeSet<>(words("Nivaro Kettle K2 kettle Dublin"));
        for (String language : ReplyLibrary.LANGUAGES) {
            ReplyLibrary library = ReplyLibrary.of(language).orElseThrow();
            library.issues().forEach(issue -> words.addAll(words(issue.name())));
            for (CaseKind kind : CaseKind.values()) {
                for (Voice voice : Voice.values()) {
                    words.addAll(words(library.template(kind, voice)));
                }
            }
        }
        return words;
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.split("[^\\p{L}\\p{N}'’]+", -1))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
