package dev.earshot.aws;

import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiFunction;

/**
 * Injects faults into writes: the plan says what happens to the n-th write of each kind.
 * Thread-safe.
 */
public final class Faults implements ExecutionInterceptor {
    private static final Set<String> WRITES =
            Set.of("TransactWriteItems", "PutItem", "DeleteItem", "PutObject");
    private static final ExecutionAttribute<Phase> PHASE = new ExecutionAttribute<>("phase");

    private final Set<String> operations;
    private final BiFunction<String, Integer, Optional<Phase>> plan;
    private final Map<String, Integer> writes = new ConcurrentHashMap<>();
    private final Map<String, Integer> injected = new ConcurrentSkipListMap<>();

    public Faults(BiFunction<String, Integer, Optional<Phase>> plan) {
        this(WRITES, plan);
    }

    /** In these operations alone. */
    public Faults(Set<String> operations, BiFunction<String, Integer, Optional<Phase>> plan) {
        this.operations = Set.copyOf(operations);
        this.plan = plan;
    }

    /** When a fault hits a write. */
    public enum Phase {
        /** The process ends before the request is sent. */
        CRASH_BEFORE,
        /** The server has carried the write out; the process ends without its answer. */
        CRASH_INSIDE,
        /** The server has carried the write out; its answer is lost and the SDK asks again. */
        ANSWER_LOST,
        /** The process ends as soon as it has the answer. */
        CRASH_AFTER
    }

    /** Stands for the end of the process. */
    public static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Crash(String where) {
            super(where);
        }
    }

    /** How often each kind of write met each phase. */
    public Map<String, Integer> injected() {
        return new TreeMap<>(injected);
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        String operation = operation(attributes);
        if (!operations.contains(operation)) {
            return;
        }
        Optional<Phase> phase = plan.apply(operation, writes.merge(operation, 1, Integer::sum));
        phase.ifPresent(
                p -> {
                    attributes.putAttribute(PHASE, p);
                    injected.merge(operation + " " + p, 1, Integer::sum);
                });
        if (phase.equals(Optional.of(Phase.CRASH_BEFORE))) {
            throw new Crash("before " + operation);
        }
    }

    @Override
    public void afterTransmission(
            Context.AfterTransmission context, ExecutionAttributes attributes) {
        Phase phase = attributes.getAttribute(PHASE);
        if (phase == Phase.CRASH_INSIDE) {
            throw new Crash("inside " + operation(attributes));
        }
        if (phase == Phase.ANSWER_LOST) {
            attributes.putAttribute(PHASE, Phase.CRASH_BEFORE);
            throw RetryableException.create("the connection was reset");
        }
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        if (attributes.getAttribute(PHASE) == Phase.CRASH_AFTER) {
            throw new Crash("after " + operation(attributes));
        }
    }

    private static String operation(ExecutionAttributes attributes) {
        return attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
    }
}
