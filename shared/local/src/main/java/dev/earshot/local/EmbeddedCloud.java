package dev.earshot.local;

import dev.earshot.gpuworker.Worker;
import dev.earshot.lambda.Settings;
import dev.earshot.local.delivery.EmbeddedFunction;
import dev.earshot.local.delivery.HttpGateway;
import dev.earshot.local.delivery.QueuePoller;
import dev.earshot.local.permission.Identities;
import dev.earshot.local.server.Invocable;
import dev.earshot.local.server.LambdaServer;
import dev.earshot.local.server.Loopback;
import dev.earshot.local.server.PublishServer;
import dev.earshot.local.server.SignedRequests;
import dev.earshot.local.template.CloudTemplate;
import dev.earshot.local.template.Surroundings;
import dev.earshot.local.template.TemplateReader;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The whole stack in this process: the servers, the template's resources in them, and its handlers,
 * called as AWS would call them. Thread-safe. Closing it lets calls in flight finish.
 */
public final class EmbeddedCloud implements AutoCloseable {
    /** Account in every ARN, by the convention of local stacks. */
    public static final String ACCOUNT = "000000000000";

    /** Region of the stack. */
    public static final String REGION = "eu-west-1";

    private static final String STACK = "earshot-local";

    private final Closing closing = new Closing();
    private final StackState state;
    private final CloudTemplate template;
    private final Clients clients;
    private final Map<String, EmbeddedFunction> functions = new ConcurrentHashMap<>();
    private final List<Polled> pollers = new CopyOnWriteArrayList<>();
    private final Map<String, Map<String, String>> environments = new ConcurrentHashMap<>();
    private final Principals principals;
    private final Identities identities;
    private @Nullable Endpoints endpoints;
    private volatile String lambdaUrl = "";
    private @Nullable PublishServer published;

    private EmbeddedCloud(StackState state, CloudTemplate template) {
        this.state = state;
        this.template = template;
        this.clients = Clients.of(state.secrets(), state.ports(), REGION);
        this.principals = new Principals(state.secrets(), template);
        this.identities = principals.all();
    }

    /**
     * How a stack is started.
     *
     * @param template the SAM template
     * @param folder where state is kept; servers keep theirs in memory if not {@code durable}
     * @param durable whether tables, queues and objects survive a restart
     * @param port of the HTTP API; 0 for one that the system chooses
     * @param parameters overrides of the template's defaults
     * @param environment settings of every function, added to the template's
     * @param concurrency batches in flight at once for each function with a queue or bucket trigger
     * @param clock the cloud's only source of time
     */
    public record Options(
            Path template,
            Path folder,
            boolean durable,
            int port,
            Map<String, String> parameters,
            Map<String, String> environment,
            int concurrency,
            InstantSource clock) {
        public Options {
            parameters = Map.copyOf(parameters);
            environment = Map.copyOf(environment);
            if (port < 0 || port > 65_535) {
                throw new IllegalArgumentException("port must be 0 to 65535, got " + port);
            }
            if (concurrency < 1) {
                throw new IllegalArgumentException(
                        "concurrency must be positive, got " + concurrency);
            }
        }
    }

    /** Starts everything; if anything fails, nothing is left running. */
    public static EmbeddedCloud start(Options options) throws Exception {
        StackState state = StackState.open(options.folder());
        EmbeddedCloud cloud;
        try {
            CloudTemplate template =
                    TemplateReader.read(
                            options.template(),
                            options.parameters(),
                            new Surroundings(
                                    ACCOUNT, REGION, STACK, Loopback.url(state.ports().sqs())));
            cloud = new EmbeddedCloud(state, template);
        } catch (IOException | RuntimeException e) {
            state.close();
            throw e;
        }
        try {
            cloud.launch(options);
            return cloud;
        } catch (Exception e) {
            cloud.close();
            throw e;
        }
    }

