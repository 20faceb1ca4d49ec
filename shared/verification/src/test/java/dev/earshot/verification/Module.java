package dev.earshot.verification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A module of the project, with all that it may know. The order is that of the layers: each module
 * knows only modules that are listed before it, which the compiler sees to.
 */
@SuppressWarnings("ImmutableEnumChecker") // The lists are copies that nobody can change.
enum Module {
    CORE("shared/core", "core", List.of(), List.of()),
    VIDEO("shared/video", "video", List.of(CORE), List.of()),
    READING("shared/reading", "reading", List.of(CORE), List.of()),
    PRIVACY("shared/privacy", "privacy", List.of(CORE), List.of("com.google.i18n.phonenumbers..")),
    INFLUENCE("shared/influence", "influence", List.of(CORE), List.of()),
    TRENDS(
            "shared/trends",
            "trends",
            List.of(CORE),
            List.of("org.apache.datasketches.frequencies..")),
    ENGAGEMENT("shared/engagement", "engagement", List.of(CORE, INFLUENCE, TRENDS), List.of()),
    ALERTS("shared/alerts", "alerts", List.of(CORE, TRENDS), List.of()),
    COLLECT("shared/collect", "collect", List.of(CORE), List.of()),
    TESTKIT(
            "shared/testkit",
            "testkit",
            List.of(CORE, INFLUENCE, TRENDS, ENGAGEMENT, ALERTS, COLLECT),
            List.of("com.amazonaws.services.lambda.runtime..", "org.junit..", "org.assertj..")),
    QUERIES("shared/queries", "query", List.of(CORE, INFLUENCE, TRENDS, ALERTS), List.of()),
    WIRE(
            "shared/wire",
            "wire",
            List.of(CORE),
            List.of("com.fasterxml.jackson..", "org.jsoup..", "org.mozilla.universalchardet..")),
    EXPORT(
            "shared/export",
            "export",
            List.of(CORE, INFLUENCE, ENGAGEMENT, WIRE),
            List.of("com.fasterxml.jackson..", "blue.strategic.parquet..", "org.apache.parquet..")),
    PLATFORMS(
            "shared/platforms",
            "platforms",
            List.of(CORE, READING, COLLECT, WIRE),
            List.of("org.apache.hc..")),
    USECASES(
            "shared/usecases",
            "usecase",
            List.of(CORE, READING, INFLUENCE, TRENDS, ENGAGEMENT),
            List.of()),
    AWS(
            "shared/aws",
            "aws",
            List.of(CORE, INFLUENCE, TRENDS, ENGAGEMENT, ALERTS, COLLECT),
            List.of("software.amazon.awssdk..")),
    ASSEMBLY(
            "shared/assembly",
            "assembly",
            List.of(),
            List.of("com.google.gson..", "org.apache.commons.compress..")),
    DJL(
            "shared/djl",
            "djl",
            List.of(CORE, READING, VIDEO),
            List.of("ai.djl..", "com.google.gson..", "com.twelvemonkeys..")),
    FFMPEG("shared/ffmpeg", "ffmpeg", List.of(CORE, VIDEO), List.of("org.bytedeco..")),
    EVALUATION(
            "shared/evaluation",
            "evaluation",
            List.of(
                    CORE, READING, PRIVACY, INFLUENCE, TRENDS, QUERIES, USECASES, VIDEO, DJL,
                    FFMPEG),
            List.of("com.fasterxml.jackson..")),
    LAMBDA(
            "shared/lambda",
            "lambda",
            List.of(CORE, INFLUENCE, TRENDS, ENGAGEMENT, ALERTS, COLLECT, AWS),
            List.of("com.amazonaws.services.lambda..")),
    ANALYZE_POSTS(
            "functions/analyze-posts",
            "analyzeposts",
            List.of(CORE, READING, PRIVACY, ENGAGEMENT, USECASES, WIRE, DJL, LAMBDA),
            List.of("com.amazonaws.services.lambda..")),
    ANALYZE_MEDIA(
            "functions/analyze-media",
            "analyzemedia",
            List.of(CORE, READING, PRIVACY, USECASES, WIRE, DJL, LAMBDA),
            List.of("com.amazonaws.services.lambda..")),
    GPU_WORKER(
            "functions/gpu-worker",
            "gpuworker",
            List.of(
                    CORE,
                    READING,
                    PRIVACY,
                    VIDEO,
                    ENGAGEMENT,
                    USECASES,
                    WIRE,
                    EXPORT,
                    DJL,
                    FFMPEG,
                    LAMBDA),
            List.of()),
    QUERY_API(
            "functions/query-api",
            "queryapi",
            List.of(CORE, INFLUENCE, TRENDS, ENGAGEMENT, ALERTS, QUERIES, COLLECT, WIRE, LAMBDA),
            List.of("com.amazonaws.services.lambda..", "org.crac..")),
    SCORE_INFLUENCERS(
            "functions/score-influencers",
            "scoreinfluencers",
            List.of(CORE, USECASES, LAMBDA),
            List.of("com.amazonaws.services.lambda..")),
    DELIVER_ALERTS(
            "functions/deliver-alerts",
            "deliveralerts",
            List.of(CORE, TRENDS, ALERTS, WIRE, LAMBDA),
            List.of("com.amazonaws.services.lambda..", "org.apache.hc..")),
    TRACK_TRENDS(
            "functions/track-trends",
            "tracktrends",
            List.of(CORE, USECASES, TRENDS, ALERTS, LAMBDA),
            List.of("com.amazonaws.services.lambda..")),
    SWEEP_PRIVACY(
            "functions/sweep-privacy",
            "sweepprivacy",
            List.of(CORE, USECASES, ALERTS, LAMBDA),
            List.of("com.amazonaws.services.lambda..")),
    COLLECT_POSTS(
            "functions/collect-posts",
            "collectposts",
            List.of(CORE, COLLECT, WIRE, PLATFORMS, LAMBDA),
            List.of("com.amazonaws.services.lambda..")),
    MCP(
            "shared/mcp",
            "mcp",
            List.of(),
            List.of("com.fasterxml.jackson..", "io.modelcontextprotocol..", "reactor..")),
    /** The embedded cloud wraps whole servers, so its libraries are its own matter. */
    LOCAL("shared/local", "local", List.of(CORE, LAMBDA, GPU_WORKER), List.of("..")),
    CLI(
            "shared/cli",
            "cli",
            List.of(
                    CORE,
                    READING,
                    PRIVACY,
                    VIDEO,
                    INFLUENCE,
                    TRENDS,
                    ENGAGEMENT,
                    USECASES,
                    COLLECT,
                    PLATFORMS,
                    WIRE,
                    DJL,
                    FFMPEG,
                    EVALUATION,
                    LAMBDA,
                    MCP,
                    EXPORT,
                    LOCAL),
            List.of("com.fasterxml.jackson..", "picocli..", "software.amazon.awssdk..")),
    /** Benchmarks compare with other libraries, whichever these are. */
    BENCH(
            "shared/bench",
            "bench",
            List.of(
                    CORE,
                    READING,
                    PRIVACY,
                    VIDEO,
                    ENGAGEMENT,
                    USECASES,
                    WIRE,
                    DJL,
                    FFMPEG,
                    EVALUATION,
                    TRENDS,
                    ALERTS,
                    LAMBDA,
                    TESTKIT,
                    LOCAL,
                    CLI),
            List.of(".."));

