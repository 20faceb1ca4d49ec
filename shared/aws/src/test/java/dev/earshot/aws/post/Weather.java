package dev.earshot.aws.post;

import dev.earshot.aws.Faults;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.services.dynamodb.model.ProvisionedThroughputExceededException;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What befalls the calls of one run, drawn from its seed: throttled before the service does
 * anything, or carried out late. Crashes and lost answers are {@link Faults}. Thread-safe.
 */
final class Weather implements ExecutionInterceptor {
    private static final int SLOW_MILLIS = 3;
    private static final List<Faults.Phase> PHASES = List.of(Faults.Phase.values());

    private final Random random;
    private final int percent;
    private final AtomicInteger throttled = new AtomicInteger();
    private final AtomicInteger slow = new AtomicInteger();

    /**
     * @param percent of calls that are throttled, and as many that are slow
     */
    Weather(long seed, int percent) {
        this.random = new Random(seed);
        this.percent = percent;
    }

    /** How often each kind of trouble came. */
    Map<String, Integer> injected() {
        return new TreeMap<>(Map.of("throttled", throttled.get(), "slow", slow.get()));
    }

    /** Which crash or lost answer, if any, befalls a write. */
    static Optional<Faults.Phase> crash(Random random, int percent) {
        synchronized (random) {
            return random.nextInt(100) < percent
                    ? Optional.of(PHASES.get(random.nextInt(PHASES.size())))
                    : Optional.empty();
        }
    }

    @Override
    public void beforeTransmission(
            Context.BeforeTransmission context, ExecutionAttributes attributes) {
        int drawn;
        synchronized (random) {
            drawn = random.nextInt(100);
        }
        if (drawn < percent) {
            throttled.incrementAndGet();
            throw ProvisionedThroughputExceededException.builder()
                    .awsErrorDetails(
                            AwsErrorDetails.builder()
                                    .errorCode("ProvisionedThroughputExceededException")
                                    .errorMessage("throttled by the test")
                                    .build())
                    .statusCode(400)
                    .build();
        }
        if (drawn < 2 * percent) {
            slow.incrementAndGet();
            pause(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME));
        }
    }

    /** The delay is what is tested, so it is no wait for an event. */
    private static void pause(String operation) {
        try {
            Thread.sleep(SLOW_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted in " + operation, e);
        }
    }
}