    private void launch(Options options) throws Exception {
        closing.last("the state folder", state::close);
        closing.add("the clients", clients::close);
        SignedRequests signed = new SignedRequests(identities);
        LambdaServer invoked = LambdaServer.start(0, signed, arnPrefix("lambda") + "function:");
        closing.add("Lambda", invoked::close);
        lambdaUrl = Loopback.url(invoked.port());
        PublishServer publishing = PublishServer.start(0, signed, arnPrefix("%s"));
        closing.add("SNS, EventBridge and API Gateway's cache", publishing::close);
        published = publishing;
        Environments made =
                new Environments(
                        state.secrets(),
                        state.ports(),
                        principals,
                        lambdaUrl,
                        publishing.port(),
                        options.environment());
        Servers servers = new Servers(options, state, template, clients, identities, made, closing);
        try (ExecutorService starters =
                Executors.newThreadPerTaskExecutor(
                        Thread.ofPlatform().name("start-", 0).factory())) {
            List<Future<?>> started = new java.util.ArrayList<>();
            for (CloudTemplate.Function function : template.functions()) {
                started.add(
                        starters.submit(
                                step(
                                        () -> {
                                            Map<String, String> environment = made.of(function);
                                            environments.put(
                                                    function.id(), Map.copyOf(environment));
                                            EmbeddedFunction created =
                                                    EmbeddedFunction.create(function, environment);
                                            functions.put(function.id(), created);
                                            invoked.add(function.name(), created);
                                            closing.add(function.id(), created::close);
                                        })));
            }
            started.add(starters.submit(step(servers::dynamoDb)));
            started.add(starters.submit(step(servers::sqs)));
            started.add(starters.submit(step(servers::s3)));
            for (Future<?> each : started) {
                finished(each);
            }
        }
        state.save();
        int apiPort = deliver(options, made);
        Endpoints reached = endpoints(apiPort);
        endpoints = reached;
        reached.write(state.folder().resolve("endpoints.json"));
    }

    private interface Step {
        void run() throws Exception;
    }

    private static Callable<Boolean> step(Step step) {
        return () -> {
            step.run();
            return true;
        };
    }

    private static void finished(Future<?> future) throws Exception {
        try {
            var unused = future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        }
    }

    private int deliver(Options options, Environments made) throws IOException {
        Triggers triggers =
                new Triggers(
                        clients,
                        template,
                        REGION,
                        options.durable() ? state.folder() : null,
                        closing);
        for (CloudTemplate.Function declared : template.functions()) {
            EmbeddedFunction function = function(declared.id());
            declared.queueTriggers()
                    .forEach(
                            each -> {
                                pollers.add(
                                        new Polled(
                                                function,
                                                triggers.queue(
                                                        declared,
                                                        each,
                                                        options.concurrency(),
                                                        function)));
                            });
            declared.streamTriggers().forEach(each -> triggers.stream(declared, each, function));
            declared.scheduleTriggers()
                    .forEach(each -> triggers.schedule(declared, each, function, options.clock()));
        }
        for (CloudTemplate.Worker worker : template.workers()) {
            startWorker(worker, made);
        }
        if (template.api().isEmpty()) {
            return 0;
        }
        CloudTemplate.Api api = template.api().get();
        Map<String, Invocable> authorizers = new LinkedHashMap<>();
        api.authorizers()
                .forEach(
                        authorizer ->
                                authorizers.put(
                                        authorizer.name(),
                                        function(
                                                template.functionByArn(authorizer.functionArn())
                                                        .orElseThrow()
                                                        .id())));
        HttpGateway gateway =
                HttpGateway.start(
                        new HttpGateway.Options(
                                options.port(),
                                ACCOUNT,
                                REGION,
                                api,
                                functions,
                                authorizers,
                                options.clock()));
        closing.delivery("the HTTP API", () -> {}, gateway::close);
        return gateway.port();
    }

