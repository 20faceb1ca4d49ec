package dev.earshot.local.delivery;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;

import dev.earshot.local.template.CloudTemplate;

import org.jspecify.annotations.Nullable;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One call's context; what it logs goes to standard error. */
final class InvocationContext implements Context {
    private final CloudTemplate.Function function;
    private final String requestId;
    private final long deadline;
    private final Consumer<String> heard;

    /**
     * @param heard is told each line that the function logs
     */
    InvocationContext(CloudTemplate.Function function, String requestId, Consumer<String> heard) {
        this.heard = heard;
        this.function = function;
        this.requestId = requestId;
        this.deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(function.timeoutSeconds());
    }

    @Override
    public String getAwsRequestId() {
        return requestId;
    }

    @Override
    public String getLogGroupName() {
        return "/aws/lambda/" + function.name();
    }

    @Override
    public String getLogStreamName() {
        return "local";
    }

    @Override
    public String getFunctionName() {
        return function.name();
    }

    @Override
    public String getFunctionVersion() {
        return "$LATEST";
    }

    @Override
    public String getInvokedFunctionArn() {
        return function.arn();
    }

    @Override
    public @Nullable CognitoIdentity getIdentity() {
        return null;
    }

    @Override
    public @Nullable ClientContext getClientContext() {
        return null;
    }

    @Override
    public int getRemainingTimeInMillis() {
        long millis = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        return (int) Math.max(0, Math.min(Integer.MAX_VALUE, millis));
    }

    @Override
    public int getMemoryLimitInMB() {
        return function.memoryMegabytes();
    }

    @Override
    public LambdaLogger getLogger() {
        return new StandardError(heard);
    }

    private record StandardError(Consumer<String> heard) implements LambdaLogger {
        @Override
        public void log(String message) {
            print(message);
        }

        @Override
        public void log(byte[] message) {
            print(new String(message, StandardCharsets.UTF_8));
        }

        private void print(String message) {
            heard.accept(message);
            PrintStream error = System.err;
            error.println(message.stripTrailing());
        }
    }
}
