package dev.earshot.queryapi;

import com.amazonaws.services.lambda.runtime.LambdaRuntime;

import dev.earshot.core.store.StoreException;
import dev.earshot.lambda.LogLine;

import org.crac.Context;
import org.crac.Resource;

import java.util.List;

/**
 * What is done once before a snapshot of the function is taken, so that no start from it has to:
 * classes are loaded, code is compiled, and the clients of services are set up. Lambda takes a
 * snapshot when a version is published (SnapStart).
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/snapstart-runtime-hooks-java.html">hooks</a>
 */
final class Priming implements Resource {
    private final List<Runnable> steps;

    Priming(Runnable... steps) {
        this.steps = List.of(steps);
    }

    /** A service that does not answer only makes the first start slower. */
    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        for (Runnable step : steps) {
            try {
                step.run();
            } catch (StoreException e) {
                LambdaRuntime.getLogger().log(new LogLine("not primed").with(e) + "\n");
            }
        }
    }

    /** Connections that were open are opened again when they are needed. */
    @Override
    public void afterRestore(Context<? extends Resource> context) {}
}
