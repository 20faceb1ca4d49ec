package dev.earshot.local.template;

import dev.earshot.local.permission.Policy;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The template's declarations, evaluated for one deployment. Immutable and thread-safe.
 *
 * @param queues in the order of the template
 * @param buckets in the order of the template
 * @param tables in the order of the template
 * @param functions in the order of the template
 * @param workers in the order of the template
 * @param api the HTTP API, if one is declared
 * @param policies what each function and worker may do, by its logical name
 */
public record CloudTemplate(
        List<Queue> queues,
        List<Bucket> buckets,
        List<Table> tables,
        List<Function> functions,
        List<Worker> workers,
        Optional<Api> api,
        Map<String, Policy> policies) {

    public CloudTemplate {
        queues = List.copyOf(queues);
        buckets = List.copyOf(buckets);
        tables = List.copyOf(tables);
        functions = List.copyOf(functions);
        workers = List.copyOf(workers);
        policies = Map.copyOf(policies);
    }

    /**
     * A container that runs by itself.
     *
     * @param id logical name of its task definition
     * @param environment variables of its first container, evaluated
     */
    public record Worker(String id, Map<String, String> environment) {
        public Worker {
            environment = Map.copyOf(environment);
        }
    }

    /**
     * A queue.
     *
     * @param id logical name in the template
     * @param attributes SQS's own attribute names and values, redrive policy included
     */
    public record Queue(
            String id, String name, String url, String arn, Map<String, String> attributes) {
        public Queue {
            attributes = Map.copyOf(attributes);
        }
    }

    /** A bucket; {@code versioned} decides how the removal of an object is announced. */
    public record Bucket(
            String id, String name, boolean versioned, List<Announcement> announcements) {
        public Bucket {
            announcements = List.copyOf(announcements);
        }
    }

    /**
     * Changes of a bucket's objects are sent to a queue.
     *
     * @param queueArn where a change is announced
     * @param event such as {@code s3:ObjectCreated:*}
     * @param prefix with which an object's key begins
     * @param suffix with which an object's key ends
     */
    public record Announcement(String queueArn, String event, String prefix, String suffix) {

        /**
         * Whether a change is announced.
         *
         * @param change without the leading {@code s3:}, such as {@code ObjectCreated:Put}
         */
        public boolean matches(String change, String key) {
            String named = "s3:" + change;
            return key.startsWith(prefix)
                    && key.endsWith(suffix)
                    && (event.endsWith("*")
                            ? named.startsWith(event.substring(0, event.length() - 1))
                            : named.equals(event));
        }
    }

    /**
     * A table.
     *
     * @param keys attribute names in key order: hash, then range
     * @param types attribute name to S, N or B
     * @param indexes its global secondary indexes
     * @param streamArn by which the template names its stream
     * @param streamView such as NEW_AND_OLD_IMAGES, or null without a stream
     * @param lifetimeAttribute attribute that holds the second at which an item expires, or null
     */
    public record Table(
            String id,
            String name,
            String streamArn,
            List<String> keys,
            Map<String, String> types,
            List<Index> indexes,
            @Nullable String streamView,
            @Nullable String lifetimeAttribute) {
        public Table {
            keys = List.copyOf(keys);
            types = Map.copyOf(types);
            indexes = List.copyOf(indexes);
        }
    }

    /**
     * A global secondary index.
     *
     * @param keys attribute names in key order: hash, then range
     * @param carried the other attributes that it holds
     */
    public record Index(String name, List<String> keys, List<String> carried) {
        public Index {
            keys = List.copyOf(keys);
            carried = List.copyOf(carried);
        }
    }

    /**
     * A function and what calls it.
     *
     * @param handler class and method, as {@code a.b.C::method}
     * @param image whether it is deployed as a container image
     * @param memoryMegabytes as configured
     * @param timeoutSeconds as configured
     * @param environment variables, evaluated
     * @param versionDescription description of the versions that are published of it; empty if none
     */
    public record Function(
            String id,
            String name,
            String arn,
            String handler,
            boolean image,
            int memoryMegabytes,
            int timeoutSeconds,
            Map<String, String> environment,
            String versionDescription,
            List<QueueTrigger> queueTriggers,
            List<ScheduleTrigger> scheduleTriggers,
            List<StreamTrigger> streamTriggers) {
        public Function {
            environment = Map.copyOf(environment);
            queueTriggers = List.copyOf(queueTriggers);
            scheduleTriggers = List.copyOf(scheduleTriggers);
            streamTriggers = List.copyOf(streamTriggers);
        }
    }

    /**
     * Messages of a queue call the function.
     *
     * @param partialResponses whether the function reports the messages that failed
     * @param maximumConcurrency batches in flight at once
     */
    public record QueueTrigger(
            String queueArn, int batchSize, boolean partialResponses, int maximumConcurrency) {}

    /**
     * Changes of a table call the function, in their order.
     *
     * @param fromStart whether changes from before the first start are delivered, too
     * @param partialResponses whether the function reports the first record that failed
     * @param retries of a batch that fails; -1 for as many as it takes
     * @param failureQueueArn destination of a batch that was given up, or null
     * @param patterns of which a record must fit one, as JSON; none lets every record pass
     */
    public record StreamTrigger(
            String streamArn,
            int batchSize,
            boolean fromStart,
            boolean partialResponses,
            int retries,
            @Nullable String failureQueueArn,
            List<String> patterns) {
        public StreamTrigger {
            patterns = List.copyOf(patterns);
        }
    }

    /**
     * A schedule calls the function.
     *
     * @param id logical name of the event
     * @param rate how often
     * @param input the event in place of the scheduler's own, as JSON, or null
     */
    public record ScheduleTrigger(String id, Duration rate, @Nullable String input) {}

    /** The HTTP API: routes, authorizers and, when a browser may call it, its CORS rules. */
    public record Api(
            String id, List<Route> routes, List<Authorizer> authorizers, Optional<Cors> cors) {
        public Api {
            routes = List.copyOf(routes);
            authorizers = List.copyOf(authorizers);
        }
    }

    /**
     * A route.
     *
     * @param method such as GET, or ANY
     * @param path such as {@code /v1/media/{key+}}
     * @param functionId logical name of the function that answers
     * @param authorizer name of the authorizer, or null for an open route
     */
    public record Route(
            String method, String path, String functionId, @Nullable String authorizer) {}

    /**
     * A Lambda authorizer with simple responses; a request that lacks one of the headers is refused
     * without calling it.
     */
    public record Authorizer(String name, String functionArn, List<String> headers) {
        public Authorizer {
            headers = List.copyOf(headers);
        }
    }

    /** Cross-origin rules, as API Gateway applies them. */
    public record Cors(
            List<String> origins,
            List<String> methods,
            List<String> headers,
            List<String> exposed,
            int maxAgeSeconds) {
        public Cors {
            origins = List.copyOf(origins);
            methods = List.copyOf(methods);
            headers = List.copyOf(headers);
            exposed = List.copyOf(exposed);
        }
    }

    /** The function with an ARN, with or without an alias. */
    public Optional<Function> functionByArn(String arn) {
        return functions.stream()
                .filter(f -> arn.equals(f.arn()) || arn.startsWith(f.arn() + ":"))
                .findFirst();
    }

    /** The queue with an ARN. */
    public Optional<Queue> queueByArn(String arn) {
        return queues.stream().filter(queue -> queue.arn().equals(arn)).findFirst();
    }

    /** The table whose stream has an ARN. */
    public Optional<Table> tableByStreamArn(String arn) {
        return tables.stream().filter(table -> table.streamArn().equals(arn)).findFirst();
    }

    /** The queue with a logical name. */
    public Queue queue(String id) {
        return queues.stream()
                .filter(queue -> queue.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new TemplateException("the template has no queue " + id));
    }

    /** The bucket with a logical name. */
    public Bucket bucket(String id) {
        return buckets.stream()
                .filter(bucket -> bucket.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new TemplateException("the template has no bucket " + id));
    }

    /** The table with a logical name. */
    public Table table(String id) {
        return tables.stream()
                .filter(table -> table.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new TemplateException("the template has no table " + id));
    }

    /** The function with a logical name. */
    public Function function(String id) {
        return functions.stream()
                .filter(function -> function.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new TemplateException("the template has no function " + id));
    }
}
