package dev.earshot.cli.privacy;

import dev.earshot.core.post.Platform;
import dev.earshot.core.privacy.PersonalStore;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A data protection impact assessment (Regulation (EU) 2016/679, article 35) as far as software can
 * fill it in: what the operator alone knows stands as a question in square brackets. Stateless.
 */
final class Assessment {
    private Assessment() {}

    /**
     * One answer.
     *
     * @param reference the number of the question in the CNIL's tool
     */
    record Answer(int reference, String question, String text) {}

    /** The answers, in the order of the CNIL's questions. */
    static List<Answer> answers(Practice practice) {
        String platforms =
                practice.platforms().stream()
                        .map(Platform::key)
                        .sorted()
                        .collect(Collectors.joining(", "));
        List<Answer> answers = new ArrayList<>();
        answers.add(
                new Answer(
                        111,
                        "Which is the processing under consideration?",
                        "Public posts about registered brands ("
                                + platforms
                                + ") are read by models in the operator's own AWS account: sentiment,"
                                + " emotion, intent. Counts are shown by minute and brand; authors are"
                                + " ranked by a score of influence under a pseudonym. [Why does the"
                                + " operator do this?]"));
        answers.add(
                new Answer(
                        112,
                        "What are the responsibilities linked to the processing?",
                        "The operator is the controller; AWS is a processor. Earshot's authors receive"
                                + " nothing. [Name and contact of the controller and of its data"
                                + " protection officer]"));
        answers.add(
                new Answer(
                        113,
                        "Are there standards applicable to the processing?",
                        "The terms of each platform; GET /v1/privacy/duties lists what they ask."));
        answers.add(new Answer(121, "What are the data processed?", stores()));
        answers.add(
                new Answer(
                        122,
                        "How does the life cycle of data and processes work?",
                        "Queue, analysis, one transaction that stores result and counts. "
                                + practice.texts()
                                + " Each text is encrypted under a key of its own that goes with its"
                                + " post."));
        answers.add(
                new Answer(
                        123,
                        "What are the data supporting assets?",
                        "One DynamoDB table, two S3 buckets, SQS queues, Lambda functions; all named in"
                                + " template.yaml."));
        answers.add(
                new Answer(
                        211,
                        "Are the purposes specified, explicit and legitimate?",
                        "[The operator's purposes]"));
        answers.add(
                new Answer(
                        212,
                        "What are the legal basis making the processing lawful?",
                        "[Usually legitimate interests, article 6(1)(f), with a balancing test; posts"
                                + " may tell special categories, article 9]"));
        answers.add(
                new Answer(
                        213,
                        "Are the data collected adequate, relevant and limited?",
                        "No name, handle, biography or picture of an account is stored with posts;"
                                + " faces are counted and boxed, never recognised. "
                                + practice.texts()));
        answers.add(
                new Answer(
                        214,
                        "Are the data accurate and kept up to date?",
                        "Edits and deletions are followed. Models err: every share has an interval,"
                                + " unsure readings abstain, people correct verdicts."));
        answers.add(
                new Answer(
                        215,
                        "What is the storage duration of the data?",
                        "Texts "
                                + practice.textDays()
                                + " days, results "
                                + practice.resultDays()
                                + " days, counts "
                                + practice.countDays()
                                + " days; what was erased can be brought back by point-in-time recovery"
                                + " for 35 days more."));
        answers.add(
                new Answer(
                        221,
                        "How are the data subjects informed?",
                        "By a page that './earshot dpia --notice' writes and the operator publishes."
                                + " [Where?]"));
        answers.add(
                new Answer(222, "How is consent obtained?", "Consent is not the basis. [Confirm]"));
        answers.add(
                new Answer(
                        223,
                        "How can data subjects exercise access and portability?",
                        "POST /v1/privacy/requests; a copy for machines and a signed receipt."));
        answers.add(
                new Answer(
                        224,
                        "How can data subjects exercise rectification and erasure?",
                        "POST /v1/privacy/requests. Erasure reaches every store, is looked for twice,"
                                + " and leaves a digest that keeps the person from coming back."));
        answers.add(
                new Answer(
                        225,
                        "How can data subjects exercise restriction and objection?",
                        "POST /v1/privacy/requests with right objection: no score, no leaderboard from"
                                + " the next read on."));
        answers.add(
                new Answer(
                        226,
                        "Are the obligations of the processors governed by a contract?",
                        "[AWS' data processing addendum]"));
        answers.add(
                new Answer(
                        227,
                        "Are data transferred outside the European Union protected?",
                        "Data stays in the region of the stack. [Which? Webhooks and e-mail go where"
                                + " the operator sends them]"));
        return answers;
    }

    private static String stores() {
        return Practice.stores().stream()
                .map(store -> store.holds() + " (" + goes(store.erasure()) + ")")
                .collect(Collectors.joining("; "));
    }

    private static String goes(PersonalStore.Erasure erasure) {
        return switch (erasure) {
            case NOTHING_TO_ERASE -> "tells of nobody";
            case WITH_THE_POST -> "goes with the post";
            case AT_ONCE -> "goes at once";
            case KEPT_AS_A_MARK -> "stays, as a digest";
            case WITH_ITS_TIME -> "goes when results expire";
            case BY_THE_SWEEP -> "goes with the next hourly sweep";
            case BY_THE_OPERATOR -> "the operator's own";
        };
    }

    /** Measures that exist, as title and words. */
    static List<List<String>> measures() {
        return List.of(
                List.of(
                        "Pseudonyms",
                        "Authors' ids are hashed with a secret key (HMAC-SHA-256) as a message is"
                                + " read."),
                List.of(
                        "Encryption",
                        "Texts are sealed one by one (AES-256-GCM); buckets, table and queues are"
                                + " encrypted by AWS."),
                List.of(
                        "Least privilege",
                        "Each function has a role of its own; keys have scopes; resolving a pseudonym"
                                + " needs one that no other includes."),
                List.of(
                        "Audit",
                        "Who resolves, reads originals, receipts or copies is logged in a chain of"
                                + " hashes."),
                List.of(
                        "Bias",
                        "A release whose verdicts shift with a name or a dialect beyond its bounds does"
                                + " not build (./earshot eval text)."));
    }
}