    /** Modules that are deployed apart and never know each other. */
    static final Set<Module> FUNCTIONS =
            Set.of(
                    ANALYZE_POSTS,
                    ANALYZE_MEDIA,
                    GPU_WORKER,
                    QUERY_API,
                    SCORE_INFLUENCERS,
                    DELIVER_ALERTS,
                    TRACK_TRENDS,
                    SWEEP_PRIVACY,
                    COLLECT_POSTS);

    /** Modules that are never shipped. */
    static final Set<Module> NEVER_SHIPPED =
            Set.of(TESTKIT, ASSEMBLY, EVALUATION, LOCAL, CLI, BENCH);

    /** Modules that need nothing but Java's own base. */
    static final Set<Module> PURE =
            Set.of(
                    CORE,
                    VIDEO,
                    READING,
                    INFLUENCE,
                    TRENDS,
                    ENGAGEMENT,
                    ALERTS,
                    COLLECT,
                    QUERIES,
                    USECASES);

    private static final List<String> JAVA = List.of("java..", "javax..", "org.jspecify..");

    private final String folder;
    private final String packageName;
    private final List<Module> known;
    private final List<String> libraries;

    Module(String folder, String packageName, List<Module> known, List<String> libraries) {
        this.folder = folder;
        this.packageName = packageName;
        this.known = List.copyOf(known);
        this.libraries = List.copyOf(libraries);
    }

    /** The module's folder, relative to the project. */
    String folder() {
        return folder;
    }

    /** Modules that it may know. */
    List<Module> known() {
        return known;
    }

    /** Its packages, as ArchUnit writes them. */
    String packages() {
        return "dev.earshot." + packageName + "..";
    }

    /** Packages of everything that it may depend on. */
    String[] allowed() {
        List<String> allowed = new ArrayList<>(JAVA);
        allowed.add(packages());
        known.forEach(module -> allowed.add(module.packages()));
        allowed.addAll(libraries);
        return allowed.toArray(String[]::new);
    }

    /** Whether its libraries are not restricted. */
    boolean anyLibrary() {
        return libraries.contains("..");
    }

    /** Packages of all other modules that it may not know. */
    String[] forbiddenModules() {
        return Arrays.stream(values())
                .filter(module -> module != this && !known.contains(module))
                .map(Module::packages)
                .toArray(String[]::new);
    }
}
