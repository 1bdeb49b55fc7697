package io.github.cdkoidc.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

/**
 * What one piece of code sends to Node, each request a round trip. The jsii runtime lets its own tests listen, thread by thread, to
 * every message it writes and reads; this listens there.
 */
final class JsiiRequests {

    private static final String RUNTIME = "software.amazon.jsii.JsiiRuntime";
    private static final String INSPECTOR = "software.amazon.jsii.MessageInspector";

    private JsiiRequests() {}

    /**
     * The requests that code sends on this thread, in order.
     *
     * @throws IllegalStateException if there are none: then it is the listening that failed
     */
    static List<JsonNode> of(Runnable code) {
        List<JsonNode> requests = new ArrayList<>();
        ThreadLocal<Object> listener = listener();
        listener.set(inspector(requests));
        try {
            code.run();
        } finally {
            listener.remove();
        }
        if (requests.isEmpty()) {
            throw new IllegalStateException("no request to Node was seen: what ran touched no construct, or " + RUNTIME
                    + " does not tell its listener any more");
        }
        return requests;
    }

    private static Object inspector(List<JsonNode> requests) {
        Class<?> type = load(INSPECTOR);
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            if (arguments[1].toString().equals("Request")) {
                requests.add((JsonNode) arguments[0]);
            }
            return null;
        });
    }

    @SuppressWarnings("unchecked")
    private static ThreadLocal<Object> listener() {
        try {
            Field field = load(RUNTIME).getDeclaredField("messageInspector");
            field.setAccessible(true);
            return (ThreadLocal<Object>) field.get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this jsii runtime has no messageInspector to count requests with", e);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("this jsii runtime has no " + name + " to count requests with", e);
        }
    }
}
