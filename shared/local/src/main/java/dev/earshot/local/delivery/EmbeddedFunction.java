package dev.earshot.local.delivery;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;

import dev.earshot.lambda.Settings;
import dev.earshot.local.server.Invocable;
import dev.earshot.local.template.CloudTemplate;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/**
 * One handler as Lambda runs it: events arrive and answers leave as JSON, converted by Lambda's own
 * serialisation. Calls may come from several threads at once, as on Lambda's managed instances.
 */
public final class EmbeddedFunction implements Invocable, AutoCloseable {
    private final CloudTemplate.Function declaration;
    private final RequestHandler<Object, Object> handler;
    private final PojoSerializer<Object> input;
    private final PojoSerializer<Object> output;

    private final LastFailure lastFailure = new LastFailure();

    private EmbeddedFunction(
            CloudTemplate.Function declaration,
            RequestHandler<Object, Object> handler,
            Type inputType,
            Type outputType) {
        this.declaration = declaration;
        this.handler = handler;
        this.input = serializer(inputType);
        this.output = serializer(outputType);
    }

    /**
     * Creates the handler that the template names.
     *
     * @param environment the values of the function's {@link Settings}
     * @throws DeliveryException if the class, its constructor with Settings or its method is
     *     missing, or if the constructor fails
     */
    public static EmbeddedFunction create(
            CloudTemplate.Function declaration, Map<String, String> environment) {
        String[] name = declaration.handler().split("::", -1);
        if (name.length > 2 || (name.length == 2 && !name[1].equals("handleRequest"))) {
            throw new DeliveryException(
                    declaration.id()
                            + ": handler "
                            + declaration.handler()
                            + " must be a RequestHandler's handleRequest");
        }
        Class<?> type;
        try {
            type = Class.forName(name[0]);
        } catch (ClassNotFoundException e) {
            throw new DeliveryException(
                    declaration.id()
                            + ": the class "
                            + name[0]
                            + " that the template names is not on the class path",
                    e);
        }
        Method method = handleRequest(declaration, type);
        return new EmbeddedFunction(
                declaration,
                instance(declaration, type, Settings.of(environment)),
                method.getGenericParameterTypes()[0],
                method.getGenericReturnType());
    }

    /** The function's declaration in the template. */
    public CloudTemplate.Function declaration() {
        return declaration;
    }

    /** Why the function last left a message on its queue; empty if it never did. */
    public String lastFailure() {
        return lastFailure.reason();
    }

    @Override
    public byte[] invoke(byte[] event) throws Exception {
        Context context =
                new InvocationContext(declaration, UUID.randomUUID().toString(), lastFailure::note);
        Object argument = input.fromJson(new ByteArrayInputStream(event));
        Object answer = handler.handleRequest(argument, context);
        if (answer == null) {
            return "null".getBytes(StandardCharsets.UTF_8);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        output.toJson(answer, bytes);
        return bytes.toByteArray();
    }

    /** Closes the handler if it can be closed. */
    @Override
    public void close() {
        if (handler instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Exception e) {
                throw new DeliveryException(
                        declaration.id() + " did not close: " + e.getMessage(), e);
            }
        }
    }

    private static Method handleRequest(CloudTemplate.Function declaration, Class<?> type) {
        for (Method method : type.getMethods()) {
            if (method.getName().equals("handleRequest")
                    && !method.isBridge()
                    && method.getParameterCount() == 2
                    && method.getParameterTypes()[1] == Context.class) {
                return method;
            }
        }
        throw new DeliveryException(
                declaration.id() + ": " + type.getName() + " has no handleRequest(event, Context)");
    }

    @SuppressWarnings("unchecked") // The types are the handler's own: the serialisers keep them.
    private static RequestHandler<Object, Object> instance(
            CloudTemplate.Function declaration, Class<?> type, Settings settings) {
        try {
            Constructor<?> constructor = type.getConstructor(Settings.class);
            return (RequestHandler<Object, Object>) constructor.newInstance(settings);
        } catch (InvocationTargetException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new DeliveryException(
                    declaration.id() + " cannot start: " + cause.getMessage(), cause);
        } catch (ReflectiveOperationException e) {
            throw new DeliveryException(
                    declaration.id()
                            + ": "
                            + type.getName()
                            + " needs a public constructor that takes Settings",
                    e);
        }
    }

    @SuppressWarnings("unchecked") // A serialiser for a type is only ever given that type.
    private static PojoSerializer<Object> serializer(Type type) {
        @Nullable Class<Object> plain =
                type instanceof Class<?> known ? (Class<Object>) known : null;
        if (plain != null && LambdaEventSerializers.isLambdaSupportedEvent(plain.getName())) {
            return LambdaEventSerializers.serializerFor(
                    plain, EmbeddedFunction.class.getClassLoader());
        }
        return (PojoSerializer<Object>)
                (PojoSerializer<?>) JacksonFactory.getInstance().getSerializer(type);
    }
}