    /** Runs a container of the template as a thread, which polls its own queue. */
    private void startWorker(CloudTemplate.Worker declared, Environments made) throws IOException {
        Path scratch = state.folder().resolve("scratch");
        clear(scratch);
        Map<String, String> environment = made.of(declared, scratch);
        environments.put(declared.id(), Map.copyOf(environment));
        Worker worker = new Worker(Settings.of(environment), line -> System.err.println(line));
        Thread thread = Thread.ofPlatform().daemon().name("worker").start(worker);
        closing.delivery(declared.id(), worker::stop, thread::join);
    }

    /** Deletes the leftovers of a killed worker. */
    private static void clear(Path scratch) throws IOException {
        Files.createDirectories(scratch);
        try (var left = Files.list(scratch)) {
            for (Path file : left.toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    static String arnPrefix(String service) {
        return "arn:aws:" + service + ":" + REGION + ":" + ACCOUNT + ":";
    }

    private Endpoints endpoints(int apiPort) {
        return new Endpoints(
                Loopback.url(apiPort),
                state.secrets().apiKey(),
                REGION,
                state.secrets().accessKeyId(),
                state.secrets().secretAccessKey(),
                Loopback.url(state.ports().s3()),
                Loopback.url(state.ports().sqs()),
                Loopback.url(state.ports().dynamoDb()),
                Endpoints.queues(template),
                Endpoints.buckets(template),
                Endpoints.tables(template));
    }

    /** What was published to topics and put on buses, which lead nowhere here. */
    public PublishServer published() {
        PublishServer started = published;
        if (started == null) {
            throw new IllegalStateException("the stack is not started");
        }
        return started;
    }

    /** Calls of functions and workers that their roles don't allow, each once; AWS refuses them. */
    public List<String> refused() {
        return identities.refused();
    }

    /** Where the stack can be reached. */
    public Endpoints endpoints() {
        Endpoints reached = endpoints;
        if (reached == null) {
            throw new IllegalStateException("the stack is not started");
        }
        return reached;
    }

    /**
     * Lets containers of this machine reach the stack, until it is closed.
     *
     * @param address of a private network of this machine, such as that of Docker's bridge
     * @return the file that a shell reads before it calls {@code sam local}
     * @throws StackException if the address may not be used, or one of the ports is in use
     */
    public Path openToContainers(String address) throws IOException {
        ContainerAccess access =
                ContainerAccess.open(address, state.ports(), URI.create(lambdaUrl).getPort());
        closing.add("the containers' access", access::close);
        Path file = state.folder().resolve("sam.env");
        ContainerAccess.writeSecrets(file, state.secrets(), REGION);
        return file;
    }

    /** A function and what polls a queue for it. */
    private record Polled(EmbeddedFunction function, QueuePoller poller) {}

    /** What waits on a queue, for each function that has such messages. */
    public List<WaitingMessages> waiting() {
        return pollers.stream()
                .map(
                        each ->
                                new WaitingMessages(
                                        each.function().declaration().name(),
                                        each.poller().backlog(),
                                        each.poller().waiting(),
                                        each.function().lastFailure()))
                .filter(each -> each.backlog() > 0 || each.failed() > 0)
                .toList();
    }

    /** Clients of the stack's servers. */
    public Clients clients() {
        return clients;
    }

    /** What the template declares. */
    public CloudTemplate template() {
        return template;
    }

    /** A function by its logical name in the template. */
    public EmbeddedFunction function(String id) {
        EmbeddedFunction function = functions.get(id);
        if (function == null) {
            throw new IllegalArgumentException(
                    "the template has no function "
                            + id
                            + ", only "
                            + Set.copyOf(functions.keySet()));
        }
        return function;
    }

    /** A function's environment: the template's variables and Lambda's own. */
    public Map<String, String> environment(String id) {
        return environments.getOrDefault(id, Map.of());
    }

    @Override
    public void close() {
        closing.run();
    }
}
